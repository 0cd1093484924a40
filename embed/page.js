// The script of standalone pages: the URL is the view's own, and the document's title follows the view.

import { BASE, TAG_NAME, publicUrl, url } from './config.js';
import { WidgetController } from './controller.js';
import { isFramed, setUpFrame } from './iframe.js';
import { onEscape, onIntent, viewLink } from './input.js';

const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * The view that the URL of the page names.
 *
 * @param {string} lang
 */
function viewInPath(lang) {
  const home = url(`${lang}/`);
  const page = location.origin + location.pathname;
  const root = page.startsWith(home) ? home : page.startsWith(BASE) ? BASE : page;
  const path = page.slice(root.length).replace(/(^|\/)index\.html$/, '$1');
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
  const controller = new WidgetController(
    {
      container,
      onRuntimeLoaded: (runtime) => runtime.enableSharing(container, () => controller),
      onInteractive: (_, title) => {
        container.dataset.kennislemniscaat = 'interactive';
        document.title = title;
      },
      onNavigate: (_, title) => {
        document.title = title;
        endTransition();
      },
      onError: (error, wasInteractive) => {
        endTransition();
        console.warn(`${TAG_NAME}: ${error.message}`);
        // The prerendered page needs none of this.
        if (wasInteractive) location.reload();
      },
    },
    { lang, level: 1, view: viewInPath(lang), publicUrl: publicUrl(lang) },
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
    // In a frame, links out of the widget lead out of the frame.
    const out = /** @type {Element} */ (event.target).closest('a:not([data-view], [href^="#"])');
    if (out && isFramed()) out.setAttribute('target', '_blank');
    const link = controller.isInteractive && viewLink(event);
    if (!link) return;
    event.preventDefault();
    // Links in drawings have no `href` property that is a string.
    const { href } = new URL(link.getAttribute('href') ?? '', location.href);
    try {
      if (href !== location.href)
        history.pushState(null, '', isFramed() ? href + location.search + location.hash : href);
    } catch {
      // WebKit forbids it in sandboxed frames: there the view alone changes.
    }
    navigate(link.dataset.view ?? '');
  });
  document.addEventListener('keydown', (event) => onEscape(container, event));
  // Without a transition, so that the browser finds the scroll position at once.
  addEventListener('popstate', () => {
    endTransition();
    if (controller.isInteractive) controller.show(viewInPath(lang), { focus: true });
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
