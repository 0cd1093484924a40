// One widget: finished views first, the live app in their place once it is there.

import { NAME, url } from './config.js';
import { failure } from './loader-error.js';
import { fragment, live } from './fragments.js';

/** How long, in ms, the app may take to show a view; it takes some hundredths of that. */
const PATIENCE = 3000;

/**
 * Keeps one place on a page. What differs between an element and our own pages is in
 * `place`: `container`, in which one child at a time shows the view; `finished`, whether
 * views come as fragments until the app is live; `styled(nodes)`, when these nodes may be seen,
 * or any without an argument; and what hears of changes: `began`, with the first finished view,
 * `ready`, `leaves`, for a view that comes, `changed`, `failed`.
 */
export class Widget {
  #place;
  #nodes; // of the finished view
  #means = null; // what `runtime.js` offers
  #entry = null;
  #ready = null; // what the app shows, once it shows anything
  #live = false;
  #stopped = false;
  #focus = null; // how the title gets the focus once the view is there
  #title = document.title;
  #seen = null; // the view that is there
  #turn = 0; // a later view makes earlier fragments void
  #stopWaiting = null;
  #overdue; // until the app shows what the reader asked for

  constructor(place, { lang, level, view, publicUrl }) {
    this.#place = place;
    // Of a view that doesn't exist the nearest is shown.
    Object.assign(this, { lang, level, view, asked: view, publicUrl });
  }

  wanted() {
    return !this.#stopped;
  }

  /** What is shown. */
  now() {
    const { view, lang } = this;
    const address = this.address(view);
    return { view, lang, address, title: this.#title, name: NAME, script: url('embed.js') };
  }

  /** The address of a view as others can reach it. */
  address(view) {
    return this.publicUrl.replace('{path}', view && `${view}/`).replace('{view}', view);
  }

  isLive() {
    return this.#live;
  }

  /** Shows the finished view that was asked for. */
  async showFinished() {
    const turn = ++this.#turn;
    const overtaken = () => this.#stopped || this.#live || turn !== this.#turn;
    let found;
    try {
      found = await fragment(this.lang, this.asked, this.level, (view) => this.address(view));
      await this.#place.styled?.(found.nodes);
    } catch (error) {
      // What nobody waits for any more may fail.
      if (overtaken()) return;
      if (this.#seen !== null) {
        this.view = this.asked = this.#seen;
        // An app that waits shows what failed, and would wait for it.
        this.#update();
      }
      throw error;
    }
    if (overtaken()) return;
    const { view, title, nodes, notice } = found;
    const seen = this.#seen;
    if (seen !== null) this.#place.leaves?.(view);
    const { container } = this.#place;
    const after = nodes.firstElementChild;
    if (this.#nodes === container.firstElementChild) {
      // The place of notices stays: what comes into it is read aloud.
      const before = this.#nodes.firstElementChild;
      before.className = after.className;
      while (before.children[1]) before.lastChild.remove();
      before.append(...[...after.children].slice(1));
    } else {
      container.replaceChildren((this.#nodes = nodes));
    }
    container.querySelector('.kl-notice').textContent = notice;
    this.#shows(view, title);
    this.#focusTitle();
    if (seen === null) this.#place.began(view);
    else if (view !== seen) this.#place.changed(view, title);
    this.#swapIfSame();
  }

  /** Brings the app to life. */
  async enliven() {
    try {
      // The app goes on to any view by itself, so it waits for the style of all.
      [this.#means] = await Promise.all([live(), this.#place.styled?.()]);
      const entry = await this.#means.takeApp(this.lang, this);
      if (!entry) return;
      if (this.#stopped) return this.#means.giveBack(entry);
      this.#entry = entry;
      // The reader may have gone on while it was mounted.
      if (this.#ready && this.#ready.view !== this.view) this.#update();
      this.#swapIfSame();
    } catch (error) {
      this.#fail(error);
    }
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#overdue);
    this.#stopWaiting?.();
    if (this.#entry) this.#means.giveBack(this.#entry);
    this.#entry = null;
  }

  /** Shows a view; `focus` moves the focus to its title, `byReader` scrolls there as well. */
  async show(view, { byReader = false, focus = byReader, level = this.level } = {}) {
    this.asked = view;
    // A live app says what it shows.
    if (!this.#live) this.view = view;
    this.level = level;
    this.#focus = focus && { preventScroll: !byReader };
    clearTimeout(this.#overdue);
    // From now on changes may be seen to happen; what comes first is there at once.
    this.#place.container.classList.add('kl-moved');
    // Browsers keep with an address where on the page the reader was, so it changes before the
    // page does. What the app shows has links to what there is.
    if (byReader && this.#live) this.#place.leaves?.(view);
    try {
      this.#update();
      // Where it stops after the update, nobody is told.
      if (byReader && this.#live && view !== this.#ready.view) {
        this.#overdue = setTimeout(() => this.#stalled('nothing came of a click'), PATIENCE);
      }
    } catch (error) {
      this.#stalled(error.message);
    }
    // An app that isn't shown yet may well be first: then it takes over.
    if (!this.#live && this.#place.finished) await this.showFinished();
  }

  #stalled(why) {
    this.#fail(failure('wasm', `the widget stopped: ${why}`));
  }

  #update() {
    this.#entry?.app.update(this.publicUrl, this.level, this.asked, this.instance);
  }

  /** Called by the app once its nodes show the view that was asked for. */
  shown(instance, view, title) {
    if (instance !== this.instance || this.#stopped) return;
    clearTimeout(this.#overdue);
    this.#ready = { view, title };
    if (!this.#live) return this.#swapIfSame();
    this.#place.leaves?.(view);
    this.#shows(view, title);
    this.#focusTitle();
    this.#place.changed(view, title);
  }

  #shows(view, title) {
    this.view = this.#seen = view;
    this.#title = title;
  }

  #focusTitle() {
    if (this.#focus) this.#place.container.querySelector('[data-title]')?.focus(this.#focus);
    this.#focus = null;
  }

  /** Swaps the app in where it shows what is there, or where nothing is there. */
  #swapIfSame() {
    const { container, finished } = this.#place;
    if (!this.#entry || !this.#ready || this.#live || this.#stopWaiting) return;
    const old = container.firstElementChild;
    if (old && finished && this.#ready.view !== this.view) return;
    let acted = false;
    const act = () => {
      acted = true;
      this.#stopWaiting = null;
      if (this.#stopped || this.#live) return;
      if (old && finished && this.#ready.view !== this.view) return;
      this.#live = true;
      const { view, title } = this.#ready;
      const now = container.firstElementChild;
      if (now) this.#means.swap(now, this.#entry.wrapper);
      else container.append(this.#entry.wrapper);
      this.#shows(view, title);
      this.#place.ready(view, title);
    };
    const stop = this.#means.whenQuiet(container, act);
    if (!acted) this.#stopWaiting = stop;
  }

  /** Back to finished views, where there are such; whoever listens hears why. */
  #fail(error) {
    if (this.#stopped) return;
    const wasLive = this.#live;
    if (this.#entry) {
      // What stopped once isn't given to the next.
      this.#entry.owner = null;
      this.#entry = null;
    }
    this.#stopWaiting?.();
    this.#stopWaiting = this.#ready = null;
    this.#live = false;
    this.instance = null;
    const reason = error.name === 'RuntimeError' ? 'wasm' : 'internal';
    this.#place.failed(error.reason ? error : failure(reason, String(error), error), wasLive);
  }
}
