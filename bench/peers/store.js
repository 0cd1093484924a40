// The parts of a twin that need no framework: its data, its links, its style and what a click means.

import first from '@twin/first';
import css from '@twin/style';

export const { figure, labels } = first;

/** The first view. */
export const overview = first.views[''];

const { src } = document.currentScript;
const views = { ...first.views };

/** @type {Promise<typeof views> | undefined} */
let rest;

/** Loads the text of all other views, once. */
export const loadRest = () =>
  (rest ??= fetch(new URL(`../${first.texts}`, src))
    .then((response) => response.json())
    .then((more) => Object.assign(views, more))
    .catch((error) => {
      rest = undefined;
      throw error;
    }));

/** Loads it as soon as the page has time. A failure shows when the reader opens one of the views. */
const loadRestLater = () => requestIdleCallback(() => loadRest().catch(() => {}));

const href = (view) => new URL(`/${first.lang}/${view && `${view}/`}`, src).href;

/** The attributes of a link to a view, or those of another node. */
export const attributesOf = ({ view, ...attributes }) =>
  view === undefined ? attributes : { ...attributes, href: href(view), 'data-view': view };

/** The stylesheet that all twins of a page share. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * Calls `show` with the view of a clicked link. Clicks that open a new tab stay the browser's.
 *
 * @param {MouseEvent} event
 * @param {(view: object) => void} show
 */
export async function follow(event, show) {
  const link = event.target.closest('a[data-view]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { view } = link.dataset;
  try {
    show(views[view] ?? (await loadRest())[view]);
  } catch {
    location.assign(link.href);
  }
}

/** Tells the page that a twin is interactive. */
export function ready(element) {
  element.dispatchEvent(new Event('twin:ready', { bubbles: true, composed: true }));
  loadRestLater();
}

/** Defines the element of a twin; `mount` renders the overview into a shadow root. */
export function define(name, mount) {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        mount(root);
        ready(this);
      }
    },
  );
}
