// Types of the interface for applications, with those of the element and its events.

export type * from './embed.js';

/** The name of the element. */
export declare const ELEMENT: 'kennis-lemniscaat';

/** The version of the package, which is that of the widget. */
export declare const VERSION: string;

/** The names of the events. */
export declare const EVENTS: Readonly<{
  /** The widget is interactive. */
  ready: 'kennislemniscaat:ready';
  /** The widget shows another view. */
  navigate: 'kennislemniscaat:navigate';
  /** The reader shares the view. */
  share: 'kennislemniscaat:share';
  /** A file can't be loaded, or the widget stopped. */
  error: 'kennislemniscaat:error';
}>;

/** The place of the widget. */
export interface DefineOptions {
  /** The address of `embed.js`, relative to the page; its files are beside it. */
  src: string | URL;
}

/**
 * Registers the element by loading `embed.js` from the place where its files are. Without a browser it does nothing.
 * The promise is rejected if the script can't be loaded.
 */
export declare function define(options: DefineOptions): Promise<void>;
