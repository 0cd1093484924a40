// The element <kennis-lemniscaat>.

import { PARAMETER, inAddress, intoAddress } from './url-state.js';
import { NAME, files, language, publicUrl, url } from './config.js';
import { onEscape, viewLink } from './input.js';
import { failure } from './loader-error.js';
import { live } from './fragments.js';
import { once } from './memoize.js';
import { Widget } from './controller.js';

/** How near to what is seen, in px, a widget comes alive. */
const NEAR = '400px';

export class KennisLemniscaat extends HTMLElement {
  static observedAttributes = ['lang', 'view', 'heading-level', 'theme', 'loading', 'share-base'];
  static standAt = standAt;

  #root = null;
  #container = null;
  #slot = null;
  #sheets; // when each stylesheet has loaded
  #widget = null;
  #near = null;
  #equipped = false;
  #enliven = () => {};
  #first = null; // what is shown where the address asks for nothing
  #how; // how the next view comes into the address
  #following = false; // the view attribute is being set to what is already shown

  connectedCallback() {
    if (!this.#root) this.#furnish();
    // Stylesheets load anew each time that the element comes into a page.
    this.#root.replaceChildren(this.#slot, this.#container);
    this.#sheets = once();
    this.#sheet('style');
    this.#start();
    addEventListener('popstate', this.#onPopState);
  }

  disconnectedCallback() {
    removeEventListener('popstate', this.#onPopState);
    this.#reset();
  }

  /** Brings the buttons to share, once. */
  #equip() {
    if (this.#equipped) return;
    this.#equipped = true;
    const now = () => ({ ...this.#widget.now(), tell: (what, detail) => this.#tell(what, detail) });
    // Who waits for the widget hears if this fails.
    live().then((means) => means.enableSharing(this.#root, now)).catch(() => (this.#equipped = false));
  }

  #reset() {
    this.#widget?.stop();
    this.#widget = null;
    this.#near?.disconnect();
    this.#container.replaceChildren();
    this.#slot.hidden = false;
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#widget || before === after || this.#following) return;
    if (name === 'theme') {
      this.#dress();
    } else if (name === 'loading') {
      if (after === 'eager') this.#enliven();
    } else if (name === 'lang') {
      if (language(after) === this.#widget.lang) return;
      this.#reset();
      this.#start();
    } else {
      this.#widget.publicUrl = this.#publicUrl();
      this.#show(name === 'view' ? (after ?? '') : this.#widget.asked, { level: this.#level() });
    }
  }

  #furnish() {
    this.#root = this.attachShadow({ mode: 'open' });
    this.#container = document.createElement('div');
    // The element's own content shows until there is a view.
    this.#slot = document.createElement('slot');
    this.#root.addEventListener('click', (event) => this.#onClick(event));
    this.#root.addEventListener('keydown', (event) => onEscape(this.#root, event));
    for (const intent of ['pointerover', 'focusin']) {
      this.#root.addEventListener(intent, () => this.#enliven(), { passive: true });
    }
  }

  #onClick(event) {
    // What a click in the element's own content means is for the page to say.
    if (!this.#container.contains(event.target)) return;
    const within = event.target.closest('a[href^="#"]')?.getAttribute('href').slice(1);
    if (within) {
      // No address of a page leads into a shadow root.
      event.preventDefault();
      this.#root.getElementById(within)?.focus();
    }
    const link = this.#widget && viewLink(event);
    if (!link) return;
    event.preventDefault();
    this.#show(link.dataset.view, { byReader: true, href: link.getAttribute('href') });
  }

  async #show(view, { href, how = 'pushState', ...options } = {}) {
    this.#how = how;
    try {
      await this.#widget.show(view, options);
    } catch (error) {
      // Where a host has no such view here, it may still have the page. Without a line to it
      // the reader keeps what is there.
      if (href && error.status) location.assign(href);
      else this.#failed(error);
    }
  }

  /** The address of a view as others can reach it; the core fills in what differs. */
  #publicUrl() {
    const base = this.getAttribute('share-base');
    // What is no address is no reason to share nothing.
    if (!base || !URL.canParse(base, document.baseURI)) return publicUrl(language(this.getAttribute('lang')));
    const shared = new URL(base, document.baseURI);
    shared.hash = '';
    shared.searchParams.delete(PARAMETER);
    return `${shared}${shared.search ? '&' : '?'}${PARAMETER}={view}`;
  }

  #onPopState = () => {
    if (!this.hasAttribute('sync-url')) return;
    // The focus was in here: it goes on in here. A view that doesn't exist is put right where it stands.
    this.#show(inAddress() ?? this.#first, { focus: !!this.#root.activeElement, how: 'replaceState' });
  };

  #level() {
    const level = this.getAttribute('heading-level');
    return /^[1-6]$/.test(level) ? Number(level) : 2;
  }

  /** Wears the theme that the attribute asks for; any other word leaves it to the reader. */
  #dress() {
    const theme = this.getAttribute('theme');
    this.#container.style.setProperty('--kl-color-scheme', /^(light|dark)$/.test(theme) ? theme : '');
  }

  /** The view that the page's address asks for, or else the attribute. */
  #asked() {
    const view = this.getAttribute('view') ?? '';
    // Who comes back into the page goes on with what was shown.
    const addressed = this.#first === null && document.querySelector(NAME) === this;
    this.#first ??= view;
    return (addressed || this.hasAttribute('sync-url') ? inAddress() : null) ?? view;
  }

