// The stylesheet that the first view doesn't need.

import { adopt } from './adopt.js';
import { files, url } from './config.js';
import { loaderError } from './loader-error.js';
import { memoizeAsync } from './memoize.js';
import { request } from './request.js';

const memoized = memoizeAsync();

/**
 * Adds the rules to a shadow root.
 *
 * @param {ShadowRoot} root
 */
export async function adoptDeferred(root) {
  const address = url(files.deferred);
  const text = await memoized('', () =>
    request(address, 'text', (css) => css.includes('.kl')).catch((cause) => {
      throw loaderError('style', `${address} could not be loaded`, cause);
    }),
  );
  adopt(root, text);
}
