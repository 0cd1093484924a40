// The WebAssembly and the publications that it reads, each once.

import { failure } from './loader-error.js';
import { once } from './memoize.js';

/** The path of the JavaScript around the WebAssembly: filled in when the site is published. */
const glueFile = GLUE;

/** A function that gives the publication in a language. */
export function publications(base, files) {
  const kept = once();

  /** The bytes of a published file: `[path, hash]`. */
  const bytes = async ([file, integrity]) => {
    const address = base + file;
    let response;
    try {
      response = await fetch(address, { credentials: 'omit', integrity });
    } catch (cause) {
      const message = `${address} could not be loaded, or isn't what was published`;
      throw failure('network', `${message}: ${cause.message}`, cause);
    }
    if (!response.ok) throw failure('network', `${address} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };

  /** The one WebAssembly instance of this page. */
  const runtime = () =>
    kept('', async () => {
      const glue = import(base + glueFile).catch((cause) => {
        throw failure('network', `${base + glueFile} could not be loaded`, cause);
      });
      const [loaded, module] = await Promise.all([glue, bytes(files.wasm)]);
      try {
        await loaded.default({ module_or_path: module });
      } catch (cause) {
        const message =
          "WebAssembly could not start; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";
        throw failure('wasm', `${message}: ${cause.message}`, cause);
      }
      return loaded;
    });

  return (lang) =>
    kept(lang, async () => {
      const [glue, content] = await Promise.all([runtime(), bytes(files.content[lang])]);
      return new glue.Library(content, base);
    });
}
