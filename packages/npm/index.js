// The interface for applications. Importing it registers nothing, and works without a browser.

/** The name of the element. */
export const ELEMENT = 'kennis-lemniscaat';

/** The version of the package, which is that of the widget. */
export const VERSION = '0.0.0';

/** The names of the events. */
export const EVENTS = Object.freeze({
  ready: 'kennislemniscaat:ready',
  navigate: 'kennislemniscaat:navigate',
  share: 'kennislemniscaat:share',
  error: 'kennislemniscaat:error',
});

/**
 * Registers the element by loading a script of the widget from the place where its files are.
 * Without a browser it does nothing.
 *
 * @param {{ src: string | URL }} options
 */
export async function define({ src }) {
  if (typeof document === 'undefined') return;
  const address = new URL(src, document.baseURI).href;
  try {
    await import(/* @vite-ignore */ /* webpackIgnore: true */ address);
  } catch (cause) {
    throw new Error(
      `${ELEMENT}: ${address} could not be loaded; expected a copy of the folder dist of this package there, or another host of the widget`,
      { cause },
    );
  }
}
