// Turns for the work of many widgets: the page answers its reader in between.

/** @type {(() => void)[]} */
const waiting = [];
const { port1, port2 } = new MessageChannel();

/** Messages come after input and frames that wait, and without the pause of timers. */
const next = () => port2.postMessage(0);
port1.onmessage = () => {
  waiting.shift()?.();
  if (waiting.length) next();
};

/**
 * Resolves in a task of its own, after all earlier turns.
 *
 * @returns {Promise<void>}
 */
export const turn = () =>
  new Promise((resolve) => {
    if (waiting.push(resolve) === 1) next();
  });
