// The data of the twins, from an invented publication with a view of each kind.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { twinData } from './data.js';
import { page } from './static/page.js';

const text = (words) => [{ text: words }];

const view = (kind, parent, segment, more = {}) => ({
  kind,
  parent,
  previous: null,
  next: null,
  phase: kind === 'overview' || kind === 'background' || kind === 'search' ? null : 0,
  segment,
  kicker: '',
  heading: text(`De ${kind}`),
  short_title: '',
  body: [],
  list_title: '',
  speaker: '',
  trace: '',
  ...more,
});

const views = [
  view('overview', 0, ''),
  view('phase', 0, 'fase', { kicker: 'Fa\u00ADse 1 van 1', short_title: 'Fase', trace: 'pagina 2' }),
  view('tip', 1, 'tip-1', { next: 3, heading: [{ text: 'Deel ' }, { emphasis: text('alles') }] }),
  view('tip', 1, 'tip-2', { previous: 2 }),
  view('experiences', 1, 'ervaringen'),
  view('question', 4, 'vraag', { body: [{ list: { ordered: true, items: [{ text: text('een'), list: null }] } }] }),
  view('quote', 5, 'citaat-1', {
    speaker: 'Adviseur',
    body: [{ paragraph: [{ foreign: ['en', text('what <b>')] }] }],
  }),
  view('background', 0, 'achtergrond', {
    body: [{ chart: 0 }, { paragraph: [{ link: ['https://a.nl/', text('hier')] }] }],
  }),
  view('search', 0, 'zoeken'),
];

const labels = {
  tips: 'Tips',
  to_experiences: 'Naar ervaringen',
  to_tips: 'Naar tips',
  to_quote: 'Citaat van {speaker}',
  quotes: 'Citaten',
  previous_phase: 'Vorige fase',
  next_phase: 'Volgende fase',
  previous: 'Vorige',
  next: 'Volgende',
  to_background: 'Achtergrond',
  breadcrumb: 'Kruimelpad',
  neighbours: 'Bladeren',
  figure: 'Het fi\u00ADguur',
  figure_description: 'Een acht',
};

const shapes = {
  crossing_mask: 'M0 0',
  crossing_mask_width: 86,
  arcs: [
    {
      outline: 'M1 1',
      centre_line: 'M2 2',
      arrows: '',
      number_position: [10, 20],
      slot: { in_loop: 0, below: true, index: 0, count: 1 },
      leader: '',
      upper: true,
    },
  ],
};

const table = {
  id: 't',
  caption: 'Aantallen',
  columns: ['Fase', 'Aantal'],
  rows: [{ id: 'r', name: 'Fase', cells: ['3'] }],
};
const content = {
  lang: 'nl',
  title: 'Titel',
  subtitle: 'Vraag?',
  model: { title: 'Model', invitation: 'Klik', body: [{ paragraph: text('Uitleg') }] },
  loops: ['Lokaal', 'Landelijk'],
  views,
  phases: [1],
  labels,
};
const { first, rest } = twinData({ content, shapes, charts: [{ caption: 'Aantallen', table }] });

test('the first data has the overview and the phases, the rest all other views but the search', () => {
  assert.deepEqual(Object.keys(first.views), ['', 'fase']);
  assert.deepEqual(Object.keys(rest), [
    'fase/tip-1',
    'fase/tip-2',
    'fase/ervaringen',
    'fase/ervaringen/vraag',
    'fase/ervaringen/vraag/citaat-1',
    'achtergrond',
  ]);
});

test('the figure names its phases and has their shapes', () => {
  assert.equal(first.figure.label, 'Het figuur');
  assert.deepEqual(first.figure.arcs, [
    {
      view: 'fase',
      number: 1,
      kicker: 'Fase 1 van 1: ',
      short: 'Fase',
      full: 'De phase',
      place: 'loop-0 below',
      outline: 'M1 1',
      line: 'M2 2',
      arrows: '',
      at: [10, 20],
      upper: true,
    },
  ]);
});

test('a phase lists its tips, and leads to its experiences and its source', () => {
  const link = (name, className, ...words) => ['a', { view: name, class: className }, words];
  assert.deepEqual(first.views.fase.body, [
    ['h3', {}, ['Tips']],
    [
      'ol',
      { class: 'tips' },
      [
        ['li', {}, [link('fase/tip-1', 'tip', 'Deel ', ['em', {}, ['alles']])]],
        ['li', {}, [link('fase/tip-2', 'tip', 'De tip')]],
      ],
    ],
    ['p', {}, [link('fase/ervaringen', 'button', 'Naar ervaringen')]],
    ['p', {}, [link('achtergrond', 'trace', 'pagina 2')]],
  ]);
});

test('a view knows the views around it', () => {
  const tip = rest['fase/tip-2'];
  assert.deepEqual(tip.parents, [
    ['', 'De overview'],
    ['fase', 'Fase'],
  ]);
  assert.deepEqual([tip.previous, tip.next], [['Vorige: ', 'fase/tip-1', 'Deel alles'], null]);
});

test('a static page has the text of its view as text', () => {
  const html = page(first, rest['fase/ervaringen/vraag/citaat-1'], '/style.css');
  assert.ok(html.includes('<span lang="en">what &lt;b&gt;</span>'));
  assert.ok(html.includes('<figcaption>Adviseur</figcaption>'));
  assert.ok(html.includes('<a href="/static/nl/fase/ervaringen/vraag/" class="more">De question</a>'));
  assert.ok(html.includes('<path class="hit" d="M2 2"></path>'));
});

test('the numbers of a chart are a table', () => {
  const html = page(first, rest.achtergrond, '/style.css');
  assert.ok(html.includes('<caption>Aantallen</caption>'));
  assert.ok(html.includes('<tr><th scope="row">Fase</th><td>3</td></tr>'));
});
