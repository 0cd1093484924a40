// Types of the element <kennis-lemniscaat> and its events. Made of interface.toml by `cargo xtask codegen`.

/** The view that a widget shows. */
export interface KennisLemniscaatView {
  /** The name of the element, which each publication has for itself. */
  publication: string;
  /** The part of an address after the language, such as `vertaling/tip-5`; empty is the overview. */
  view: string;
  /** The title of the view. */
  title: string;
}

/** How the reader shares a view. */
export interface KennisLemniscaatShare {
  /** The name of the element, which each publication has for itself. */
  publication: string;
  /** The view. */
  view: string;
  /** The shared URL. */
  url: string;
  /** The link or button, such as `LinkedIn`, `link`, `code` or `system`. */
  via: string;
}

/** A problem. The reader keeps the current view. */
export interface KennisLemniscaatError {
  /** The name of the element, which each publication has for itself. */
  publication: string;
  /** The kind of problem. */
  reason: 'network' | 'style' | 'wasm' | 'name-taken' | 'internal';
  /** For people: the file that couldn't be loaded, or what a policy must allow. */
  message: string;
}

/** Attributes of <kennis-lemniscaat>, for frameworks that check attributes. */
export interface KennisLemniscaatAttributes {
  /** Language of the text. */
  lang?: string;
  /** The view: the part of an address after the language, such as `vertaling/tip-5`. */
  view?: string;
  /** Level of the widget's first heading, 1 to 6. */
  'heading-level'?: 1 | 2 | 3 | 4 | 5 | 6 | '1' | '2' | '3' | '4' | '5' | '6';
  /** Color scheme: `light`, `dark`, `reader` (the reader's preference) or `auto` (the host page's own). */
  theme?: 'auto' | 'reader' | 'light' | 'dark';
  /** Whether the page's URL follows the view, as in `?kennislemniscaat=vertaling/tip-5`. */
  'sync-url'?: boolean | '';
  /** A page of yours that readers share instead of ours; the view is added as that parameter. */
  'share-base'?: string;
  /** `eager` loads the interactive widget at once; otherwise it is loaded near the viewport. */
  loading?: 'lazy' | 'eager';
}

declare global {
  interface HTMLElementTagNameMap {
    'kennis-lemniscaat': HTMLElement;
  }

  interface GlobalEventHandlersEventMap {
    /** The widget is interactive. */
    'kennislemniscaat:ready': CustomEvent<KennisLemniscaatView>;
    /** The widget shows another view. */
    'kennislemniscaat:navigate': CustomEvent<KennisLemniscaatView>;
    /** The reader shares the view, with the link or button that `via` names. */
    'kennislemniscaat:share': CustomEvent<KennisLemniscaatShare>;
    /** A file can't be loaded, or the widget stopped. */
    'kennislemniscaat:error': CustomEvent<KennisLemniscaatError>;
  }
}
