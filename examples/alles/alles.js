// Everything that a host page can set on the widget, and the events that it receives.

import { copyable, tag } from './code.js';

const NAME = 'kennis-lemniscaat';
const exampleOf = (control) => control.closest('section').querySelector(NAME);

/** Sets an attribute as the reader chose; without a value it goes. */
function set(control) {
  const { sets } = control.dataset;
  const value = control.type === 'checkbox' ? (control.checked ? '' : null) : control.value;
  const gone = value === null || (value === '' && control.type !== 'checkbox');
  if (gone) exampleOf(control).removeAttribute(sets);
  else exampleOf(control).setAttribute(sets, value);
}

for (const control of document.querySelectorAll('[data-sets]')) {
  // Browsers keep the values of controls on a reload; the example starts with its defaults.
  if (control.type === 'checkbox') control.checked = control.defaultChecked;
  else for (const each of control.options) each.selected = each.defaultSelected;
  control.addEventListener('change', () => set(control));
}

// The code below an example is that of the element with its current attributes.
for (const block of document.querySelectorAll('[data-tag]')) {
  const element = exampleOf(block);
  const write = () => (block.textContent = tag(element));
  write();
  new MutationObserver(write).observe(element, { attributes: true });
}

const eventLog = document.getElementById('eventLog');

/** Adds an event to the log; the latest comes first. */
function note(where, what, detail) {
  const line = document.createElement('li');
  line.dataset.event = what;
  line.textContent = `${where}: kennislemniscaat:${what} ${JSON.stringify(detail)}`;
  eventLog.prepend(line);
  const count = document.querySelector(`[data-count="${what}"]`);
  count.textContent = Number(count.textContent) + 1;
}

for (const what of ['ready', 'navigate', 'share', 'error']) {
  addEventListener(`kennislemniscaat:${what}`, ({ target, detail }) => {
    note(target.closest('section').id, what, detail);
    const shows = target.closest('section').querySelector('[data-interactive]');
    if (shows && what === 'ready') shows.textContent = 'ja';
  });
}

// One more widget, as an application adds one; its `ready` event is listed.
document.getElementById('add').addEventListener('click', ({ target }) => {
  const element = document.createElement(NAME);
  element.setAttribute('heading-level', '4');
  element.setAttribute('view', 'explicitering/tip-3');
  target.closest('section').append(element);
});

// A policy applies to a whole page, so this example is a page in a frame. It posts its events to this page.
document.getElementById('stricter').addEventListener('click', ({ target }) => {
  const { frame } = document.getElementById('strict').dataset;
  const strict = document.querySelector('#strict iframe') ?? document.createElement('iframe');
  strict.title = 'Een pagina die geen WebAssembly toestaat';
  strict.src = frame;
  document.getElementById('strict').append(strict);
  target.textContent = 'Laad de strenge pagina opnieuw';
});
addEventListener('message', ({ data, source }) => {
  const strict = document.querySelector('#strict iframe');
  if (source === strict?.contentWindow && data.what) note('strict', data.what, data.detail);
});

for (const block of document.querySelectorAll('pre')) copyable(block);
