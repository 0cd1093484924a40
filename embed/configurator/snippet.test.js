import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill, style, values } from './snippet.js';

const SITE = {
  root: 'https://example.org/kennis/',
  lang: 'nl',
  element: 'kennis-lemniscaat',
  frames: 'kader',
  card: 'kaart.png',
  version: '1.2.3',
  major: '1',
};
const OVERVIEW = { path: '', title: 'De kennislemniscaat' };
const TIP = { path: 'vertaling/tip-5', title: 'Tip 5: "Maak" & <doe>' };

const choices = (chosen = {}) =>
  new Map(Object.entries({ 'heading-level': '2', theme: 'auto', version: 'latest', 'share-base': '', ...chosen }));

test('usual choices leave no trace in the code', () => {
  const { attributes, options, src, style: css, href } = values(SITE, OVERVIEW, choices());
  assert.equal(attributes, ' lang="nl"');
  assert.equal(options, '');
  assert.equal(src, ' src="https://example.org/kennis/embed.js"');
  assert.equal(css, '');
  assert.equal(href, 'https://example.org/kennis/nl/');
});

test('each choice is in the code', () => {
  const chosen = {
    'heading-level': '3',
    theme: 'dark',
    'sync-url': 'yes',
    'share-base': 'https://www.gemeente.example/?a=1&b=2',
    loading: 'yes',
  };
  const { attributes, data, options } = values(SITE, TIP, choices(chosen));
  const rest =
    'heading-level="3" theme="dark" sync-url share-base="https://www.gemeente.example/?a=1&#38;b=2" loading="eager"';
  assert.equal(attributes, ` lang="nl" view="vertaling/tip-5" ${rest}`);
  assert.equal(options, ` data-${rest.replaceAll(' ', ' data-')}`);
  assert.equal(data, ` data-lang="nl" data-view="vertaling/tip-5"${options}`);
});

const RELEASE = { integrity: 'sha256-x', views: { nl: 'files/nl-abc' } };

test('an exact release has its hash, and no other has', () => {
  const src = (version, release) => values(SITE, OVERVIEW, choices({ version }), { release }).src;
  const start = ' src="https://example.org/kennis/';
  assert.equal(src('exact', RELEASE), `${start}v1.2.3/embed.js" integrity="sha256-x" crossorigin`);
  assert.equal(src('exact', null), `${start}v1.2.3/embed.js"`);
  assert.equal(src('major', RELEASE), `${start}v1/embed.js"`);
  assert.equal(src('latest', RELEASE), `${start}embed.js"`);
});

test('an exact release names the view that its script will request, and no other does', () => {
  const preload = (version, release) => values(SITE, TIP, choices({ version }), { release }).preload;
  assert.equal(
    preload('exact', RELEASE),
    '<link rel="preload" as="fetch" crossorigin href="https://example.org/kennis/files/nl-abc/vertaling/tip-5/">\n',
  );
  assert.equal(preload('exact', null), '');
  assert.equal(preload('latest', RELEASE), '');
});

test('frames, pictures and policies name their own addresses', () => {
  const { frame, image, host, origin } = values(SITE, TIP, choices());
  assert.equal(frame, 'https://example.org/kennis/kader/nl/vertaling/tip-5/');
  assert.equal(image, 'https://example.org/kennis/nl/vertaling/tip-5/kaart.png');
  assert.deepEqual([host, origin], ['example.org', 'https://example.org']);
});

test('a view that is lower than most windows reserves its own height', () => {
  assert.equal(values(SITE, TIP, choices(), { height: 613 }).height, 'min(90vh, 613px)');
  assert.equal(values(SITE, TIP, choices()).height, '90vh');
});

test('only the chosen colors are in the style', () => {
  const colors = choices({ surface: '#f4f1de', ink: '', 'phase-3': '#ffd166' });
  assert.equal(style('x', colors), 'x {\n  --kl-surface: #f4f1de;\n  --kl-phase-3: #ffd166;\n}');
});

test('text in HTML is no markup, and attributes stay code', () => {
  const from = values(SITE, TIP, choices({ theme: 'dark' }));
  const code = fill('<a href="{href}"{options}>{title}</a>{unknown} { x }', 'html', from);
  assert.equal(
    code,
    '<a href="https://example.org/kennis/nl/vertaling/tip-5/" data-theme="dark">Tip 5: &#34;Maak&#34; &#38; &#60;doe&#62;</a>{unknown} { x }',
  );
  assert.equal(fill('{href}', 'text', { href: 'a&b' }), 'a&b');
});

test('a title with signs of replacement patterns stays as it is', () => {
  assert.equal(fill('{title}', 'html', { title: "$& $1 $'" }), "$&#38; $1 $'");
});
