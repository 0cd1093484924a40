// Types queries into a search of ten thousand pieces, and returns the time in ms until it is ready, and the times of all
// keystrokes, each until its results are laid out.
const [COUNT, WORDS] = [10_000, 30];
const QUERIES = [
  'beleid',
  'beleidsadviseurs delen kennis',
  'hoe deel ik kennis met collega’s',
  'betrouwbaarhied',
  'netwerkbijeenkomst',
  'xyzzy',
];
const resources = performance.getEntriesByType('resource').map(({ name }) => name);
const file = (end) => resources.find((name) => name.includes('/files/search-') && name.endsWith(end));
return Promise.all([import(file('.js')), fetch(file('.json')).then((response) => response.json())]).then(
  ([{ searchOf }, publication]) => {
    const own = publication.pieces;
    const others = own.filter(({ values }) => values[0][0] !== 0);
    const words = own.flatMap(({ title, texts }) => [title, ...texts].join(' ').split(/\s+/));
    // The same texts each time (Park and Miller, "Random number generators", 1988). So many rare words that there are
    // some 21,000 different ones, as in other texts of this length (Manning, Raghavan and Schütze, "Introduction to
    // Information Retrieval", 2008, section 5.1.1).
    let seed = 1;
    const random = (limit) => (seed = (seed * 16_807) % 2_147_483_647) % limit;
    const word = () => words[random(words.length)] + (random(14) ? '' : random(2000));
    publication.pieces = Array.from({ length: COUNT }, (_, index) => ({
      // There are no more phases.
      ...(own[index] ?? others[index % others.length]),
      texts: [Array.from({ length: WORDS }, word).join(' ')],
    }));
    const start = performance.now();
    const attach = searchOf(publication, `${location.origin}/`);
    const place = document.createElement('div');
    kl().querySelector('.kl-find').replaceWith(place);
    attach(place, 'zoeken', () => {}).showAddress();
    const ready = performance.now() - start;
    const field = place.querySelector('[type=search]');
    const times = QUERIES.flatMap((query) =>
      [...query].map((_, index) => {
        field.value = query.slice(0, index + 1);
        const before = performance.now();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        void document.body.offsetHeight;
        return performance.now() - before;
      }),
    );
    return [ready, times];
  },
);
