// One widget on a page: prerendered views first, then the interactive app in their place.

import { loadFragment } from './fragments.js';
import { loadRuntime } from './load-runtime.js';
import { loaderError } from './loader-error.js';
import { TRANSITIONS } from './widget-state.js';

/** @typedef {import('./load-runtime.js').Runtime} Runtime */
/** @typedef {import('./loader-error.js').LoaderError} LoaderError */

/** @typedef {import('./runtime/app-pool.js').Lease} Lease */

/**
 * The view that the app has rendered.
 *
 * @typedef {{ view: string, title: string }} Rendered
 */

/** How long, in ms, the app may take to render a view; it needs some hundredths of that. */
const RENDER_TIMEOUT_MS = 3000;

/**
 * The place of a widget: an element in a host page, or a standalone page.
 *
 * @typedef {object} WidgetHost
 * @property {HTMLElement} container shows one child at a time
 * @property {boolean} [usesFragments] whether views come as fragments until the widget is interactive
 * @property {(nodes: HTMLElement) => void} [onBeforeFragment] nodes of a prerendered view are about to be shown
 * @property {() => Promise<unknown>} [stylesheetLoaded] resolves when any view may be seen
 * @property {(view: string) => void} [onFirstView] the first prerendered view is shown
 * @property {(runtime: Runtime) => void} onRuntimeLoaded the share controls can be made
 * @property {(view: string, title: string) => void} onInteractive the app is in the container
 * @property {(view: string) => void} [onBeforeNavigate] another view is about to be shown
 * @property {(view: string, title: string) => void} onNavigate another view is shown
 * @property {(error: LoaderError, wasInteractive: boolean) => void} onError the app failed
 */

/**
 * The name of a view as requested, or an ellipsis where the text can't be a name: the notice repeats
 * it, and anybody may have written it into a URL.
 *
 * @param {string} view
 */
const nameOf = (view) => (/^[\w/-]{0,80}$/.test(view) ? view : '…');

/** Shows views in a container, and replaces prerendered ones by the app once that is possible unnoticed. */
export class WidgetController {
  #host;
  /** @type {import('./widget-state.js').State} */
  #state = 'prerendered';
  /** Ends with the navigation: the request of a fragment, the wait for idle input. */
  #navigation = new AbortController();
  /** @type {Runtime} */
  #runtime = /** @type {any} */ (null);
  /** @type {Lease | null} */
  #lease = null;
  /** @type {Rendered | null} */
  #rendered = null;
  /** @type {HTMLElement | null} */
  #fragment = null;
  /** @type {string | null} */
  #shownView = null;
  /** @type {FocusOptions | false} */
  #focus = false; // the title gets the focus with the next view
  #title = document.title;
  #renderTimeout = 0;
  /** The time from which a lost request may be tried again, and the pause, in ms, after the next loss. */
  #retryAt = 0;
  #pause = 0;
  #hasReportedLoss = false;

  mountId = 0;

  /**
   * @param {WidgetHost} host
   * @param {{ lang: string, level: number, view: string, publicUrl: string }} options
   */
  constructor(host, { lang, level, view, publicUrl }) {
    this.#host = host;
    this.lang = lang;
    this.level = level;
    /** The view that is shown or on its way. */
    this.view = view;
    /** As requested: may not exist. */
    this.requestedView = nameOf(view);
    this.publicUrl = publicUrl;
  }

  get isInteractive() {
    return this.#state === 'interactive';
  }

  /** The view that is shown, for sharing. */
  currentView() {
    const { lang } = this;
    const view = this.#shownView ?? this.view;
    return { view, lang, address: this.#address(view), title: this.#title };
  }

  /**
   * The address of a view as other people can reach it.
   *
   * @param {string} view
   */
  #address(view) {
    return this.publicUrl.replace('{path}', view && `${view}/`).replace('{view}', view);
  }

