// Where this script was loaded from, and the files beside it.

export const TAG_NAME = 'kennis-lemniscaat';

// `currentScript` is null after the first await, and in modules, where an element that is named
// so shadows it. The engine then names the address of the module in a stack trace.
export const script =
  [document.currentScript].find((element) => element instanceof HTMLScriptElement) ??
  // Not `document.scripts`: an image of that name shadows it.
  [...document.querySelectorAll('script')].find((element) => element.src && new Error().stack?.includes(element.src));

/** The root of the site. */
export const BASE = new URL(ROOT, script?.src ?? location.href).href;

/** The files of the site, relative to its root. */
export const files = FILES;

/**
 * The address of a file of the site.
 *
 * @param {string} file
 */
export const url = (file) => new URL(file, BASE).href;

/**
 * The address of the standalone page of a view, with a placeholder for the path.
 *
 * @param {string} lang
 */
export const publicUrl = (lang) => `${url(`${lang}/`)}{path}`;
