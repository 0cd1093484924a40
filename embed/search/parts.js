// Parts of the screen of the search.

import { make } from '../make.js';
import { formatQuery, STEP } from './query.js';
import { excerpt, markedParts } from './results.js';

/** The longest title of a piece that has only a text, in characters. */
const LONGEST = 60;

/**
 * The beginning of a text, in whole words.
 *
 * @param {string} text
 */
const beginning = (text) => (text.length > LONGEST ? `${text.slice(0, text.lastIndexOf(' ', LONGEST))}…` : text);

/**
 * Makes the parts of the screen for a publication.
 *
 * @param {import('./pieces.js').Publication} publication
 * @param {string} base the root of the site
 * @param {string} view the name of the search view
 */
export function partsOf({ lang, labels, facets, pieces }, base, view) {
  /**
   * @param {string} label
   * @param {string | number} value
   */
  const fill = (label, value) => labels[label].replace(/\{\w+\}/, () => String(value));

  /**
   * A link to a view.
   *
   * @param {string} name
   * @param {string} query
   * @param {string} className
   * @param {(string | Node)[]} content
   */
  function link(name, query, className, ...content) {
    const search = query && `?${query}`;
    const element = make('a', { className, href: `${base}${lang}/${name && `${name}/`}${search}` }, ...content);
    element.dataset.view = name + search;
    return element;
  }

  /**
   * A link to the search with another query.
   *
   * @param {import('./query.js').Query} query
   * @param {(string | Node)[]} content
   */
  const linkToQuery = (query, ...content) => link(view, formatQuery(facets, query), 'kl-button', ...content);

  /**
   * The number of results in words.
   *
   * @param {import('./results.js').Results} results
   * @param {import('./query.js').Query} query
   */
  function count({ hits: { length } }, { text }) {
    if (length === 1) return labels.one_result;
    return length ? fill('results', length) : fill('nothing_found', text.trim());
  }

  /**
   * A text with its matches marked.
   *
   * @param {string} text
   * @param {import('./results.js').Results} results
   */
  const marked = (text, results) =>
    markedParts(text, results, lang).map((part, index) => (index % 2 ? make('mark', {}, part) : part));

  /**
   * @param {number} index
   * @param {import('./results.js').Results} results
   */
  function result(index, results) {
    const { view: own, place, values, title, speaker, keywords, texts } = pieces[index];
    const [phase] = values[1];
    const body = excerpt(texts, results, lang, !title);
    const item = make('li', { className: phase === undefined ? 'kl-result' : `kl-result kl-phase-${phase + 1}` });
    item.append(link(own, '', 'kl-result-link', ...marked(title || body, results)));
    if (title && body) item.append(make('p', {}, ...marked(body, results)));
    const source = speaker ? [`${place}: `, ...marked(speaker, results)] : [place];
    item.append(make('p', { className: 'kl-result-place' }, ...source));
    if (!item.querySelector('mark')) {
      const themes = values[2].map((value) => facets[2].options[value][1]);
      const reasons = [...keywords, ...themes].map((word) => marked(word, results)).filter(({ length }) => length > 1);
      const words = reasons.flatMap((reason, nth) => [nth ? ', ' : ' ', ...reason]);
      if (words.length) item.append(make('p', { className: 'kl-result-place' }, labels.found_by, ...words));
    }
    return item;
  }

  /**
   * The number of hits in each phase that has any.
   *
   * @param {import('./results.js').Results} results
   */
  function hitsByPhase({ hits }) {
    const counts = facets[1].options.map((_, phase) => hits.filter((hit) => pieces[hit].values[1][0] === phase).length);
    const items = facets[1].options.flatMap(([, name], phase) =>
      counts[phase] ? make('li', {}, `${name} ${counts[phase]}`) : [],
    );
    return { counts, list: make('ul', { className: 'kl-hit-phases' }, ...items) };
  }

  /**
   * The ways on where nothing is found: the nearest word, and the phases.
   *
   * @param {import('./query.js').Query} query
   * @param {string | undefined} nearest
   */
  function waysOn(query, nearest) {
    const label = nearest && fill('did_you_mean', nearest);
    const phases = pieces.filter(({ values }) => values[0][0] === 0);
    return [
      ...(label ? [make('p', {}, linkToQuery({ ...query, text: /** @type {string} */ (nearest) }, label))] : []),
      make('ol', { className: 'kl-all' }, ...phases.map((phase) => make('li', {}, pieceLink(phase)))),
    ];
  }

  /** @param {import('./pieces.js').Piece} piece */
  const pieceLink = ({ view: own, title, texts }) => link(own, '', 'kl-more', title || beginning(texts[0]));

  /**
   * All pieces by kind, and again by theme, as `src/view/search.rs` prerenders them.
   *
   * @param {'h2'} heading
   */
  const everything = (heading) =>
    [0, 2].flatMap((facet) =>
      facets[facet].options.flatMap(([, name], option) => {
        const own = pieces.filter(({ values }) => values[facet].includes(option)).slice(0, STEP);
        const items = own.map((piece) => make('li', {}, pieceLink(piece)));
        const section = [
          make(heading, { className: 'kl-heading' }, name),
          make('ol', { className: 'kl-all' }, ...items),
        ];
        return own.length ? make('section', {}, ...section) : [];
      }),
    );

  /**
   * A link for each value that is chosen, which takes it away.
   *
   * @param {import('./query.js').Query} query
   */
  function chosen(query) {
    const links = query.chosen.flatMap((options, facet) =>
      [...options].map((option) => {
        const name = facets[facet].options[option][1];
        const others = query.chosen.map(
          (other, index) => new Set([...other].filter((own) => index !== facet || own !== option)),
        );
        const text = linkToQuery({ ...query, chosen: others }, `${name} ×`);
        text.setAttribute('aria-label', fill('take_away', name));
        return make('li', {}, text);
      }),
    );
    return make('ul', { className: 'kl-chosen' }, ...links);
  }

  return { chosen, count, everything, fill, hitsByPhase, linkToQuery, result, waysOn };
}
