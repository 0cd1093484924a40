// The preview: a widget with the chosen attributes and colors, in a page of the chosen width.

import { light } from './color.js';
import { style } from './snippet.js';

/** @typedef {import('./judge.js').Colors} Colors */

/** @typedef {'light' | 'dark'} Scheme */

/** The smallest scale of the preview, in which what can be clicked is still 24 px high (WCAG 2.2, criterion 2.5.8). */
const MIN_SCALE = 0.6;

/**
 * Makes the preview of a page.
 *
 * @param {HTMLElement} host the place of the widget
 * @param {HTMLElement} element the widget
 * @param {number} phases the number of phases
 */
export function makePreview(host, element, phases) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const window = /** @type {HTMLElement} */ (host.parentElement);
  let width = 0;

  /** Makes a page that is wider than its place smaller; one that is much wider scrolls. */
  const fit = () => {
    host.style.width = `${width}px`;
    host.style.setProperty('zoom', `${Math.min(1, Math.max(MIN_SCALE, window.clientWidth / width))}`);
  };
  new ResizeObserver(fit).observe(window);

  /**
   * Shows a view as chosen.
   *
   * @param {string} view
   * @param {Map<string, string>} choices
   */
  const show = (view, choices) => {
    if (element.getAttribute('view') !== view) element.setAttribute('view', view);
    element.setAttribute('theme', /** @type {string} */ (choices.get('theme')));
    host.dataset.page = choices.get('page');
    sheet.replaceSync(style('[data-host] > *', choices));
    width = Number(choices.get('width'));
    fit();
  };

  /**
   * The colors of the widget in a scheme; undefined until it has a view.
   *
   * @param {Scheme} scheme
   * @returns {Colors | undefined}
   */
  const colors = (scheme) => {
    const widget = element.shadowRoot?.querySelector('.kl');
    if (!widget) return undefined;
    const theme = /** @type {string} */ (element.getAttribute('theme'));
    const probe = document.createElement('span');
    /** @param {string} property */
    const read = (property, phase = 0) => {
      probe.className = `kl-phase-${phase}`;
      // The browser writes any color of this form in sRGB.
      probe.style.color = `color-mix(in srgb, var(${property}), var(${property}))`;
      return /** @type {import('./color.js').Light} */ (light(getComputedStyle(probe).color));
    };
    // Nothing is drawn in between.
    element.setAttribute('theme', scheme);
    widget.append(probe);
    const seen = {
      surface: read('--_surface'),
      ink: read('--_ink'),
      link: read('--_link'),
      phases: Array.from({ length: phases }, (_, index) => read('--_phase', index + 1)),
    };
    probe.remove();
    element.setAttribute('theme', theme);
    return seen;
  };

  /** The height of the view in px, as wide as chosen; undefined until there is a view. */
  const height = () => {
    const box = element.shadowRoot?.querySelector('.kl')?.getBoundingClientRect();
    // Browsers differ in whether the size of a box depends on the zoom.
    return box?.width ? Math.round((box.height * width) / box.width) : undefined;
  };

  return { show, colors, height };
}
