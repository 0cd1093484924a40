// Where this script came from, and what lies beside it.

export const NAME = 'kennis-lemniscaat';

// Read at once: it is gone after the first await. In a module it never was, and what a page
// names so is something else: then it is the script whose address the engine names here.
export const script =
  [document.currentScript].find((each) => each instanceof HTMLScriptElement) ??
  // Not `document.scripts`: that may be a picture of such a name.
  [...document.querySelectorAll('script')].find((each) => each.src && new Error().stack?.includes(each.src));

/** The root of the site, as it lies from this script: filled in when the site is published. */
export const BASE = new URL(ROOT, script?.src ?? location.href).href;

/** The address of a file of ours. */
export const url = (file) => new URL(file, BASE).href;

/** Where each file is, relative to this script: filled in when the site is published. */
export const files = FILES;

/** The language that comes nearest to the one asked for, of those that there are. */
export function language(asked) {
  const known = Object.keys(files.content);
  const lang = asked?.toLowerCase() ?? '';
  return known.find((each) => lang === each) ?? known.find((each) => lang.startsWith(`${each}-`)) ?? known[0];
}

/** The address of our page for a view, as the core fills it in. */
export const publicUrl = (lang) => url(`${lang}/`) + '{path}';
