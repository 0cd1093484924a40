// Requests that no policy of a host page takes for markup: the browser parses documents itself.

import { loaderError } from './loader-error.js';

/** How long, in ms, a file may take. */
const REQUEST_TIMEOUT_MS = 2e4;

/**
 * A file of the site.
 *
 * @template {'document' | 'text'} Type
 * @param {string} address
 * @param {Type} responseType
 * @param {(response: Type extends 'text' ? string : Document) => unknown} isExpected whether the file has what was published
 * @returns {Promise<Type extends 'text' ? string : Document>}
 */
export const request = (address, responseType, isExpected) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', address);
    xhr.responseType = responseType;
    xhr.onload = () => {
      const { status, response } = xhr;
      if (status === 200 && response && isExpected(response)) resolve(response);
      else reject(Object.assign(loaderError('network', `${address} answered ${status}`), { status }));
    };
    xhr.timeout = REQUEST_TIMEOUT_MS;
    xhr.ontimeout = xhr.onerror = () => reject(loaderError('network', `${address} could not be loaded`));
    xhr.send();
  });

/**
 * A document of the site, with a view in it.
 *
 * @param {string} address
 */
export const requestDocument = (address) =>
  request(address, 'document', (parsed) => parsed.querySelector('.kl-notice'));
