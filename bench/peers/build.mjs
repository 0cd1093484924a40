// Builds the twins and the static pages. The arguments are the bundle of the publication, as JSON, and the folder for the
// result; NODE_MODULES is the folder of the npm packages. Prints the packages of the twins with their versions.

import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { twinData } from './data.js';
import { page } from './static/page.js';

const TWINS = { preact: 'twin.jsx', lit: 'twin.js', svelte: 'twin.js' };

const { NODE_MODULES } = process.env;
const [bundle, out] = process.argv.slice(2);
const sources = import.meta.dirname;
const require = createRequire(join(NODE_MODULES, '../package.json'));
const { build, transform } = require('esbuild');
const { compile } = require('svelte/compiler');

const read = (path) => readFile(path, 'utf8');

/** Writes a file, with copies that are compressed as small as possible. */
async function write(path, text) {
  const file = join(out, path);
  const bytes = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  await writeFile(`${file}.br`, brotliCompressSync(bytes, { params }));
  await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The data and the style, under the names by which the twins import them. */
const shared = (texts) => ({
  name: 'shared',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@twin\// }, ({ path }) => ({ path, namespace: 'twin' }));
    onLoad({ filter: /.*/, namespace: 'twin' }, ({ path }) => texts[path]);
  },
});

const svelte = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const options = { filename: path, generate: 'client', css: 'external', runes: true, dev: false };
      const { js, warnings } = compile(await read(path), options);
      return { contents: js.code, warnings: warnings.map(({ message: text }) => ({ text })) };
    });
  },
};

async function twin(name, texts) {
  const { outputFiles, warnings } = await build({
    entryPoints: [join(sources, name, TWINS[name])],
    nodePaths: [NODE_MODULES],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'chrome111',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [shared(texts), svelte],
    logLevel: 'silent',
  });
  if (warnings.length) throw new Error(`${name}: ${warnings.map(({ text }) => text).join('; ')}`);
  await write(`${name}/twin.js`, outputFiles[0].text);
}

const { first, rest } = twinData(JSON.parse(await read(bundle)));
const { code: style } = await transform(await read(join(sources, 'style.css')), { loader: 'css', minify: true });
await rm(out, { recursive: true, force: true });

const restText = JSON.stringify(rest);
const restFile = `texts-${hashOf(restText)}.json`;
await write(restFile, restText);
const texts = {
  '@twin/first': { contents: JSON.stringify({ ...first, texts: restFile }), loader: 'json' },
  '@twin/style': { contents: style, loader: 'text' },
};
for (const name of Object.keys(TWINS)) await twin(name, texts);

const styleFile = `style-${hashOf(style)}.css`;
await write(`static/${styleFile}`, style);
for (const view of Object.values({ ...first.views, ...rest })) {
  await write(join('static/nl', view.name, 'index.html'), page(first, view, `/static/${styleFile}`));
}

const versions = Object.keys(TWINS).map(async (name) => {
  const { version } = JSON.parse(await read(join(NODE_MODULES, name, 'package.json')));
  return `${name} ${version}`;
});
console.log((await Promise.all(versions)).join(', '));
