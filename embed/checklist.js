// The script of the checklist: ticks are kept in the address alone, so that the list can be kept and sent as a link.

import { decode, encode, isTicked, tick } from './checklist-state.js';

/**
 * Keeps the ticks of a list in the address.
 *
 * @param {HTMLFormElement} form
 */
function start(form) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = form.querySelectorAll('[data-bit]');
  const bitOf = (/** @type {HTMLInputElement} */ box) => BigInt(box.dataset.bit ?? 0);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.querySelector(`[data-${name}]`));
  const link = /** @type {HTMLAnchorElement} */ (part('address'));
  let state = 0n;

  /** The address of the page with the state. */
  const address = () => {
    const fragment = encode(state);
    return location.href.split('#')[0] + (fragment && `#${fragment}`);
  };

  /** Puts the state into the address, in place of the history entry or as a new one. */
  const save = (isNew = false) => {
    try {
      if (isNew) history.pushState(null, '', address());
      else history.replaceState(history.state, '', address());
    } catch {
      // Some browsers allow few changes a minute, or none in a frame. The page shows the address as well.
    }
  };

  const show = () => {
    for (const box of boxes) box.checked = isTicked(state, bitOf(box));
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-done]'))) {
      const counted = line.closest('section, form')?.querySelectorAll('[data-bit]').length;
      const done = line.closest('section, form')?.querySelectorAll('[data-bit]:checked').length;
      line.textContent = `${form.dataset.checklist}`.replace('{done}', `${done}`).replace('{count}', `${counted}`);
    }
    link.href = link.textContent = address();
    for (const language of /** @type {NodeListOf<HTMLAnchorElement>} */ (form.querySelectorAll('[hreflang]'))) {
      language.hash = encode(state);
    }
  };

  /** Shows the state that the address holds. */
  const follow = () => {
    const fragment = location.hash.slice(1);
    const held = decode(fragment);
    // A jump within the page, such as the skip link.
    if (held === undefined && document.getElementById(fragment)) return save();
    part('damaged').hidden = held !== undefined;
    state = held ?? 0n;
    show();
  };

  form.addEventListener('change', ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    state = tick(state, bitOf(box), box.checked);
    part('damaged').hidden = true;
    save();
    show();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    state = 0n;
    // A new entry, so that Back brings the ticks back.
    save(true);
    show();
  });
  addEventListener('hashchange', follow);
  part('not-kept').hidden = true;
  part('kept').hidden = false;
  show();
  follow();
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-checklist]'));
if (form) start(form);