  /** Room that no view fills yet; what follows waits out of sight. */
  #reserve(height) {
    this.#container.style.minHeight = height;
  }

  /** A view that leaves room where the reader would see what follows move keeps that room. */
  #settle() {
    this.#slot.hidden = true;
    const { bottom } = this.#container.firstElementChild.getBoundingClientRect();
    if (!bottom || bottom >= innerHeight) this.#reserve('');
    // Style that the first view can do without waits until there is something to be seen.
    this.#sheet('charts');
    this.#sheet('late');
  }

  /** Adds a stylesheet of ours, once; resolves when it has loaded. */
  #sheet(name) {
    return this.#sheets(name, () =>
      new Promise((resolve, reject) => {
        const href = url(files[name]);
        const onerror = () => reject(failure('style', `${href} could not be loaded`));
        const link = { rel: 'stylesheet', href, onload: resolve, onerror };
        this.#root.append(Object.assign(document.createElement('link'), link));
      }),
    );
  }

  async #start() {
    this.#reserve('100vh');
    this.#dress();
    const widget = new Widget(
      {
        container: this.#container,
        finished: true,
        styled: (nodes) =>
          Promise.all([
            this.#sheet('style'),
            // Every chart has a table beside it.
            (!nodes || nodes.querySelector('.kl-table')) && this.#sheet('charts'),
          ]),
        began: (view) => {
          this.#settle();
          this.#follow(view);
          this.#fill();
        },
        ready: (view, title) => {
          this.#settle();
          this.#follow(view);
          this.#tell('ready', { view, title });
        },
        leaves: (view) => {
          if (this.hasAttribute('sync-url')) intoAddress(view, this.#first, this.#how);
        },
        changed: (view, title) => {
          this.#reserve('');
          this.#follow(view);
          this.#tell('navigate', { view, title });
        },
        failed: (error, wasLive) => {
          if (wasLive) widget.showFinished().catch(() => {});
          this.#failed(error);
        },
      },
      {
        lang: language(this.getAttribute('lang')),
        level: this.#level(),
        view: this.#asked(),
        publicUrl: this.#publicUrl(),
      },
    );
    this.#widget = widget;
    const eager = this.getAttribute('loading') === 'eager';
    // On its way while the finished view comes; whoever needs it hears if it doesn't.
    if (eager) live().then((means) => means.publication(widget.lang)).catch(() => {});
    let asked = false;
    const enliven = () => {
      if (asked || !widget.wanted()) return;
      asked = true;
      this.#equip();
      widget.enliven();
    };
    this.#enliven = () => {};
    try {
      await widget.showFinished();
    } catch (error) {
      // Without style nothing of ours is fit to be seen; without a fragment the app may be.
      if (widget.wanted() && error.reason === 'style') return this.#failed(error);
    }
    if (!widget.wanted()) return;
    this.#enliven = enliven;
    if (eager) enliven();
    else this.#near = whenNear(this, enliven);
  }

  /** A page that hides whatever is empty doesn't mean us. */
  #fill() {
    const unseen = () => getComputedStyle(this).display === 'none';
    if (this.hasChildNodes() || !unseen()) return;
    this.append(' ');
    if (unseen()) this.replaceChildren();
  }

  #failed(error) {
    this.#reserve('');
    console.warn(`${NAME}: ${error.message}`);
    this.#tell('error', { reason: error.reason ?? 'internal', message: error.message });
  }

  /** The attribute says what is shown. */
  #follow(view) {
    if ((this.getAttribute('view') ?? '') === view) return;
    this.#following = true;
    this.setAttribute('view', view);
    this.#following = false;
  }

  #tell(what, detail) {
    const options = { bubbles: true, composed: true, detail };
    this.dispatchEvent(new CustomEvent(`kennislemniscaat:${what}`, options));
  }
}

/** Acts once an element is in view or nearly so. */
function whenNear(element, act) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((each) => each.isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
  return observer;
}

const standing = new WeakSet();

/** Puts a widget where a script tag stands, on a page without an element of ours. */
function standAt(tag) {
  const start = () => {
    const elements = [...document.querySelectorAll(NAME)];
    if (elements.some((element) => !standing.has(element))) return;
    if (!tag?.closest('body') || standing.has(tag.nextElementSibling)) return;
    const element = document.createElement(NAME);
    for (const { name, value } of tag.attributes) {
      if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
    }
    standing.add(element);
    tag.after(element);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}
