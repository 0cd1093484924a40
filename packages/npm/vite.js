// A plugin for Vite: it serves and copies the files of the widget, and leads `kennislemniscaat/define` to them.

import { readFile, readdir } from 'node:fs/promises';
import { extname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILES = fileURLToPath(new URL('./dist/', import.meta.url));
const ENTRY = 'kennislemniscaat/define';
const MODULE = `\0${ENTRY}`;
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The path of each file below the folder, with slashes. */
async function paths() {
  const entries = await readdir(FILES, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(FILES, `${parentPath}${sep}${name}`).replaceAll(sep, '/'));
}

/** Serves the files while Vite develops. */
async function serve(server, mount) {
  const files = new Set(await paths());
  server.middlewares.use(mount, async (request, response, next) => {
    // The paths of all files are ASCII.
    const path = new URL(request.url, 'http://host').pathname.slice(1);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!files.has(file)) {
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    try {
      response.end(await readFile(FILES + file));
    } catch (error) {
      next(error);
    }
  });
}

export default function kennislemniscaat({ folder = 'kennislemniscaat' } = {}) {
  let base = '/';
  return {
    name: 'kennislemniscaat',
    enforce: 'pre',
    // Vite bundles dependencies for development without asking plugins for their modules.
    config: () => ({ optimizeDeps: { exclude: ['kennislemniscaat'] } }),
    configResolved(config) {
      base = config.base;
    },
    resolveId: (id) => (id === ENTRY ? MODULE : undefined),
    load(id) {
      if (id !== MODULE) return;
      const src = JSON.stringify(`${base}${folder}/embed.js`);
      return `import { define } from 'kennislemniscaat';
define({ src: ${src} }).catch((error) => console.error(error.message));`;
    },
    configureServer: (server) => serve(server, `${base}${folder}`),
    async generateBundle() {
      if (this.environment?.config.consumer === 'server') return;
      for (const path of await paths()) {
        const source = await readFile(FILES + path);
        this.emitFile({ type: 'asset', fileName: `${folder}/${path}`, source });
      }
    },
  };
}
