// The bytes of published files.

import { loaderError } from '../loader-error.js';

/**
 * A response on pages that have a function `fetch` of their own.
 *
 * @param {string} address
 * @returns {Promise<Response>}
 */
const requestWithoutFetch = (address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'arraybuffer';
    request.onload = () => resolve(new Response(request.response, { status: request.status }));
    request.onerror = () => reject(loaderError('network', `${address} could not be loaded`));
    request.send();
  });

/**
 * The bytes of a published file.
 *
 * @param {string} base
 * @param {HashedFile} file
 */
export async function loadBytes(base, [file, integrity]) {
  const address = base + file;
  let pending, response;
  try {
    // Views that the reader opens meanwhile come first.
    pending = fetch(address, { credentials: 'omit', integrity, priority: 'low' });
  } catch {
    // The host page has a function of that name.
  }
  try {
    response = await pending;
  } catch (cause) {
    const message = `${address} could not be loaded, or isn't what was published`;
    throw loaderError('network', `${message}: ${/** @type {Error} */ (cause).message}`, cause);
  }
  if (!(response instanceof Response)) response = await requestWithoutFetch(address);
  if (!response.ok) throw loaderError('network', `${address} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
