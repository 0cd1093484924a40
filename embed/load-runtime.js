// Loads the runtime, `runtime.js`, once.

import { BASE, files, url } from './config.js';
import { loaderError } from './loader-error.js';
import { memoizeAsync } from './memoize.js';

/** @typedef {ReturnType<typeof import('./runtime.js').connect>} Runtime */

const memoized = memoizeAsync();

/**
 * The runtime of this site.
 *
 * @returns {Promise<Runtime>}
 */
export const loadRuntime = () =>
  memoized('', async () => {
    const address = url(files.runtime);
    try {
      return (await import(address)).connect(BASE);
    } catch (cause) {
      throw loaderError('network', `${address} could not be loaded`, cause);
    }
  });
