// The loader of the kennislemniscaat: a classic script that can stand anywhere,
// any number of times. It makes <kennis-lemniscaat> elements live, and on our own
// pages the finished page. Everything works without it; it only ever adds.
(() => {
  'use strict';

  const NAME = 'kennis-lemniscaat';
  // Filled in when the site is published: where each file is, relative to this one.
  const FILES = '__FILES__';
  // Read at once: it is gone after the first await, and in a module it never was.
  const script =
    document.currentScript ??
    [...document.scripts].find((each) => /\/embed\.js$/.test(each.src.split(/[?#]/)[0]));
  const BASE = new URL('.', script?.src ?? location.href).href;
  const url = (file) => new URL(file, BASE).href;

  // A second copy of this script only has a place of its own to fill.
  const defined = customElements.get(NAME);
  if (defined) {
    defined.standAt?.(script);
    return;
  }

  // ---------------------------------------------------------------- loading

  /** A failure with a word that a program can act on and a text for people. */
  class LoadError extends Error {
    constructor(reason, message, cause) {
      super(message, { cause });
      this.reason = reason;
    }
  }

  const promises = new Map();
  /** One promise a key, however often it is asked for; failures may be tried again. */
  function once(key, start) {
    if (!promises.has(key)) {
      const promise = start();
      promise.catch(() => promises.delete(key));
      promises.set(key, promise);
    }
    return promises.get(key);
  }

  async function bytes(file) {
    const address = url(file);
    let response;
    try {
      response = await fetch(address, { credentials: 'omit' });
    } catch (cause) {
      throw new LoadError('network', `${address} could not be loaded: ${cause.message}`, cause);
    }
    if (!response.ok) {
      throw new LoadError('network', `${address} answered ${response.status}`);
    }
    return new Uint8Array(await response.arrayBuffer());
  }

  /** The one WebAssembly instance of this page. */
  const runtime = () =>
    once('runtime', async () => {
      const loads = [
        import(url(FILES.glue)).catch((cause) => {
          throw new LoadError('network', `${url(FILES.glue)} could not be loaded`, cause);
        }),
        bytes(FILES.wasm),
      ];
      const [glue, module] = await Promise.all(loads);
      try {
        await glue.default({ module_or_path: module });
      } catch (cause) {
        const message =
          "WebAssembly could not start; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";
        throw new LoadError('wasm', `${message}: ${cause.message}`, cause);
      }
      return glue;
    });

  /** The publication in a language. */
  const library = (lang) =>
    once(lang, async () => {
      const [glue, content] = await Promise.all([runtime(), bytes(FILES.content[lang])]);
      try {
        return new glue.Library(content);
      } catch (cause) {
        throw new LoadError('content', `${url(FILES.content[lang])}: ${cause.message}`, cause);
      }
    });

  /** The language that comes nearest to the one asked for, of those that there are. */
  function language(asked) {
    const known = Object.keys(FILES.content);
    const lang = asked?.toLowerCase() ?? '';
    return known.find((each) => lang === each) ?? known.find((each) => lang.startsWith(`${each}-`)) ?? known[0];
  }

  // ------------------------------------------------------------------- apps

  // Apps are never destroyed, because Yew keeps their listeners for good.
  const pools = new Map();
  let instances = 0;

  /** A live widget for `owner`, taken from the pool or mounted anew, detached from the page. */
  async function takeApp(lang, owner) {
    const publication = await library(lang);
    if (!owner.wanted()) return null;
    const pool = pools.get(lang) ?? [];
    pools.set(lang, pool);
    const used = pool.pop();
    const entry = used ?? { lang, wrapper: document.createElement('div') };
    entry.wrapper.classList.add(...enabled());
    entry.owner = owner;
    owner.instance = ++instances;
    const { level, view, instance } = owner;
    if (used) {
      entry.app.update(level, view, instance);
    } else {
      const shown = (...args) => entry.owner?.shown(...args);
      entry.app = publication.mount(entry.wrapper, BASE, level, view, instance, shown);
    }
    return entry;
  }

  function giveBack(entry) {
    entry.owner = null;
    entry.wrapper.remove();
    pools.get(entry.lang).push(entry);
  }

  // ------------------------------------------------------- one live widget

  /**
   * Keeps one place on the page live. What differs between an element and our own
   * pages is in `place`: where nodes go, and what hears of changes.
   */
  class Live {
    #place;
    #entry = null;
    #asked = null; // what the next shown() answers: whether the reader asked for it
    #live = false;
    #stopped = false;

    constructor(place, { lang, level, view }) {
      this.#place = place;
      Object.assign(this, { lang, level, view });
    }

    async start() {
      try {
        const [entry] = await Promise.all([takeApp(this.lang, this), this.#place.styled?.()]);
        if (!entry) return;
        if (this.#stopped) giveBack(entry);
        else this.#entry = entry;
        if (this.#ready) this.#swap();
      } catch (error) {
        this.#fail(error);
      }
    }

    wanted() {
      return !this.#stopped;
    }

    /** What is shown. */
    now() {
      const { view, lang } = this;
      return { view, lang, title: this.#ready?.title ?? document.title };
    }

    stop() {
      this.#stopped = true;
      if (this.#entry) giveBack(this.#entry);
      this.#entry = null;
    }

    /** Shows a view; `byReader` moves the focus to its title. */
    show(view, { byReader = false, level = this.level } = {}) {
      this.view = view;
      this.level = level;
      this.#asked = { byReader };
      if (!this.#entry) return;
      try {
        this.#entry.app.update(level, view, this.instance);
      } catch (error) {
        this.#fail(new LoadError('wasm', `the widget stopped: ${error.message}`, error));
      }
    }

    #ready = null;

    /** Called by the app once its nodes show the view that was asked for. */
    shown(instance, view, title) {
      if (instance !== this.instance || this.#stopped) return;
      this.#ready = { view, title };
      if (!this.#live) {
        if (this.#entry) this.#swap();
        return;
      }
      const asked = this.#asked;
      this.#asked = null;
      this.view = view;
      if (asked?.byReader) {
        this.#entry.wrapper.querySelector('[data-title]')?.focus();
      }
      this.#place.changed(view, title);
    }

    #swap() {
      if (this.#live) return;
      const swap = () => {
        if (this.#stopped || this.#live) return;
        this.#live = true;
        this.#place.swapIn(this.#entry.wrapper);
        this.view = this.#ready.view;
        this.#place.ready(this.#ready.view, this.#ready.title);
      };
      if (this.#place.whenQuiet) this.#place.whenQuiet(swap);
      else swap();
    }

    #fail(error) {
      if (this.#stopped) return;
      this.stop();
      this.#place.failed(error instanceof LoadError ? error : new LoadError('internal', String(error), error));
    }
  }

  /** The link to a view that a click means to follow here, if any. */
  function viewLink(event) {
    if (event.defaultPrevented || event.button !== 0) return null;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
    const link = event.composedPath().find((node) => node.localName === 'a');
    return link?.hasAttribute?.('data-view') ? link : null;
  }

  // ----------------------------------------------------------------- sharing

  const inHtml = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

  /** Makes the share panels in `root` work; `now()` tells what is shown there. */
  function enableSharing(root, now) {
    const share = (via, { view, title, lang, tell }) => {
      const address = url(`${lang}/${view && `${view}/`}`);
      const code =
        `<${NAME} lang="${lang}" view="${inHtml(view)}"><a href="${inHtml(address)}">${inHtml(title)}</a></${NAME}>\n` +
        `<script async src="${inHtml(url('embed.js'))}"></script>`;
      tell?.('share', { view, url: address, via });
      return { address, code, title };
    };
    const copy = async (panel, text) => {
      const [said, field] = panel.querySelectorAll('[role=status], textarea');
      try {
        await navigator.clipboard.writeText(text);
        field.hidden = true;
        said.textContent = said.dataset.copied;
      } catch {
        said.textContent = said.dataset.notCopied;
        field.value = text;
        field.hidden = false;
        field.select();
      }
    };
    root.addEventListener('click', (event) => {
      const [via, control] = find(event, 'act', 'share');
      if (!control) return;
      const { address, code, title } = share(via, now());
      const panel = control.closest('.kl-share');
      if (via === 'link') copy(panel, address);
      if (via === 'code') copy(panel, code);
      // Whoever closes the sheet has seen it: nothing to say.
      if (via === 'system') navigator.share({ title, url: address }).catch(() => {});
    });
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      const { address, title } = share('Mastodon', now());
      const server = event.target.elements.server.value.trim().replace(/^https:\/\/|\/.*/g, '');
      open(`https://${server}/share?text=${encodeURIComponent(`${title}\n${address}`)}`, '_blank', 'noopener');
    });
  }

  /** What of the panel works here: the stylesheet hides the rest. */
  const enabled = () => ['kl-scripted', ...(navigator.share ? ['kl-can-share'] : [])];

  /** The nearest element of an event with one of these data attributes, after its value. */
  function find(event, ...names) {
    for (const node of event.composedPath()) {
      const name = names.find((each) => node.dataset?.[each]);
      if (name) return [node.dataset[name], node];
    }
    return [];
  }

  /** Esc leads one level up: to the last link of the breadcrumb. */
  function onEscape(root, event) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const links = root.querySelectorAll('.kl-breadcrumb a');
    if (!links.length) return;
    event.preventDefault();
    links[links.length - 1].click();
  }

  // ------------------------------------------------------------ the element

  class KennisLemniscaat extends HTMLElement {
    static observedAttributes = ['lang', 'view', 'heading-level'];

    #root = null;
    #live = null;
    #following = false; // the view attribute is being set to what is already shown

    connectedCallback() {
      if (!this.#root) this.#furnish();
      this.#start();
    }

    disconnectedCallback() {
      this.#live?.stop();
      this.#live = null;
      this.#root.querySelector('slot').hidden = false;
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#live || before === after || this.#following) return;
      if (name === 'lang' && language(after) !== this.#live.lang) {
        this.disconnectedCallback();
        this.#start();
      } else {
        this.#live.show(this.getAttribute('view') ?? '', { level: this.#level() });
      }
    }

    #furnish() {
      this.#root = this.attachShadow({ mode: 'open' });
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      const styled = new Promise((resolve, reject) => {
        style.onload = resolve;
        style.onerror = () =>
          reject(new LoadError('style', `${url(FILES.style)} could not be loaded`));
      });
      styled.catch(() => {});
      this.styled = styled;
      style.href = url(FILES.style);
      // The element's own content shows until the live widget does.
      this.#root.append(style, document.createElement('slot'));
      this.#root.addEventListener('click', (event) => {
        const within = event.target.closest('a[href^="#"]')?.getAttribute('href').slice(1);
        if (within) {
          // No address of a page leads into a shadow root.
          event.preventDefault();
          this.#root.getElementById(within)?.focus();
        }
        const link = this.#live && viewLink(event);
        if (!link) return;
        event.preventDefault();
        this.#live.show(link.dataset.view, { byReader: true });
      });
      this.#root.addEventListener('keydown', (event) => onEscape(this.#root, event));
      enableSharing(this.#root, () => ({
        ...this.#live.now(),
        tell: (what, detail) => this.#tell(what, detail),
      }));
    }

    #level() {
      const level = Number(this.getAttribute('heading-level') ?? 2);
      return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
    }

    #start() {
      const slot = this.#root.querySelector('slot');
      const place = {
        styled: () => this.styled,
        swapIn: (wrapper) => {
          slot.hidden = true;
          this.#root.append(wrapper);
        },
        ready: (view, title) => {
          this.#follow(view);
          this.#tell('ready', { view, title });
        },
        changed: (view, title) => {
          this.#follow(view);
          this.#tell('navigate', { view, title });
        },
        failed: (error) => {
          slot.hidden = false;
          console.warn(`${NAME}: ${error.message}`);
          this.#tell('error', { reason: error.reason, message: error.message });
        },
      };
      this.#live = new Live(place, {
        lang: language(this.getAttribute('lang')),
        level: this.#level(),
        view: this.getAttribute('view') ?? '',
      });
      this.#live.start();
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

    /** Puts a widget where a script tag stands, on a page without an element of ours. */
    static standAt(tag) {
      const start = () => {
        const standing = [...document.querySelectorAll(NAME)];
        if (standing.some((element) => !KennisLemniscaat.#standing.has(element))) return;
        if (!tag?.closest('body') || document.querySelector('[data-kennislemniscaat]')) return;
        const element = document.createElement(NAME);
        for (const { name, value } of tag.attributes) {
          if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
        }
        KennisLemniscaat.#standing.add(element);
        tag.after(element);
      };
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
      else start();
    }

    static #standing = new WeakSet();
  }

  // ---------------------------------------------------------- our own pages

  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

  /** Makes a finished page live: addresses are real paths, the title follows the view. */
  function startPage(container) {
    const lang = document.documentElement.lang;
    const home = url(`${lang}/`);
    const viewHere = () => {
      const here = location.origin + location.pathname;
      const below = here.startsWith(home) ? home : here.startsWith(BASE) ? BASE : here;
      const path = here.slice(below.length).replace(/(^|\/)index\.html$/, '$1');
      try {
        return decodeURIComponent(path);
      } catch {
        return path;
      }
    };
    const place = {
      whenQuiet: (act) => whenQuiet(container, act),
      swapIn: (wrapper) => swap(container.firstElementChild, wrapper),
      ready: (_, title) => {
        container.dataset.kennislemniscaat = 'live';
        document.title = title;
      },
      changed: (_, title) => {
        document.title = title;
      },
      failed: (error) => {
        // The finished page stays, or is fetched again: it needs none of this.
        console.warn(`${NAME}: ${error.message}`);
        if (container.dataset.kennislemniscaat === 'live') location.reload();
      },
    };
    const live = new Live(place, { lang: language(lang), level: 1, view: viewHere() });
    const isLive = () => container.dataset.kennislemniscaat === 'live';
    container.addEventListener('click', (event) => {
      const link = isLive() && viewLink(event);
      if (!link) return;
      event.preventDefault();
      // A link in a drawing has no plain `href`.
      const { href } = new URL(link.getAttribute('href'), location.href);
      if (href !== location.href) history.pushState(null, '', href);
      live.show(link.dataset.view, { byReader: true });
      scrollTo(0, 0);
    });
    container.ownerDocument.addEventListener('keydown', (event) => onEscape(container, event));
    container.classList.add(...enabled());
    enableSharing(container, () => live.now());
    addEventListener('popstate', () => {
      if (isLive()) live.show(viewHere());
    });
    live.start();
  }

  /** Puts the live nodes in place of the finished ones, with the same focus and scroll. */
  function swap(old, wrapper) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const at = focused && [...old.querySelectorAll(FOCUSABLE)].indexOf(focused);
    const focusVisible = focused?.matches(':focus-visible');
    const scroll = [scrollX, scrollY];
    const moving = (root) => root.getAnimations({ subtree: true }).filter((each) => each.animationName);
    const times = moving(old).map((each) => each.currentTime);
    const details = (root) => [...root.querySelectorAll('details')];
    const opened = details(old).map((each) => each.open);
    wrapper.classList.add('kl-swapping');
    details(wrapper).forEach((each, index) => (each.open = opened[index]));
    old.replaceWith(wrapper);
    moving(wrapper).slice(0, times.length).forEach((each, index) => (each.currentTime = times[index]));
    if (focused) wrapper.querySelectorAll(FOCUSABLE)[at]?.focus({ preventScroll: true, focusVisible });
    scrollTo(...scroll);
    requestAnimationFrame(() => requestAnimationFrame(() => wrapper.classList.remove('kl-swapping')));
  }

  /** Acts as soon as nothing of the reader's would be lost: no press, no selection. */
  function whenQuiet(container, act) {
    const pressed = new Set();
    const events = {
      pointerdown: () => pressed.add('pointer'),
      pointerup: () => pressed.delete('pointer'),
      pointercancel: () => pressed.delete('pointer'),
      keydown: () => pressed.add('key'),
      keyup: () => pressed.delete('key'),
      selectionchange: () => {},
    };
    const selecting = () => {
      const selection = getSelection();
      return String(selection) !== '' && selection.containsNode(container, true);
    };
    let done = false;
    const attempt = () => {
      if (done || pressed.size || selecting()) return;
      done = true;
      for (const name in events) document.removeEventListener(name, listener, true);
      act();
    };
    const listener = (event) => {
      events[event.type]();
      // After the click that follows a release.
      if (!pressed.size) setTimeout(attempt);
    };
    for (const name in events) document.addEventListener(name, listener, true);
    attempt();
  }

  // ------------------------------------------------------------------ start

  customElements.define(NAME, KennisLemniscaat);
  const begin = () => {
    const container = document.querySelector('[data-kennislemniscaat]');
    if (container) startPage(container);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
  KennisLemniscaat.standAt(script);
})();
