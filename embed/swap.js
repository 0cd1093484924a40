// From one set of nodes to another that looks the same, without the reader's losing anything.

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Puts nodes in place of others, with the same focus, open details and motion. Nothing is
 * laid out in between, so that nothing scrolls.
 */
export function swap(old, nodes) {
  const { activeElement } = old.getRootNode();
  const focused = old.contains(activeElement) ? activeElement : null;
  const at = focused && [...old.querySelectorAll(FOCUSABLE)].indexOf(focused);
  const focusVisible = focused?.matches(':focus-visible');
  const moving = (root) => root.getAnimations({ subtree: true }).filter((each) => each.animationName);
  const times = moving(old).map((each) => each.currentTime);
  const details = (root) => [...root.querySelectorAll('details')];
  const opened = details(old).map((each) => each.open);
  nodes.classList.add('kl-swapping');
  const controls = details(old).map((each) => each.querySelector('.kl-acts'));
  details(nodes).forEach((each, index) => {
    each.open = opened[index] ?? false;
    // With what is written in them.
    if (controls[index]) each.querySelector('ul')?.after(controls[index]);
  });
  old.replaceWith(nodes);
  moving(nodes).slice(0, times.length).forEach((each, index) => (each.currentTime = times[index]));
  if (focused) nodes.querySelectorAll(FOCUSABLE)[at]?.focus({ preventScroll: true, focusVisible });
  requestAnimationFrame(() => requestAnimationFrame(() => nodes.classList.remove('kl-swapping')));
}

/** After a touch, how long in ms until the click that it makes. */
const AFTER_TOUCH = 400;

/** Acts as soon as nothing of the reader's would be lost: no press, no selection, no typing. */
export function whenQuiet(container, act) {
  const pressed = new Set();
  const events = {
    pointerdown: () => pressed.add('pointer'),
    pointerup: () => pressed.delete('pointer'),
    pointercancel: () => pressed.delete('pointer'),
    keydown: () => pressed.add('key'),
    keyup: () => pressed.delete('key'),
    compositionstart: () => pressed.add('composition'),
    compositionend: () => pressed.delete('composition'),
    focusout: () => {},
    selectionchange: () => {},
  };
  const root = container.getRootNode();
  const selected = () => {
    const selection = getSelection();
    // Browsers call a selection within a shadow tree collapsed, though it has a text, or begin it there.
    return String(selection) && (selection.isCollapsed || container.contains(selection.anchorNode)
      || selection.containsNode(root.host ?? container, true));
  };
  const busy = () => pressed.size || root.activeElement?.matches('input, textarea') || selected();
  let done = false;
  const stop = () => {
    done = true;
    for (const name in events) document.removeEventListener(name, listener, true);
  };
  const attempt = () => {
    if (done || busy()) return;
    stop();
    act();
  };
  const listener = (event) => {
    events[event.type]();
    // After the click that follows a release.
    if (!pressed.size) setTimeout(attempt, event.pointerType === 'touch' ? AFTER_TOUCH : 0);
  };
  for (const name in events) document.addEventListener(name, listener, true);
  attempt();
  return stop;
}
