// Where this script was loaded from, and the files beside it.

import { loaderError } from './loader-error.js';

// `currentScript` is null after the first await, and in modules, where an element that is named
// so shadows it. The engine then names the address of the module in a stack trace.
const stack = String(new Error().stack);
export const script =
  [document.currentScript].find((element) => element instanceof HTMLScriptElement) ??
  // Not `document.scripts`: an image of that name shadows it.
  [...document.querySelectorAll('script')].find((element) => element.src && stack.includes(element.src));

// A script that was evaluated or combined with others runs under another name than its own, if any:
// nothing of this site may be requested beside that.
const [address] = /\w+:\/\/[^\s?#]+\/(embed|page-\w+)\.js(?=\W)/.exec(`${script?.src} ${stack} `) ?? [];

/** The root of the site; undefined where the address of this script is unknown. */
export const BASE = address && new URL(ROOT, address).href;

/** The files of the site, relative to its root. */
export const files = FILES;

/**
 * The address of a file of the site.
 *
 * @param {string} file
 */
export function url(file) {
  if (!BASE) throw loaderError('internal', 'embed.js has no address of its own');
  return new URL(file, BASE).href;
}

/**
 * The address of the standalone page of a view, with a placeholder for the path.
 *
 * @param {string} lang
 */
export const publicUrl = (lang) => `${url(`${lang}/`)}{path}`;
