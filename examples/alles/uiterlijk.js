// A control for each custom property and each part in custom-elements.json. The controls make one
// style, which is applied and shown as a host page would write it.

/** What each property is called here, in groups. */
const GROUPS = [
  [
    'Grond en licht',
    {
      '--kl-surface': 'achtergrond',
      '--kl-raised': 'wat op de achtergrond ligt (open Delen)',
      '--kl-color-scheme': 'licht of donker',
    },
  ],
  [
    'Tekst en lijnen',
    {
      '--kl-ink': 'tekst',
      '--kl-ink-soft': 'tekst die minder telt',
      '--kl-line': 'lijnen',
      '--kl-link': 'links',
      '--kl-focus': 'rand om wat de focus heeft',
    },
  ],
  [
    'De vier fasen',
    {
      '--kl-phase-1': 'fase 1',
      '--kl-phase-2': 'fase 2',
      '--kl-phase-3': 'fase 3',
      '--kl-phase-4': 'fase 4',
      '--kl-on-phase': 'tekst op de kleur van een fase',
    },
  ],
  [
    'Letters',
    {
      '--kl-font': 'lettertype',
      '--kl-size': 'gewone tekst',
      '--kl-size-small': 'kleine tekst',
      '--kl-size-lead': 'inleidende tekst',
      '--kl-size-heading': 'koppen',
      '--kl-size-title': 'titels',
    },
  ],
  [
    'Ruimte',
    {
      '--kl-space': 'ruimte rondom',
      '--kl-measure': 'lengte van regels',
      '--kl-figure-size': 'breedte van de figuur naast een tekst',
      '--kl-radius': 'ronding van hoeken',
    },
  ],
];

/** The choices for values that are neither a color nor a length. */
const CHOICES = {
  '--kl-font': ['Georgia, "Liberation Serif", serif', '"Courier New", "Liberation Mono", monospace'],
  '--kl-color-scheme': ['light', 'dark', 'light dark'],
};

const PARTS = {
  figure: 'de figuur met haar namen',
  view: 'de tekst eronder of ernaast',
  title: 'de titel',
  button: 'links en knoppen die op knoppen lijken',
  share: 'het paneel om te delen',
};

/** An element with properties and children. */
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** Keeps the style of a section's example: what is shown is what is used. */
class Style {
  #sheet = new CSSStyleSheet();
  #example;
  #block;

  constructor(section) {
    this.#example = `#${section.id} kennis-lemniscaat`;
    this.#block = section.querySelector('[data-css]');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  write(css, none) {
    this.#block.textContent = css || none;
    this.#sheet.replaceSync(css.replaceAll('kennis-lemniscaat', this.#example));
  }
}

/** A color as `#rrggbb`, whatever form it is computed in. */
function hex(color) {
  const pencil = make('canvas', { width: 1, height: 1 }).getContext('2d');
  pencil.fillStyle = color;
  pencil.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pencil.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

/** The default color of a property, in the form of a color input. */
function colorOf(property, all) {
  const probe = make('span');
  for (const each of all) if (each.default) probe.style.setProperty(each.name, each.default);
  probe.style.colorScheme = 'light';
  probe.style.color = `var(${property.name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return hex(color);
}

/** The control of a property, by the kind of its value. */
function inputFor(property, all) {
  const { name, syntax } = property;
  if (syntax === '<color>') return make('input', { type: 'color', defaultValue: colorOf(property, all) });
  const [, size, unit] = property.default.match(/([\d.]+)(em|ch)\)?$/) ?? [null, '16', 'px'];
  if (syntax === '<length>') {
    const input = make('input', { type: 'range', min: size / 2, max: size * 2, step: size / 16, defaultValue: size });
    input.dataset.unit = unit;
    return input;
  }
  const choices = ['', ...(CHOICES[name] ?? [])].map((value) => new Option(value || 'zoals het is', value));
  return make('select', {}, ...choices);
}

function properties(all) {
  const section = document.getElementById('properties');
  const form = section.querySelector('form');
  const style = new Style(section);
  const values = new Map();
  const write = () => {
    const lines = all.filter(({ name }) => values.has(name)).map(({ name }) => `  ${name}: ${values.get(name)};\n`);
    style.write(
      lines.length ? `kennis-lemniscaat {\n${lines.join('')}}` : '',
      '/* Verander iets, dan staat hier de stijl die dat doet. */',
    );
  };
  const change = (name, input) => {
    if (input.value === '') values.delete(name);
    else values.set(name, input.value + (input.dataset.unit ?? ''));
    write();
  };
  const inputs = new Map();
  const known = new Set(GROUPS.flatMap(([, names]) => Object.keys(names)));
  const others = Object.fromEntries(
    all.filter(({ name }) => !known.has(name)).map((each) => [each.name, each.description]),
  );
  for (const [title, names] of [...GROUPS, ['Andere', others]]) {
    const controls = all
      .filter(({ name }) => name in names)
      .map((property) => {
        const input = inputFor(property, all);
        inputs.set(property.name, input);
        input.dataset.property = property.name;
        input.addEventListener('input', () => change(property.name, input));
        const words = make('span', {}, `${names[property.name]} `, make('code', {}, property.name));
        return make('label', { id: property.name, className: 'control' }, words, input);
      });
    if (controls.length) form.append(make('details', {}, make('summary', {}, title), ...controls));
  }
  form.querySelector('details').open = true;
  form.addEventListener('reset', () => {
    values.clear();
    write();
  });
  for (const button of section.querySelectorAll('[data-host-theme]')) {
    button.addEventListener('click', () => {
      form.reset();
      for (const declaration of button.dataset.hostTheme.split(';')) {
        const [name, value] = declaration.split(':').map((each) => each.trim());
        inputs.get(name).value = value;
        change(name, inputs.get(name));
      }
    });
  }
  write();
}

function parts(all) {
  const section = document.getElementById('parts');
  const style = new Style(section);
  const place = section.querySelector('fieldset');
  const write = () => {
    const rules = [...place.querySelectorAll(':checked')].map(
      ({ value }) => `kennis-lemniscaat::part(${value}) {\n  outline: 3px solid #a3004f;\n  outline-offset: 3px;\n}`,
    );
    style.write(rules.join('\n\n'), '/* Zet een deel aan, dan staat hier de stijl die het omlijnt. */');
  };
  for (const { name, description } of all) {
    const input = make('input', { type: 'checkbox', value: name, checked: name === 'title' });
    place.append(
      make(
        'label',
        { id: `part-${name}`, className: 'control' },
        make('span', {}, `${PARTS[name] ?? description} `, make('code', {}, name)),
        input,
      ),
    );
    input.addEventListener('change', write);
  }
  write();
}

const manifest = await (await fetch('../../custom-elements.json')).json();
const [{ cssProperties, cssParts }] = manifest.modules[0].declarations;
properties(cssProperties);
parts(cssParts);

// The URL may name a control that is only made here.
const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (asked?.matches('.control')) {
  const group = asked.closest('details');
  if (group) group.open = true;
  asked.scrollIntoView();
}
