// Registers the element with the files of this package. A bundler would separate them from their script: the plugin
// for Vite replaces this module, and applications with another bundler call `define` themselves.

import { ELEMENT, define } from './index.js';

const address = new URL('./dist/embed.js', import.meta.url);

if (address.pathname.endsWith('/dist/embed.js')) {
  define({ src: address }).catch((error) => console.error(error.message));
} else {
  console.error(
    `${ELEMENT}: a bundler has moved embed.js away from its files; expected the plugin kennislemniscaat/vite, or a call of define({ src })`,
  );
}
