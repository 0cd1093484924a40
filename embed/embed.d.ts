// Types of what embed.js brings to a page: <kennis-lemniscaat> and its events.

/** What a widget shows. */
export interface KennisLemniscaatView {
  /** The part of an address after the language, such as `vertaling/tip-5`; empty is the overview. */
  view: string;
  /** The title of that view. */
  title: string;
}

/** How the reader sends a view on. */
export interface KennisLemniscaatShare {
  /** The view. */
  view: string;
  /** The address that is sent. */
  url: string;
  /** The link or button, such as `LinkedIn`, `link`, `code` or `system`. */
  via: string;
}

/** What went wrong. The reader keeps what there was. */
export interface KennisLemniscaatError {
  reason: 'network' | 'style' | 'wasm' | 'internal';
  /** For people: what couldn't be loaded, or what a policy must allow. */
  message: string;
}

/** Attributes of <kennis-lemniscaat>, for frameworks that check them. */
export interface KennisLemniscaatAttributes {
  lang?: string;
  view?: string;
  theme?: 'auto' | 'light' | 'dark';
  'heading-level'?: 1 | 2 | 3 | 4 | 5 | 6 | '1' | '2' | '3' | '4' | '5' | '6';
  'sync-url'?: boolean | '';
  'share-base'?: string;
  loading?: 'lazy' | 'eager';
}

declare global {
  interface HTMLElementTagNameMap {
    'kennis-lemniscaat': HTMLElement;
  }

  interface GlobalEventHandlersEventMap {
    'kennislemniscaat:ready': CustomEvent<KennisLemniscaatView>;
    'kennislemniscaat:navigate': CustomEvent<KennisLemniscaatView>;
    'kennislemniscaat:share': CustomEvent<KennisLemniscaatShare>;
    'kennislemniscaat:error': CustomEvent<KennisLemniscaatError>;
  }
}
