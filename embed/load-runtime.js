// Loads the runtime, `runtime.js`, once.

import { BASE, files, url } from './config.js';
import { loaderError } from './loader-error.js';
import { memoizeAsync } from './memoize.js';

/** @typedef {ReturnType<typeof import('./runtime.js').connect>} Runtime */

const memoized = memoizeAsync();
let attempts = 0;

/**
 * The runtime of this site.
 *
 * @returns {Promise<Runtime>}
 */
export const loadRuntime = () =>
  memoized('', async () => {
    const address = url(files.runtime);
    try {
      // Engines keep a failed import; with another fragment they request the same file again.
      return (await import(attempts++ ? `${address}#${attempts}` : address)).connect(BASE);
    } catch (cause) {
      throw loaderError('network', `${address} could not be loaded`, cause);
    }
  });
