// The script of our own pages: addresses are real paths, and the title follows the view.

import { BASE, NAME, language, publicUrl, url } from './config.js';
import { onEscape, viewLink } from './input.js';
import { framed, settleInFrame } from './iframe.js';
import { live } from './fragments.js';
import { Widget } from './controller.js';

/** Whether the reader wants nothing to move. */
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Makes a finished page live. */
function startPage(container) {
  let arrived = () => {};
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
    container,
    // Until it is live, a page's links lead to pages.
    finished: false,
    ready: (_, title) => {
      container.dataset.kennislemniscaat = 'live';
      document.title = title;
    },
    changed: (_, title) => {
      document.title = title;
      arrived();
    },
    failed: (error, wasLive) => {
      arrived();
      // The finished page stays, or is fetched again: it needs none of this.
      console.warn(`${NAME}: ${error.message}`);
      if (wasLive) location.reload();
    },
  };
  const widget = new Widget(place, {
    lang: language(lang),
    level: 1,
    view: viewHere(),
    publicUrl: publicUrl(language(lang)),
  });
  // The figure goes to where it stands in the next view, where the browser can show that.
  const turn = (view) => {
    const show = () => {
      widget.show(view, { byReader: true });
      scrollTo(0, 0);
    };
    arrived();
    // What is there already doesn't arrive.
    if (!document.startViewTransition || still.matches || view === widget.view) return show();
    const transition = document.startViewTransition(() => {
      const there = new Promise((resolve) => (arrived = resolve));
      show();
      return there;
    });
    // Whoever goes on before it ends sees less of it.
    transition.ready.catch(() => {});
  };
  // Relative links outside the widget go on leading where they led, also from another view's address.
  for (const link of document.querySelectorAll('footer a, [rel*=icon], [rel=manifest]')) link.href = link.href;
  container.addEventListener('click', (event) => {
    const link = widget.isLive() && viewLink(event);
    if (!link) return;
    event.preventDefault();
    // A link in a drawing has no plain `href`.
    const { href } = new URL(link.getAttribute('href'), location.href);
    // In a frame, the address goes on saying that it is in one.
    try {
      if (href !== location.href) history.pushState(null, '', framed() ? href + location.search + location.hash : href);
    } catch {
      // WebKit lets no frame in a sandbox change its address: there the view alone changes.
    }
    turn(link.dataset.view);
  });
  document.addEventListener('keydown', (event) => onEscape(container, event));
  live().then((means) => means.enableSharing(container, () => widget.now())).catch(() => {});
  // At once, so that the browser finds the place where the reader was.
  addEventListener('popstate', () => {
    arrived();
    if (widget.isLive()) widget.show(viewHere(), { focus: true });
  });
  document.querySelector('.page-skip')?.addEventListener('click', (event) => {
    // Past what every view begins with; without this script to where the widget begins.
    event.preventDefault();
    container.querySelector('[data-title]').focus();
  });
  widget.enliven();
}

const begin = () => {
  const container = document.querySelector('[data-kennislemniscaat]');
  if (!container) return;
  settleInFrame(container);
  startPage(container);
};
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
