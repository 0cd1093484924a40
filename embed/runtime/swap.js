// Swaps nodes for others that look the same, without loss of focus, selection, open panels or motion.

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Whether the engine lays out new nodes without their content first, as WebKit does, and scrolls a page that is too low
 * by then. Engines that anchor the scroll position don't.
 */
const laysOutTwice = !CSS.supports?.('overflow-anchor', 'none');

/**
 * Puts `nodes` in place of `old`, with the same focus, open panels and running animations.
 *
 * @param {Element} old
 * @param {Element} nodes
 */
export function swap(old, nodes) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (old.getRootNode());
  const focused = old.contains(activeElement) ? activeElement : null;
  const position = focused && [...old.querySelectorAll(FOCUSABLE)].indexOf(focused);
  const focusVisible = focused?.matches(':focus-visible');
  const animations = (/** @type {Element} */ root) =>
    root.getAnimations({ subtree: true }).filter((animation) => 'animationName' in animation);
  const times = animations(old).map((animation) => animation.currentTime);
  // The search, with its text and its results.
  const search = old.querySelector('.kl-find');
  if (search) nodes.querySelector('.kl-find')?.replaceChildren(...search.childNodes);
  const oldPanels = [...old.querySelectorAll('details')];
  nodes.classList.add('kl-swapping');
  // No closure may hold the old nodes: the frames below would keep them in memory.
  const isOpen = oldPanels.map((panel) => panel.open);
  const controls = oldPanels.map((panel) => panel.querySelector('.kl-acts'));
  nodes.querySelectorAll('details').forEach((panel, index) => {
    panel.open = isOpen[index] ?? false;
    // With the text that was typed into them.
    const kept = controls[index];
    if (kept) panel.querySelector('ul')?.after(kept);
  });
  const place = /** @type {HTMLElement} */ (old.parentElement);
  const { minHeight } = place.style;
  if (laysOutTwice) place.style.minHeight = getComputedStyle(place).height;
  old.replaceWith(nodes);
  animations(nodes)
    .slice(0, times.length)
    .forEach((animation, index) => (animation.currentTime = times[index]));
  if (laysOutTwice) {
    nodes.getBoundingClientRect();
    place.style.minHeight = minHeight;
  }
  if (position !== null) {
    const options = /** @type {FocusOptions} */ ({ preventScroll: true, focusVisible });
    /** @type {HTMLElement | undefined} */ (nodes.querySelectorAll(FOCUSABLE)[position])?.focus(options);
  }
  requestAnimationFrame(() => requestAnimationFrame(() => nodes.classList.remove('kl-swapping')));
}

/** How long, in ms, after the end of a touch its click comes. */
const CLICK_AFTER_TOUCH_MS = 400;

/**
 * Calls `act` once no key or button is pressed, no text in `container` is selected and nothing is being typed.
 *
 * @param {HTMLElement} container
 * @param {AbortSignal} signal gives up the wait
 * @param {() => void} act
 */
export function whenIdle(container, signal, act) {
  // A press that has begun before is known by its effect; it may be of a pointer or of a key.
  const pressed = new Set(container.matches(':active') ? ['earlier'] : []);
  const release = (/** @type {string} */ kind) => {
    pressed.delete(kind);
    pressed.delete('earlier');
  };
  /** @type {Record<string, () => void>} */
  const events = {
    pointerdown: () => pressed.add('pointer'),
    pointerup: () => release('pointer'),
    pointercancel: () => release('pointer'),
    keydown: () => pressed.add('key'),
    keyup: () => release('key'),
    compositionstart: () => pressed.add('composition'),
    compositionend: () => pressed.delete('composition'),
    focusout: () => {},
    selectionchange: () => {},
  };
  const root = /** @type {Document | ShadowRoot} */ (container.getRootNode());
  const isSelected = () => {
    const selection = document.getSelection();
    // Browsers report a selection inside a shadow tree as collapsed, though it has text, or let it begin at the host.
    return (
      String(selection) &&
      (selection?.isCollapsed ||
        container.contains(selection?.anchorNode ?? null) ||
        selection?.containsNode('host' in root ? root.host : container, true))
    );
  };
  const isBusy = () =>
    pressed.size || root.activeElement?.matches('input:not([type=search]), textarea') || isSelected();
  // Acting leaves the state whose signal this is, so that nothing acts twice.
  const attempt = () => signal.aborted || isBusy() || act();
  const listener = (/** @type {Event} */ event) => {
    events[event.type]();
    const isTouch = /** @type {PointerEvent} */ (event).pointerType === 'touch';
    // After the click that follows a release.
    if (!pressed.size) setTimeout(attempt, isTouch ? CLICK_AFTER_TOUCH_MS : 0);
  };
  for (const name in events) document.addEventListener(name, listener, { capture: true, signal });
  attempt();
}