  /**
   * Enters the next state, which it returns, if there is one.
   *
   * @param {import('./widget-state.js').Transition} transition
   */
  #enter(transition) {
    const next = TRANSITIONS[this.#state][transition];
    this.#state = next ?? this.#state;
    return next;
  }

  /** Shows the requested view, prerendered. Ignores responses to stale requests. */
  async showPrerendered() {
    this.#navigation.abort();
    // The wait for idle input has ended as well.
    this.#enter('mismatch');
    const { signal } = (this.#navigation = new AbortController());
    let fragment;
    try {
      fragment = await loadFragment(this.lang, this.requestedView, this.level, (view) => this.#address(view));
    } catch (error) {
      if (signal.aborted) return;
      if (this.#shownView !== null) {
        this.view = this.requestedView = this.#shownView;
        // An app that has rendered the failed view would never match.
        this.#updateApp();
        this.#compare();
      }
      throw error;
    }
    if (signal.aborted) return;
    const { view, title, nodes, notice } = fragment;
    this.#host.onBeforeFragment?.(nodes);
    const previousView = this.#shownView;
    if (previousView !== null) this.#host.onBeforeNavigate?.(view);
    const { container } = this.#host;
    if (this.#fragment && this.#fragment === container.firstElementChild) {
      // The live region stays, so that screen readers announce what comes into it.
      const root = /** @type {Element} */ (this.#fragment.firstElementChild);
      const newRoot = /** @type {Element} */ (nodes.firstElementChild);
      root.className = newRoot.className;
      while (root.children[1]) root.lastElementChild?.remove();
      root.append(...[...newRoot.children].slice(1));
    } else {
      container.replaceChildren((this.#fragment = nodes));
    }
    /** @type {Element} */ (container.querySelector('.kl-notice')).textContent = notice;
    this.#setShown(view, title);
    this.#focusTitle();
    if (previousView === null) this.#host.onFirstView?.(view);
    else if (view !== previousView) this.#host.onNavigate(view, title);
    this.#compare();
  }

  /** Loads the app, unless it is on its way, and swaps it in when it shows the same view. */
  async activate() {
    if (Date.now() < this.#retryAt || !this.#enter('activate')) return;
    try {
      const runtime = await loadRuntime();
      if (!this.#runtime) this.#host.onRuntimeLoaded(runtime);
      this.#runtime = runtime;
      // The app renders any view without asking, so it waits for the styles of all.
      const [factory] = await Promise.all([runtime.loadFactory(this.lang), this.#host.stylesheetLoaded?.()]);
      if (this.#state === 'disposed') return;
      this.#lease = runtime.takeApp(factory, this);
      this.#compare();
    } catch (error) {
      this.#fail(/** @type {LoaderError} */ (error));
    }
  }

  /** Ends the widget; its app goes to the next one. */
  dispose() {
    this.#enter('dispose');
    this.#navigation.abort();
    if (this.#lease) this.#runtime.giveBack(this.#lease);
    this.#lease = null;
  }

  /**
   * Shows a view. `focus` moves the focus to its title; `byReader` scrolls there as well.
   *
   * @param {string} view
   * @param {{ byReader?: boolean, focus?: boolean, level?: number }} [options]
   */
  async show(view, { byReader = false, focus = byReader, level = this.level } = {}) {
    this.requestedView = nameOf(view);
    // An interactive app reports the view itself.
    if (!this.isInteractive) this.view = view;
    this.level = level;
    this.#focus = focus && { preventScroll: !byReader };
    clearTimeout(this.#renderTimeout);
    // The first view appears at once; later ones may fade in.
    this.#host.container.classList.add('kl-moved');
    // Browsers keep the scroll position with the URL, so the URL changes first. Links in the app lead to views that exist.
    if (byReader && this.isInteractive) this.#host.onBeforeNavigate?.(view);
    this.#compare();
    try {
      this.#updateApp();
      // An app that stops after the update reports nothing.
      if (byReader && this.isInteractive && view !== this.#rendered?.view) {
        this.#renderTimeout = setTimeout(() => this.#failStopped('a click had no effect'), RENDER_TIMEOUT_MS);
      }
    } catch (error) {
      this.#failStopped(/** @type {Error} */ (error).message);
    }
    // The app may still be the first to show the view: then it is swapped in.
    if (!this.isInteractive && this.#host.usesFragments) await this.showPrerendered();
  }

  #updateApp() {
    this.#lease?.app.update(this.publicUrl, this.level, this.requestedView, this.mountId);
  }

  /**
   * Called by the app when it has rendered a view; reports for an earlier holder are ignored.
   *
   * @param {number} mountId
   * @param {string} view
   * @param {string} title
   */
  onRendered(mountId, view, title) {
    if (mountId !== this.mountId) return;
    clearTimeout(this.#renderTimeout);
    this.#rendered = { view, title };
    if (!this.isInteractive) return this.#compare();
    this.#host.onBeforeNavigate?.(view);
    this.#setShown(view, title);
    this.#focusTitle();
    this.#host.onNavigate(view, title);
  }

  /**
   * @param {string} view
   * @param {string} title
   */
  #setShown(view, title) {
    this.view = this.#shownView = view;
    this.#title = title;
  }

  #focusTitle() {
    const title = /** @type {HTMLElement | null} */ (this.#host.container.querySelector('[data-title]'));
    if (this.#focus) title?.focus(this.#focus);
    this.#focus = false;
  }

  /** Prepares the swap once the app has rendered the view that the container shows, or where it shows none. */
  #compare() {
    const { container, usesFragments } = this.#host;
    const rendered = this.#lease && this.#rendered;
    if (!rendered || (usesFragments && container.firstElementChild && rendered.view !== this.view)) {
      this.#enter('mismatch');
    } else if (this.#enter('match')) {
      this.#runtime.whenIdle(container, this.#navigation.signal, () => this.#swap());
    }
  }

  #swap() {
    if (!this.#enter('swap')) return;
    this.#navigation.abort();
    const { container } = this.#host;
    const { view, title } = /** @type {Rendered} */ (this.#rendered);
    const { wrapper } = /** @type {Lease} */ (this.#lease);
    const current = container.firstElementChild;
    // The app may be the first to show the next view.
    const isNext = this.#shownView !== null && this.#shownView !== view;
    if (isNext) this.#host.onBeforeNavigate?.(view);
    if (current && !isNext) this.#runtime.swap(current, wrapper);
    else container.replaceChildren(wrapper);
    this.#fragment = null;
    this.#setShown(view, title);
    this.#host.onInteractive(view, title);
    if (!isNext) return;
    this.#focusTitle();
    this.#host.onNavigate(view, title);
  }

  /** @param {string} cause */
  #failStopped(cause) {
    this.#fail(loaderError('wasm', `the widget stopped: ${cause}`));
  }

  /**
   * Gives up the app; prerendered views stay.
   *
   * @param {LoaderError} error
   */
  #fail(error) {
    const wasInteractive = this.isInteractive;
    if (/^(network|style)$/.test(error.reason ?? '')) {
      if (!this.#enter('lose')) return;
      // The first intent after a loss tries again at once, later ones after ever longer pauses.
      this.#retryAt = Date.now() + this.#pause;
      this.#pause = Math.min(2 * this.#pause + 1000, 60_000);
      if (this.#hasReportedLoss) return;
      this.#hasReportedLoss = true;
    } else if (!this.#enter('fail')) {
      return;
    }
    // An app that failed doesn't go to another holder.
    if (this.#lease) this.#lease.holder = null;
    this.#lease = null;
    const reason = error.name === 'RuntimeError' ? 'wasm' : 'internal';
    this.#host.onError(error.reason ? error : loaderError(reason, String(error), error), wasInteractive);
  }
}
