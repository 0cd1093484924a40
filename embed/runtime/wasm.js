// The WebAssembly and the publications that it reads, each requested once.

import { loaderError } from '../loader-error.js';
import { memoizeAsync } from '../memoize.js';
import { loadBytes } from './load-bytes.js';

const files = RUNTIME_FILES;

/**
 * Mounts widgets of one publication: `WidgetFactory` of `src/embed.rs`.
 *
 * @typedef {object} WidgetFactory
 * @property {(root: Element, publicUrl: string, level: number, view: string, mountId: number,
 *   onRendered: (mountId: number, view: string, title: string) => void) => MountedWidget} mount
 */

/**
 * A mounted widget: `MountedWidget` of `src/embed.rs`.
 *
 * @typedef {object} MountedWidget
 * @property {(publicUrl: string, level: number, view: string, mountId: number) => void} update
 */

/**
 * A function that gives the factory of a language.
 *
 * @param {string} base
 */
export function widgetFactories(base) {
  const memoized = memoizeAsync();
  let attempts = 0;

  /** The bindings of the one WebAssembly instance of this page. */
  const start = () =>
    memoized('', async () => {
      if (!globalThis.WebAssembly) throw loaderError('wasm', 'this browser has no WebAssembly');
      const address = base + files.bindings;
      // Engines keep a failed import; with another fragment they request the same file again.
      const loading = import(attempts++ ? `${address}#${attempts}` : address).catch((cause) => {
        throw loaderError('network', `${address} could not be loaded`, cause);
      });
      const [bindings, module] = await Promise.all([loading, loadBytes(base, files.wasm)]);
      try {
        await bindings.default({ module_or_path: module });
      } catch (cause) {
        const message =
          "WebAssembly could not start; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";
        throw loaderError('wasm', `${message}: ${/** @type {Error} */ (cause).message}`, cause);
      }
      return bindings;
    });

  return (/** @type {string} */ lang) =>
    memoized(lang, async () => {
      const [bindings, content] = await Promise.all([start(), loadBytes(base, files.bundles[lang])]);
      return /** @type {WidgetFactory} */ (new bindings.WidgetFactory(content, base));
    });
}
