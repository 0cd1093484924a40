// Constants that are filled in when the site is published; see publisher's loader.rs.

/** The name of the element. */
declare const ELEMENT: string;

/** An identifier of the publication: equal in all its versions, and of lowercase letters and digits. */
declare const PUBLICATION: string;

/** The root of the site, relative to the script. */
declare const ROOT: string;

/** A published file: its path below the root of the site, and its hash for Subresource Integrity. */
type HashedFile = [path: string, integrity: string];

/** The files that the scripts of pages may request, relative to the root of the site. */
declare const FILES: {
  runtime: string;
  /** The folder of prerendered fragments in each language; only `embed.js` has it. */
  fragments: Record<string, string>;
  /** The stylesheet that the first view doesn't need; only `embed.js` has it. */
  deferred: string;
};

/** The stylesheet of the first view; only `embed.js` has it. */
declare const STYLE: string;

/** The files that the runtime may request, relative to the root of the site. */
declare const RUNTIME_FILES: {
  /** The bindings that wasm-bindgen makes. */
  bindings: string;
  wasm: HashedFile;
  /** The bundle of the publication in each language. */
  bundles: Record<string, HashedFile>;
  /** The script of the search. */
  search: string;
  /** The stylesheet of the search. */
  searchStyle: HashedFile;
  /** The pieces that are searched, in each language. */
  searches: Record<string, HashedFile>;
};

/** The labels of the share controls in each language, in the order of `labels.rs`. */
declare const LABELS: Record<string, string[]>;
