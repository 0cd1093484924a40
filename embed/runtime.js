// What makes widgets live: a script of its own, which the loader gets once a reader comes near.

import { apps } from './app-pool.js';
import { publications } from './wasm.js';
import { enableSharing } from './share.js';
import { swap, whenQuiet } from './swap.js';

/** All of it, for the loader whose site is at `base`, with the `files` that it names. */
export function connect(base, files) {
  const publication = publications(base, files);
  return { publication, ...apps(publication), enableSharing, swap, whenQuiet };
}
