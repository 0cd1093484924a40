// The states of a widget on a page, and what leads from one to another.

/**
 * - `prerendered`: a prerendered view is shown, or comes; the app may be activated.
 * - `activating`: the runtime and the app come, or the app renders another view than the container shows.
 * - `ready-to-swap`: the app has rendered the view that the container shows; the swap waits for idle input.
 * - `interactive`: the app is in the container.
 * - `failed`: the app can't come, or stopped; prerendered views stay.
 * - `disposed`: the element left the page, or its language changed.
 *
 * @typedef {'prerendered' | 'activating' | 'ready-to-swap' | 'interactive' | 'failed' | 'disposed'} State
 */

/**
 * - `activate`: the widget is near the viewport, or the reader turns to it.
 * - `match`, `mismatch`: the app has or hasn't rendered the view that the container shows.
 * - `swap`: the app replaces the prerendered view.
 * - `lose`: a request for a file of the app was lost; the next intent of the reader tries again.
 * - `fail`: the app can't start here, or it threw or stopped.
 * - `dispose`: the widget ends.
 *
 * @typedef {'activate' | 'match' | 'mismatch' | 'swap' | 'lose' | 'fail' | 'dispose'} Transition
 */

/**
 * The next state for each state and transition; any other transition leaves the state as it is.
 *
 * @type {Record<State, Partial<Record<Transition, State>>>}
 */
export const TRANSITIONS = {
  prerendered: { activate: 'activating', dispose: 'disposed' },
  activating: { match: 'ready-to-swap', lose: 'prerendered', fail: 'failed', dispose: 'disposed' },
  'ready-to-swap': { mismatch: 'activating', swap: 'interactive', fail: 'failed', dispose: 'disposed' },
  interactive: { fail: 'failed', dispose: 'disposed' },
  failed: { dispose: 'disposed' },
  disposed: {},
};
