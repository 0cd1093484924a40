// Records when parts of a page are painted, and what the page costs. It runs before the scripts of the page; the argument
// has a selector for each part. Times are in ms since 1970, so that they can be compared between pages.

const wallTime = (time = performance.now()) => performance.timeOrigin + time;

/** Each part: its selector, and a promise of the time at which it was first painted. */
const parts = Object.fromEntries(
  Object.entries(arguments[0]).map(([name, selector]) => [name, { selector, ...Promise.withResolvers() }]),
);
const missing = new Set(Object.values(parts));

// The document, and all shadow roots.
const roots = [document];
const observer = new MutationObserver(() => check(false));
const observe = (root) => observer.observe(root, { childList: true, subtree: true });
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (options) {
  const root = attachShadow.call(this, options);
  roots.push(root);
  if (missing.size) observe(root);
  return root;
};
observe(document);

const find = (selector) => {
  for (const root of roots) {
    const element = root.querySelector(selector);
    if (element) return element;
  }
  return null;
};

const isVisible = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
  element.getBoundingClientRect().width > 0;

/** Calls back after the frame: the message is handled once the frame has been painted. */
const afterFrame = (callback) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = callback;
  port2.postMessage(null);
};

let isRepeated = false;
/** Looks for the parts that are missing; in each frame while one is there and isn't visible. */
function check(isInFrame) {
  for (const part of missing) {
    const element = find(part.selector);
    if (!element) continue;
    if (isVisible(element)) {
      missing.delete(part);
      const note = () => part.resolve(wallTime());
      if (isInFrame) afterFrame(note);
      else requestAnimationFrame(() => afterFrame(note));
    } else if (!isRepeated) {
      isRepeated = true;
      requestAnimationFrame(() => {
        isRepeated = false;
        check(true);
      });
    }
  }
  if (!missing.size) observer.disconnect();
}

let longestTask = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
}).observe({ type: 'longtask', buffered: true });

let shift = 0;
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) shift += value;
}).observe({ type: 'layout-shift', buffered: true });

/** The clicks that Event Timing knows: their time and the ms until the next paint. */
const clicks = [];
new PerformanceObserver((list) => {
  for (const { name, startTime, duration } of list.getEntries()) {
    if (name === 'click') clicks.push({ time: wallTime(startTime), duration });
  }
}).observe({ type: 'event', durationThreshold: 16, buffered: true });

/** The widgets that are interactive, and the time of the latest. */
let ready = 0;
let readyTime = 0;
for (const name of ['kennislemniscaat:ready', 'twin:ready']) {
  addEventListener(name, () => {
    ready += 1;
    readyTime = wallTime();
  });
}

// The page after a click may be another one.
const INPUT = 'bench-input';
let inputTime = 0;
addEventListener('click', ({ timeStamp }) => (inputTime = wallTime(timeStamp)), true);
addEventListener('pagehide', () => sessionStorage.setItem(INPUT, inputTime));

window.probe = {
  start: performance.timeOrigin,
  /** The time at which a part was first painted. */
  painted: (name) => parts[name].promise,
  /** The time at which a number of widgets was interactive; none before. */
  interactive: (count) => (ready >= count ? readyTime : null),
  /** The middle of an element in the window, after scrolling to it. */
  middle(selector) {
    const element = find(selector);
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  },
  inputTime: () => inputTime || Number(sessionStorage.getItem(INPUT)),
  /** The ms that Event Timing tells for the latest click, none if they are less than 16. */
  eventTiming: () => clicks.findLast(({ time }) => Math.abs(time - inputTime) < 1)?.duration ?? null,
  longestTask: () => longestTask,
  shift: () => shift,
};
