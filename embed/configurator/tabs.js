// Sections as tabs, with the keys of https://www.w3.org/WAI/ARIA/apg/patterns/tabs/.

import { make } from '../make.js';

/**
 * Makes tabs of sections. Returns a function that shows one.
 *
 * @param {HTMLElement} list the place of the tabs
 * @param {HTMLElement[]} sections each with a heading and `data-tab`
 * @param {(id: string) => void} onSelect the reader has selected another tab
 */
export function makeTabs(list, sections, onSelect) {
  const tabs = sections.map((section) => {
    const id = /** @type {string} */ (section.dataset.tab);
    const heading = /** @type {HTMLElement} */ (section.querySelector('h3'));
    const tab = make(
      'button',
      { type: 'button', id: `tab-${id}`, onclick: () => onSelect(id) },
      `${heading.textContent}`,
    );
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', section.id);
    section.setAttribute('role', 'tabpanel');
    section.setAttribute('aria-labelledby', tab.id);
    // The tab is its name for the eye; in the outline of the page it stays.
    heading.className = 'kl-unseen';
    return tab;
  });
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', `${list.dataset.tabs}`);
  list.append(...tabs);
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const to = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    tabs[to].focus();
    tabs[to].click();
  });

  return (/** @type {string | undefined} */ id) => {
    for (const [index, section] of sections.entries()) {
      const isShown = section.dataset.tab === id;
      section.hidden = !isShown;
      tabs[index].setAttribute('aria-selected', `${isShown}`);
      tabs[index].tabIndex = isShown ? 0 : -1;
    }
  };
}
