// Getting files, each once.

import { BASE, files, url } from './config.js';
import { failure } from './loader-error.js';
import { once } from './memoize.js';

const kept = once();

/** What makes widgets live: see `runtime.js`. */
export const live = () =>
  kept('live', async () => {
    const address = url(files.live);
    try {
      return (await import(address)).connect(BASE, files);
    } catch (cause) {
      throw failure('network', `${address} could not be loaded`, cause);
    }
  });

/** A document, parsed by the browser: no policy takes that for a string of markup. */
const parsed = (address) =>
  kept(address, () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.responseType = 'document';
      request.onload = () => {
        const { status, response } = request;
        if (status === 200 && response?.querySelector('.kl-notice')) resolve(response);
        else reject(Object.assign(failure('network', `${address} answered ${status}`), { status }));
      };
      request.timeout = 2e4;
      request.ontimeout = request.onerror = () =>
        reject(failure('network', `${address} could not be loaded`));
      request.send();
    }),
  );

/**
 * A finished view: its name, its title and fresh nodes for this page, with links to share what
 * `shared(view)` says. A view that doesn't exist gives the nearest above it, and a notice.
 */
export async function fragment(lang, asked, level, shared) {
  // As the core reads it: empty segments don't count, and what can't be a name ends it.
  const segments = asked.split('/').filter(Boolean);
  const wrong = segments.findIndex((each) => !/^[\w-]+$/.test(each));
  const path = segments.slice(0, wrong < 0 ? undefined : wrong);
  const home = url(`${files.fragments[lang]}/`);
  let found, view, address;
  while (!found) {
    view = path.join('/');
    address = home + (view && `${view}/`);
    try {
      found = await parsed(address);
    } catch (error) {
      if (error.status !== 404 || !view) throw error;
      path.pop();
    }
  }
  const nodes = document.importNode(found.body.firstElementChild, true);
  for (const link of nodes.querySelectorAll('a:not([href^="#"])')) {
    const href = link.getAttribute('href').replace('%7Burl%7D', () => encodeURIComponent(shared(view)));
    link.setAttribute('href', new URL(href, address).href);
  }
  if (level !== 2) for (const heading of nodes.querySelectorAll('h2, h3, h4, h5, h6')) relevel(heading, level - 2);
  let notice = '';
  if (path.length < segments.length) {
    // What the first view says of all others.
    const { nearest } = (await parsed(home)).body.firstElementChild.dataset;
    notice = nearest.replace('{path}', () => asked);
  }
  return { view, title: found.title, nodes, notice };
}

/** Puts a heading some levels lower. */
function relevel(heading, lower) {
  const level = Math.min(6, Number(heading.localName[1]) + lower);
  const other = document.createElement(`h${level}`);
  for (const { name, value } of heading.attributes) other.setAttribute(name, value);
  other.append(...heading.childNodes);
  heading.replaceWith(other);
}
