// The element <kennis-lemniscaat>: a widget in a host page.

import { adopt } from './adopt.js';
import { ATTRIBUTES } from './attributes.js';
import { files, publicUrl } from './config.js';
import { WidgetController } from './controller.js';
import { adoptDeferred } from './deferred.js';
import { prefetchFragment } from './fragments.js';
import { onIntent, viewLink } from './input.js';
import { loadRuntime } from './load-runtime.js';
import { inserted, mountAtScript, onConnected, onDisconnected } from './script-tag.js';
import { TAG_NAME } from './tag-name.js';
import { PARAMETER, firstSynced, pathOf, viewInAddress, viewInUrl } from './url-state.js';
import { warn } from './warn.js';

/** @typedef {import('./loader-error.js').LoaderError} LoaderError */

/** How near to the viewport a widget is activated. */
const ACTIVATION_MARGIN = '400px';

export class KennisLemniscaat extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static mountAtScript = mountAtScript;
  static publication = PUBLICATION;

  #root = this.attachShadow({ mode: 'open' });
  /** Shows the element's own content until there is a view. */
  #slot = document.createElement('slot');
  #container = document.createElement('div');
  /** @type {WidgetController | null} */
  #controller = null;
  /** Ends the controller's session: until the element is removed, or its language changes. */
  #session = new AbortController();
  /** @type {(() => void) | undefined} */
  #activate;
  /** @type {import('./load-runtime.js').Runtime | undefined} */
  #runtime; // writes the URL
  /** @type {string | null} */
  #initialView = null; // shown where the URL names none
  /** The view that the host page has set last. */
  #hostView = '';
  /** @type {'pushState' | 'replaceState'} */
  #historyMethod = 'pushState';
  #isReflecting = false;
  #isCompared = false;

  constructor() {
    super();
    this.#root.addEventListener('click', (event) => this.#onClick(/** @type {MouseEvent} */ (event)));
  }

  /** Libraries that morph a page into a newer one read all attributes before they change some. */
  get attributes() {
    this.#isCompared = true;
    queueMicrotask(() => (this.#isCompared = false));
    return super.attributes;
  }

  connectedCallback() {
    onConnected(this);
    this.#root.replaceChildren(this.#slot, this.#container);
    adopt(this.#root, STYLE);
    this.#start();
  }

  disconnectedCallback() {
    this.#reset();
    onDisconnected(this);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (this.#isReflecting) return;
    const isView = name === 'view';
    const previous = this.#hostView;
    if (isView) this.#hostView = after ?? '';
    if (!this.#controller || before === after) return;
    if (name === 'theme') {
      this.#applyTheme();
    } else if (name === 'loading') {
      if (this.#isEager()) this.#activate?.();
    } else if (name === 'lang') {
      if (this.#lang() === this.#controller.lang) return;
      this.#reset();
      this.#start();
    } else if (isView && this.#hostView === previous && this.#isCompared) {
      // The newer page repeats the view of the older one. The reader has gone on.
      this.#reflectView(this.#controller.view);
    } else if (name !== 'sync-url') {
      this.#controller.publicUrl = this.#publicUrl();
      const view = isView ? this.#viewAttribute() : this.#controller.requestedView;
      // Another query is the search's own.
      if (!isView || view !== this.#controller.requestedView) this.#show(view, { level: this.#headingLevel() });
    }
  }

  #start() {
    this.#startSession().catch((error) => this.#reportError(error));
  }

  async #startSession() {
    const { signal } = (this.#session = new AbortController());
    // A frame may follow the height of its content, and must come to rest.
    if (top === window) this.#reserveHeight('100vh');
    this.#applyTheme();
    const controller = (this.#controller = new WidgetController(this.#widgetHost(), {
      lang: this.#lang(),
      level: this.#headingLevel(),
      view: this.#requestedView(),
      publicUrl: this.#publicUrl(),
    }));
    // The host page may have a function of that name.
    this.addEventListener.call(window, 'popstate', () => this.#onPopState(), { signal });
    // Requested beside the prerendered view; the activation reports a failure.
    if (this.#isEager())
      loadRuntime()
        .then((runtime) => runtime.loadFactory(controller.lang))
        .catch(() => {});
    // Without a fragment the app may still come.
    await controller.showPrerendered().catch(() => {});
    if (signal.aborted) return;
    this.#activate = () => controller.activate();
    if (this.#isEager()) this.#activate();
    onIntent(this.#root, (event) => this.#onIntent(event), signal);
    whenNear(this, signal, this.#activate);
  }

  #reset() {
    this.#session.abort();
    this.#activate = undefined;
    this.#controller?.dispose();
    this.#controller = null;
    this.#container.replaceChildren();
    this.#slot.hidden = false;
  }

  /** @returns {import('./controller.js').WidgetHost} */
  #widgetHost() {
    return {
      container: this.#container,
      usesFragments: true,
      onBeforeFragment: ({ dataset: { style } }) => style && adopt(this.#root, style),
      stylesheetLoaded: () => adoptDeferred(this.#root),
      onFirstView: (view) => {
        this.#onViewShown(view);
        this.#escapeEmptyRule();
      },
      onRuntimeLoaded: (runtime) => {
        runtime.enhanceElement(
          this.#root,
          this.#container,
          inserted.get(this),
          this.#session.signal,
          () => this.#controller,
          (detail) => this.#dispatch('share', detail),
        );
      },
      onInteractive: (view, title) => {
        this.#onViewShown(view);
        this.#dispatch('ready', { view, title });
      },
      onBeforeNavigate: (view) => {
        if (this.#syncsUrl()) this.#runtime?.writeViewToUrl(view, this.#initialView, this.#historyMethod);
      },
      onNavigate: (view, title) => {
        this.#reserveHeight('');
        this.#reflectView(view);
        this.#dispatch('navigate', { view, title });
      },
      onError: (error, wasInteractive) => {
        if (wasInteractive) this.#controller?.showPrerendered().catch(() => {});
        this.#reportError(error);
      },
    };
  }

  /**
   * Activates the widget, and requests the view that a pointer or the focus is on, because a click may follow.
   *
   * @param {Event} event
   */
  #onIntent({ target }) {
    this.#activate?.();
    const link = /** @type {Element} */ (target).closest('a[data-view]');
    if (!link || !this.#controller || this.#controller.isInteractive || !this.#container.contains(link)) return;
    const { dataset, hreflang } = /** @type {HTMLAnchorElement} */ (link);
    prefetchFragment(hreflang || this.#controller.lang, /** @type {string} */ (pathOf(dataset.view)));
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const target = /** @type {Element} */ (event.target);
    // Clicks on slotted content belong to the host page.
    if (!this.#container.contains(target)) return;
    const fragment = target.closest('a[href^="#"]')?.getAttribute('href')?.slice(1);
    if (fragment) {
      // Fragments of URLs don't reach into a shadow root.
      event.preventDefault();
      this.#root.getElementById(fragment)?.focus();
    }
    const link = viewLink(event);
    if (!link) return;
    event.preventDefault();
    const view = /** @type {string} */ (link.dataset.view);
    const { hreflang } = /** @type {HTMLAnchorElement} */ (link);
    if (hreflang) {
      // The view has another name in the other language.
      this.#reset();
      this.lang = hreflang;
      this.setAttribute('view', view);
      this.#start();
    }
    this.#show(view, { byReader: true, href: link.getAttribute('href') });
  }

  #onPopState() {
    if (!this.#syncsUrl()) return;
    // Focus inside the widget moves to the new title. The name of an unknown view is replaced, not followed.
    const focus = !!this.#root.activeElement;
    this.#show(viewInUrl() ?? /** @type {string} */ (this.#initialView), { focus, method: 'replaceState' });
  }

  /**
   * @param {string} view
   * @param {{ href?: string | null, method?: 'pushState' | 'replaceState', byReader?: boolean, focus?: boolean, level?: number }} options
   */
  async #show(view, { href, method = 'pushState', ...options }) {
    this.#historyMethod = method;
    try {
      // Without its runtime the view changes, and the URL stays.
      if (this.#syncsUrl()) this.#runtime = await loadRuntime().catch(() => undefined);
      await this.#controller?.show(view, options);
    } catch (cause) {
      const error = /** @type {LoaderError} */ (cause);
      // A mirror may lack the fragment but have the page. Without a connection the current view stays.
      if (href && error.status) location.assign(href);
      else this.#reportError(error);
    }
  }

  /** The address of a view as other people can reach it, with a placeholder. */
  #publicUrl() {
    const base = this.getAttribute('share-base');
    try {
      if (base) {
        const shared = new URL(base, document.baseURI);
        shared.hash = '';
        shared.searchParams.delete(PARAMETER);
        return `${shared}${shared.search ? '&' : '?'}${PARAMETER}={view}`;
      }
    } catch {
      // A malformed address is no reason to share nothing.
    }
    return publicUrl(this.#lang());
  }

  /**
   * The value of an attribute; letter case and spaces around it don't count.
   *
   * @param {string} name
   */
  #attribute(name, absent = '') {
    return (this.getAttribute(name) ?? absent).trim().toLowerCase();
  }

  /** The published language of the element or, if it names none, of the page around it; else the default language. */
  #lang() {
    // The default language is the first one; `en-gb` comes after `en`.
    const known = Object.keys(files.fragments);
    // Browsers compare languages themselves, but for the underscore of other systems.
    const isOf = (/** @type {string} */ code) => `:lang(${code}), [lang^=${code}_ i], [lang^=${code}_ i] *`;
    return known.findLast((code) => this.matches(isOf(code))) ?? known[0];
  }

  #isEager() {
    return this.#attribute('loading') === 'eager';
  }

  /** Whether the URL follows this element; it follows the first that asks for it. */
  #syncsUrl() {
    return this.#attribute('sync-url', 'false') !== 'false' && (firstSynced() ?? this) === this;
  }

  #headingLevel() {
    const level = this.#attribute('heading-level');
    return /^[1-6]$/.test(level) ? Number(level) : 2;
  }

  /** The view that the attribute names, by its name or its address. */
  #viewAttribute() {
    return viewInAddress(this.#attribute('view'), this.#lang());
  }

  /** The view that the URL names, or else the attribute. */
  #requestedView() {
    const view = this.#viewAttribute();
    // An element that is inserted again continues with the view that it showed.
    // The URL addresses the element that it follows, or else the first of the document, or of the shadow roots in it.
    const isAddressed =
      this.#initialView === null && (firstSynced() ?? document.querySelector(TAG_NAME) ?? this) === this;
    this.#initialView ??= view;
    return (isAddressed || this.#syncsUrl() ? viewInUrl() : null) ?? view;
  }

  /** Sets the color scheme that the attribute names; without one, the host page's own applies. */
  #applyTheme() {
    const theme = this.#attribute('theme');
    const scheme = theme === 'reader' ? 'light dark' : /^(light|dark)$/.test(theme) ? theme : '';
    this.#container.style.setProperty('--kl-color-scheme', scheme);
  }

  /**
   * Reserves height for a view that comes, so that what follows stays out of sight.
   *
   * @param {string} height
   */
  #reserveHeight(height) {
    this.#container.style.minHeight = height;
  }

  /** @param {string} view */
  #onViewShown(view) {
    this.#slot.hidden = true;
    // A view lower than the window keeps the reserved height, so that nothing moves in sight.
    const { bottom } = /** @type {Element} */ (this.#container.firstElementChild).getBoundingClientRect();
    if (!bottom || bottom >= innerHeight) this.#reserveHeight('');
    // The activation reports a failure.
    adoptDeferred(this.#root).catch(() => {});
    this.#reflectView(view);
  }

  /** Host pages may hide empty elements; a space makes this one not empty. */
  #escapeEmptyRule() {
    const isHidden = () => getComputedStyle(this).display === 'none';
    if (this.hasChildNodes() || !isHidden()) return;
    this.append(' ');
    if (isHidden()) this.replaceChildren();
  }

  /** @param {LoaderError} error */
  #reportError(error) {
    this.#reserveHeight('');
    warn(error.message);
    this.#dispatch('error', { reason: error.reason ?? 'internal', message: error.message });
  }

  /**
   * Sets the view attribute to the view that is shown.
   *
   * @param {string} view
   */
  #reflectView(view) {
    // The search keeps its query.
    if ((pathOf(this.getAttribute('view')) ?? '') === view) return;
    this.#isReflecting = true;
    this.setAttribute('view', view);
    this.#isReflecting = false;
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #dispatch(name, detail) {
    const options = { bubbles: true, composed: true, detail: { publication: TAG_NAME, ...detail } };
    this.dispatchEvent(new CustomEvent(`kennislemniscaat:${name}`, options));
  }
}

/**
 * Calls `act` once an element is in the viewport or near it.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {() => void} act
 */
function whenNear(element, signal, act) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: ACTIVATION_MARGIN },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
