// Reads pages as reader modes do, with the library of Firefox's: https://github.com/mozilla/readability.
// Reads paths of pages, one a line; writes the title and the text that remain of each page, as JSON.
// Each page is read twice: with its links to services, and without them, as on a site without a base URL.
// node reader.mjs NODE_MODULES < paths

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(`${process.argv[2]}/`);
const { Readability } = require('@mozilla/readability');
const { JSDOM } = require('jsdom');

const read = (html, linksToServices) => {
  const { document } = new JSDOM(html).window;
  if (!linksToServices) document.querySelectorAll('li:has([data-share])').forEach((item) => item.remove());
  const article = new Readability(document).parse();
  return article ? `${article.title}\n${article.textContent}` : '';
};

const paths = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const pages = paths.map((path) => readFileSync(path, 'utf8'));
console.log(JSON.stringify(pages.map((html) => [read(html, true), read(html, false)])));
