// The script of standalone pages: the URL is the view's own, and the document's head follows the view.

import { publicUrl, url } from './config.js';
import { WidgetController } from './controller.js';
import { describePage } from './head.js';
import { frameAddress, isFramed, setUpFrame } from './iframe.js';
import { onIntent, viewLink } from './input.js';
import { warn } from './warn.js';

const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * The view of the history entry, or else the one that the path names.
 *
 * @param {string} lang
 * @param {string | undefined} rendered the view of the page as published, which a mirror or a proxy may serve under
 *   another address than its own; a page for unknown addresses has none
 */
function viewOfEntry(lang, rendered) {
  const page = location.origin + location.pathname;
  const under = (/** @type {string[]} */ ...folders) => folders.map(url).find((start) => page.startsWith(start));
  const home = under(`${lang}/`, `kader/${lang}/`);
  if (history.state?.view !== undefined) return history.state.view;
  if (rendered !== undefined && !home) return rendered;
  const path = page.slice((home ?? under('') ?? page).length).replace(/(^|\/)index\.html$/, '$1');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Makes a prerendered page interactive.
 *
 * @param {HTMLElement} container
 */
function startPage(container) {
  /** Ends the running view transition's wait for the next view. */
  let endTransition = () => {};
  // Translators change the language of the document.
  const { lang } = /** @type {HTMLElement} */ (container.querySelector('.kl'));
  const { rendered } = container.dataset;
  const controller = new WidgetController(
    {
      container,
      onRuntimeLoaded: (runtime) => runtime.enhance(container, () => controller),
      onInteractive: (_, title) => {
        container.dataset.kennislemniscaat = 'interactive';
        document.title = title;
      },
      onNavigate: (_, title) => {
        document.title = title;
        describePage();
        endTransition();
      },
      onError: (error, wasInteractive) => {
        endTransition();
        warn(error.message);
        // The prerendered page needs none of this.
        if (wasInteractive) location.reload();
      },
    },
    { lang, level: 1, view: rendered ?? viewOfEntry(lang, rendered), publicUrl: publicUrl(lang) },
  );

  /**
   * Shows a view, in a view transition where the browser and the reader allow one.
   *
   * @param {string} view
   */
  const navigate = (view) => {
    const show = () => {
      controller.show(view, { byReader: true });
      scrollTo(0, 0);
    };
    endTransition();
    if (!document.startViewTransition || reducedMotion.matches || view === controller.view) return show();
    const transition = document.startViewTransition(() => {
      const shown = new Promise((resolve) => (endTransition = () => resolve(undefined)));
      show();
      return shown;
    });
    // The next navigation may cut it short.
    transition.ready.catch(() => {});
  };

  // Relative links outside the widget keep their target when the URL changes.
  for (const link of document.querySelectorAll('footer a, [rel*=icon], [rel=manifest]')) {
    const { href } = /** @type {HTMLAnchorElement | HTMLLinkElement} */ (link);
    link.setAttribute('href', href);
  }
  container.addEventListener('click', (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (viewLink(event));
    if (!link) {
      // In a frame, links out of the widget lead out of the frame.
      const other = /** @type {Element} */ (event.target).closest('a:not([data-view])');
      if (isFramed()) other?.setAttribute('target', other.matches('[href^="#"]') ? '_self' : '_blank');
      return;
    }
    // Links in drawings have no `href` property that is a string.
    let { href } = new URL(link.getAttribute('href') ?? '', location.href);
    if (isFramed()) href = frameAddress(href);
    // A page has one language.
    if (!controller.isInteractive || link.hreflang) {
      if (isFramed()) {
        link.setAttribute('href', href);
        link.setAttribute('target', '_self');
      }
      return;
    }
    event.preventDefault();
    const { view } = link.dataset;
    const push = (/** @type {string} */ address) => history.pushState({ view }, '', address);
    try {
      if (href !== location.href) push(href);
    } catch {
      // A mirror can't have the address of another site. WebKit forbids any entry in sandboxed frames.
      try {
        push(location.href);
      } catch {
        // There the view alone changes.
      }
    }
    navigate(view ?? '');
  });
  // Without a transition, so that the browser finds the scroll position at once.
  addEventListener('popstate', () => {
    endTransition();
    if (controller.isInteractive) controller.show(viewOfEntry(lang, rendered), { focus: true });
  });
  document.querySelector('.page-skip')?.addEventListener('click', (event) => {
    // Past the breadcrumb and the figure; without this script the link leads to the start of the widget.
    event.preventDefault();
    /** @type {HTMLElement | null} */ (container.querySelector('[data-title]'))?.focus();
  });
  controller.activate();
  // Again after a lost request.
  onIntent(container, () => controller.activate());
}

const start = () => {
  const container = /** @type {HTMLElement | null} */ (document.querySelector('[data-kennislemniscaat]'));
  if (!container) return;
  setUpFrame(container);
  startPage(container);
};
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
