// The runtime makes widgets interactive: a script of its own, loaded when a widget is near the viewport.

import { appPool } from './runtime/app-pool.js';
import { enableSharing } from './runtime/share.js';
import { swap, whenIdle } from './runtime/swap.js';
import { widgetFactories } from './runtime/wasm.js';

/**
 * The runtime of the site at `base`.
 *
 * @param {string} base
 */
export const connect = (base) => ({
  loadFactory: widgetFactories(base),
  ...appPool(),
  enableSharing,
  swap,
  whenIdle,
});
