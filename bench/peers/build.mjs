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

/** The stylesheets, in the order of the cascade. */
const STYLES = ['base.css', 'figure.css', 'texts.css', 'wide.css'];

const { NODE_MODULES } = process.env;
const [bundle, out] = process.argv.slice(2);
const sources = import.meta.dirname;
const require = createRequire(join(NODE_MODULES, '../package.json'));
const { transform } = require('esbuild');
const { compile } = require('svelte/compiler');
const { build } = await import(require.resolve('vite'));

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

/** A module that exports a value. Engines parse JSON in a string faster than a literal. */
const moduleOf = (value) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Finds the npm packages, and the data and the style that all twins share by the names that they import. */
const resolver = (texts) => ({
  name: 'resolver',
  enforce: 'pre',
  resolveId(id) {
    if (id in texts) return `\0${id}`;
    return /^[.\0/]/.test(id) ? null : this.resolve(id, join(NODE_MODULES, '../index.js'), { skipSelf: true });
  },
  load: (id) => texts[id.slice(1)],
});

const svelte = {
  name: 'svelte',
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null;
    const options = { filename: id, generate: 'client', css: 'external', runes: true, dev: false };
    const { js, warnings } = compile(code, options);
    if (warnings.length) throw new Error(`${id}: ${warnings.map(({ message }) => message).join('; ')}`);
    return { code: js.code, map: null };
  },
};

async function twin(name, texts) {
  const result = await build({
    configFile: false,
    root: sources,
    logLevel: 'warn',
    plugins: [resolver(texts), svelte],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'chrome111',
      modulePreload: false,
      rollupOptions: { input: join(sources, name, TWINS[name]), output: { format: 'iife' } },
    },
  });
  await write(`${name}/twin.js`, [result].flat()[0].output[0].code);
}

const { first, rest } = twinData(JSON.parse(await read(bundle)));
const styles = await Promise.all(STYLES.map((name) => read(join(sources, 'style', name))));
const { code: style } = await transform(styles.join(''), { loader: 'css', minify: true });
await rm(out, { recursive: true, force: true });

const restText = JSON.stringify(rest);
const restFile = `texts-${hashOf(restText)}.json`;
await write(restFile, restText);
const texts = {
  '@twin/first': moduleOf({ ...first, texts: restFile }),
  '@twin/style': moduleOf(style),
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
