// Bundles the applications into the folder that the argument names.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

// Unlike `import`, `require` finds packages in NODE_PATH.
const require = createRequire(import.meta.url);
const { build } = require('esbuild');
const { compile } = require('svelte/compiler');

const svelte = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, 'utf8'), { filename: path, dev: true });
      return { contents: js.code };
    });
  },
};

const bundle = (entryPoints, alias) =>
  build({
    entryPoints,
    alias,
    absWorkingDir: import.meta.dirname,
    nodePaths: [process.env.NODE_PATH],
    bundle: true,
    format: 'iife',
    outdir: process.argv[2],
    plugins: [svelte],
    // In development mode, frameworks report problems in the console.
    conditions: ['development'],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    logLevel: 'warning',
  });

await bundle([
  'angular.js',
  'angular-cdk.js',
  'lit.js',
  'react.js',
  'react-modal.js',
  'react-router.js',
  'svelte.js',
  'vue.js',
]);
await bundle([{ in: 'react.js', out: 'react-18' }], { react: 'react-18', 'react-dom': 'react-dom-18' });
