// Constants that are filled in when the site is published; see publisher's loader.rs.

/** The root of the site, relative to the script. */
declare const ROOT: string;

/** A published file: its path below the root of the site, and its hash for Subresource Integrity. */
type HashedFile = [path: string, integrity: string];

/** The files that the loader may request, relative to the root of the site. */
declare const FILES: {
  runtime: string;
  wasm: HashedFile;
  /** The publication in each language. */
  content: Record<string, HashedFile>;
  /** The folder of prerendered fragments in each language; only `embed.js` has it. */
  fragments: Record<string, string>;
  /** Stylesheets; only `embed.js` has them. */
  style: string;
  charts: string;
  deferred: string;
};

/** The path of the bindings that wasm-bindgen makes. */
declare const BINDINGS: string;

/** The labels of the share controls in each language, in the order of `labels.rs`. */
declare const LABELS: Record<string, string[]>;
