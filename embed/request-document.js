// Documents that the browser has parsed: no policy takes them for strings of markup.

import { loaderError } from './loader-error.js';

/** How long, in ms, a document may take. */
const REQUEST_TIMEOUT_MS = 2e4;

/**
 * A document of the site, with a view in it.
 *
 * @param {string} address
 * @returns {Promise<Document>}
 */
export const requestDocument = (address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      const { status, response } = request;
      if (status === 200 && response?.querySelector('.kl-notice')) resolve(response);
      else reject(Object.assign(loaderError('network', `${address} answered ${status}`), { status }));
    };
    request.timeout = REQUEST_TIMEOUT_MS;
    request.ontimeout = request.onerror = () => reject(loaderError('network', `${address} could not be loaded`));
    request.send();
  });
