// The script of the page on which people choose how to embed the publication: the preview, the contrasts and the codes
// follow the form, and the address keeps its choices.

import { decode, encode, read } from './configurator/choices.js';
import { hex } from './configurator/color.js';
import { alike, contrasts, show as showRatio } from './configurator/judge.js';
import { makePreview } from './configurator/preview.js';
import { fill, values } from './configurator/snippet.js';
import { makeTabs } from './configurator/tabs.js';
import { make } from './make.js';

/** @typedef {import('./configurator/preview.js').Scheme} Scheme */

/**
 * The data that the page holds as JSON.
 *
 * @typedef {import('./configurator/snippet.js').Site & import('./configurator/judge.js').Rules & {
 *   root: string | null,
 *   base: string,
 *   title: string,
 *   phases: number,
 *   words: Record<'preview' | 'code', Record<string, string>>,
 * }} Data
 */

/**
 * A sentence with its values.
 *
 * @param {string} sentence
 * @param {Record<string, string | number | undefined>} from
 */
const say = (sentence, from) => sentence.replace(/\{(\w+)\}/g, (_, name) => `${from[name]}`);

/** @param {HTMLElement} page */
function start(page) {
  /** @type {Data} */
  const data = JSON.parse(`${page.dataset.configurator}`);
  const { words, lang } = data;
  // A site that doesn't know its address is where this page is.
  const site = { ...data, root: data.root ?? new URL(data.base, location.href).href };
  const form = /** @type {HTMLFormElement} */ (page.querySelector('form'));
  /**
   * @template {HTMLElement} [Kind=HTMLElement]
   * @param {string} name
   */
  const part = (name) => /** @type {Kind} */ (page.querySelector(`[data-${name}]`));
  /** @param {string} selector */
  const all = (selector) => /** @type {HTMLElement[]} */ ([...page.querySelectorAll(selector)]);
  const control = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement & HTMLSelectElement} */ (form.elements.namedItem(name));

  const host = part('host');
  const element = /** @type {HTMLElement} */ (host.firstElementChild);
  const preview = makePreview(host, element, data.phases);
  const showTab = makeTabs(part('tabs'), all('[data-tab]'), (id) => {
    control('tab').value = id;
    update();
  });
  /** The exact release; null if it can't be loaded, undefined until it is asked for. */
  let release = /** @type {import('./configurator/snippet.js').Release | null | undefined} */ (undefined);

  const loadRelease = async () => {
    release = null;
    try {
      const response = await fetch(`${data.base}v${data.version}/version.json`);
      release = await response.json();
      showCodes();
    } catch {
      part('failure').textContent = words.code.no_integrity;
    }
  };

  const showCodes = () => {
    const { path = '', title = '' } = control('view').selectedOptions[0].dataset;
    const choices = read(form);
    const from = values(site, { path, title }, choices, { release, height: preview.height() });
    for (const code of all('[data-template]')) {
      const text = fill(`${code.dataset.template}`, code.dataset.form, from);
      const block = /** @type {HTMLElement} */ (code.closest('[data-block]'));
      block.hidden = !text;
      if (code.textContent !== text) code.replaceChildren(make('code', {}, text));
    }
    for (const link of /** @type {HTMLAnchorElement[]} */ (all('[data-mail]'))) {
      const blocks = [...(link.closest('[data-tab]')?.querySelectorAll('[data-block]:not([hidden])') ?? [])];
      const codes = blocks.map(
        (block) => `${block.querySelector('h4')?.textContent}:\n\n${block.querySelector('pre')?.textContent}`,
      );
      const body = [words.code.mail_start, ...codes, `${words.code.mail_end} ${location.href}`].join('\n\n');
      const subject = say(words.code.mail_subject, { title: data.title });
      // Mail programs expect these ends of lines (RFC 6068).
      const lines = body.replaceAll('\n', '\r\n');
      link.href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
    }
  };

  const showContrasts = () => {
    const theme = read(form).get('theme');
    const schemes = /** @type {Scheme[]} */ (
      ['light', 'dark'].filter((scheme) => !/^(light|dark)$/.test(`${theme}`) || scheme === theme)
    );
    /** @type {Map<string, HTMLElement>} */
    const rows = new Map();
    /** @type {Node[]} */
    const pairs = [];
    let problems = 0;
    for (const scheme of schemes) {
      const colors = preview.colors(scheme);
      if (!colors) return;
      const name = words.preview[`in_${scheme}`];
      for (const { of, number, ratio, least } of contrasts(colors, data)) {
        const label = say(words.preview[`of_${of}`], { number });
        const isLow = ratio < least;
        if (isLow) problems++;
        const facts = { ratio: showRatio(ratio, lang), least: showRatio(least, lang) };
        const text = say(isLow ? words.preview.too_low : words.preview.ratio, facts);
        const value = make('dd', { className: isLow ? 'configurator-problem' : '' }, `${name}: ${text}`);
        if (!rows.has(label)) rows.set(label, make('div', {}, make('dt', {}, label)));
        rows.get(label)?.append(value);
      }
      for (const { one, other, vision } of alike(colors, data)) {
        problems++;
        const sentence = vision ? words.preview.alike : words.preview.alike_in_gray;
        pairs.push(make('li', {}, say(sentence, { one, other, vision, scheme: name })));
      }
      // The palettes begin with the colors that show.
      if (scheme === schemes[0]) {
        const { surface, ink, link, phases } = colors;
        const shown = [
          ['surface', surface],
          ['ink', ink],
          ['link', link],
          ...phases.map((phase, index) => [`phase-${index + 1}`, phase]),
        ];
        for (const [of, color] of /** @type {[string, import('./configurator/color.js').Light][]} */ (shown)) {
          part(`pick="${of}"`).setAttribute('value', hex(color));
          /** @type {HTMLInputElement} */ (part(`pick="${of}"`)).value = hex(color);
        }
      }
    }
    part('contrasts').replaceChildren(...rows.values());
    part('alike').replaceChildren(...pairs);
    const verdict =
      problems === 1 ? words.preview.one_problem : problems ? words.preview.problems : words.preview.all_good;
    const text = say(verdict, { count: problems });
    // Screen readers announce each change.
    if (part('verdict').textContent !== text) part('verdict').textContent = text;
  };

  const showHints = () => {
    for (const field of /** @type {HTMLInputElement[]} */ (all('input[pattern]:not([hidden])'))) {
      const isWrong = !field.validity.valid;
      field.setAttribute('aria-invalid', `${isWrong}`);
      /** @type {HTMLElement} */ (document.getElementById(`${field.name}-hint`)).hidden = !isWrong;
    }
  };

  const show = () => {
    const choices = read(form);
    preview.show(control('view').selectedOptions[0].dataset.path ?? '', choices);
    showTab(choices.get('tab'));
    if (choices.get('version') === 'exact' && release === undefined) loadRelease();
    showContrasts();
    showCodes();
    for (const link of /** @type {HTMLAnchorElement[]} */ (all('a[hreflang]'))) link.hash = encode(form);
  };

  /** Follows the form, and keeps its choices in the address. */
  const update = () => {
    const fragment = encode(form);
    try {
      history.replaceState(history.state, '', location.href.split('#')[0] + (fragment && `#${fragment}`));
    } catch {
      // Some browsers allow few changes a minute.
    }
    part('damaged').hidden = true;
    show();
  };

  /** Follows the address. */
  const follow = () => {
    const fragment = location.hash.slice(1);
    // A jump within the page changes no choice.
    if (document.getElementById(decodeURIComponent(fragment))) return show();
    part('damaged').hidden = decode(form, fragment);
    showHints();
    show();
  };

  form.addEventListener('input', update);
  form.addEventListener('change', () => {
    showHints();
    update();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    decode(form, '');
    showHints();
    update();
  });
  // The controls beside the preview belong to the form, but stand outside it.
  part('preview').addEventListener('change', update);
  page.addEventListener('input', ({ target }) => {
    const { pick } = /** @type {HTMLInputElement} */ (target).dataset;
    if (!pick) return;
    control(pick).value = /** @type {HTMLInputElement} */ (target).value;
    showHints();
    update();
  });
  part('take-over').addEventListener('click', () => {
    const view = (element.getAttribute('view') ?? '').replace(/\?.*/s, '');
    const option = [...control('view').options].find(({ dataset }) => dataset.path === view);
    if (option) control('view').value = option.value;
    update();
  });
  page.addEventListener('click', async ({ target }) => {
    const block = /** @type {Element} */ (target).closest('[data-copy]')?.closest('[data-block]');
    if (!block) return;
    const code = /** @type {HTMLElement} */ (block.querySelector('pre'));
    const status = /** @type {HTMLElement} */ (block.querySelector('[data-copied]'));
    // Screen readers don't announce the same text again.
    status.textContent = '';
    try {
      await navigator.clipboard.writeText(`${code.textContent}`);
      status.textContent = words.code.copied;
    } catch {
      getSelection()?.selectAllChildren(code);
      status.textContent = words.code.not_copied;
    }
  });
  const onView = () => {
    showContrasts();
    showCodes();
  };
  for (const name of ['ready', 'navigate']) element.addEventListener(`kennislemniscaat:${name}`, onView);
  element.addEventListener('kennislemniscaat:error', () => {
    if (!element.shadowRoot?.querySelector('.kl')) part('verdict').textContent = words.preview.failed;
  });
  // The height of the view, once there is one.
  new ResizeObserver(onView).observe(element);
  addEventListener('hashchange', follow);
  part('no-script').hidden = true;
  page.dataset.scripted = '';
  follow();
}

const page = /** @type {HTMLElement | null} */ (document.querySelector('[data-configurator]'));
if (page) start(page);
