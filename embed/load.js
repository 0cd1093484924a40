// Getting files, each once.

import { BASE, NAME, files, url } from './base.js';

/** A failure with a word that a program can act on and a text for people. */
export class LoadError extends Error {
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
  }
}

const promises = new Map();

/** One promise a key, however often it is asked for; failures may be tried again. */
function once(key, start) {
  if (!promises.has(key)) {
    const promise = start();
    promise.catch(() => promises.delete(key));
    promises.set(key, promise);
  }
  return promises.get(key);
}

/** The bytes of a published file: `[path, hash]`. */
async function bytes([file, integrity]) {
  const address = url(file);
  let response;
  try {
    response = await fetch(address, { credentials: 'omit', integrity });
  } catch (cause) {
    const message = `${address} could not be loaded, or isn't what was published`;
    throw new LoadError('network', `${message}: ${cause.message}`, cause);
  }
  if (!response.ok) {
    throw new LoadError('network', `${address} answered ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** The one WebAssembly instance of this page. */
const runtime = () =>
  once('runtime', async () => {
    const glue = import(url(files.glue)).catch((cause) => {
      throw new LoadError('network', `${url(files.glue)} could not be loaded`, cause);
    });
    const [loaded, module] = await Promise.all([glue, bytes(files.wasm)]);
    try {
      await loaded.default({ module_or_path: module });
    } catch (cause) {
      const message =
        "WebAssembly could not start; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";
      throw new LoadError('wasm', `${message}: ${cause.message}`, cause);
    }
    return loaded;
  });

/** The publication in a language. */
export const library = (lang) =>
  once(lang, async () => {
    const [glue, content] = await Promise.all([runtime(), bytes(files.content[lang])]);
    try {
      return new glue.Library(content, BASE);
    } catch (cause) {
      throw new LoadError('content', `${url(files.content[lang][0])}: ${cause.message}`, cause);
    }
  });

/**
 * The buttons of the panels in `root`, of which `container` shows one; without them readers
 * still have its links. `now()` tells what is shown.
 */
export const enableSharing = (root, container, now) =>
  import(url(files.share))
    .then((module) => module.enableSharing(root, container, now))
    .catch((error) => console.warn(`${NAME}: ${error.message}`));

/** A document, parsed by the browser: no policy takes that for a string of markup. */
const parsed = (address) =>
  once(address, () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.responseType = 'document';
      request.onload = () => {
        const { status, response } = request;
        if (status === 200 && response) resolve(response);
        else reject(Object.assign(new LoadError('network', `${address} answered ${status}`), { status }));
      };
      request.timeout = 2e4;
      request.ontimeout = request.onerror = () =>
        reject(new LoadError('network', `${address} could not be loaded`));
      request.send();
    }),
  );

/**
 * A finished view: its name, its title and fresh nodes for this page, with links to share what
 * `shared(view)` says. A view that doesn't exist gives the nearest above it, which says so.
 */
export async function fragment(lang, asked, level, shared) {
  // As the core reads it: empty segments don't count, and what can't be a name ends it.
  const segments = asked.split('/').filter(Boolean);
  const wrong = segments.findIndex((each) => !/^[\w-]+$/.test(each));
  const path = segments.slice(0, wrong < 0 ? undefined : wrong);
  let found, view, address;
  while (!found) {
    view = path.join('/');
    address = url(`${files.fragments[lang]}/${view && `${view}/`}`);
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
  if (path.length < segments.length) {
    const notice = document.createElement('p');
    notice.className = 'kl-notice';
    notice.setAttribute('role', 'status');
    notice.textContent = nodes.dataset.nearest.replace('{path}', () => asked);
    nodes.querySelector('.kl-head').prepend(notice);
  }
  return { view, title: found.title, nodes };
}

/** Puts a heading some levels lower. */
function relevel(heading, lower) {
  const level = Math.min(6, Number(heading.localName[1]) + lower);
  const other = document.createElement(`h${level}`);
  for (const { name, value } of heading.attributes) other.setAttribute(name, value);
  other.append(...heading.childNodes);
  heading.replaceWith(other);
}
