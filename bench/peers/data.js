// The data of the twins: the text of each view and the shapes of the figure, from the bundle of the publication.
//
// Text is a list of nodes: a node is a string, or a tag with its attributes and its nodes. The attribute `view` stands for
// a link to a view.

const node = (tag, attributes, ...children) => [tag, attributes, children];
const withoutSoftHyphens = (text) => text.replaceAll('\u00AD', '');

const MARKS = {
  text: (text) => text,
  emphasis: (parts) => node('em', {}, ...inlines(parts)),
  strong: (parts) => node('strong', {}, ...inlines(parts)),
  link: ([href, parts]) => node('a', { href }, ...inlines(parts)),
  foreign: ([lang, parts]) => node('span', { lang }, ...inlines(parts)),
};

/** The nodes of a line of text. */
function inlines(parts) {
  return parts.flatMap((part) => Object.entries(part).map(([mark, value]) => MARKS[mark](value)));
}

/** The words of a line of text. */
const plain = (parts) =>
  parts
    .flatMap((part) => Object.entries(part))
    .map(([mark, value]) => (mark === 'text' ? value : plain(['link', 'foreign'].includes(mark) ? value[1] : value)))
    .join('');

const list = ({ ordered, items }) =>
  node(
    ordered ? 'ol' : 'ul',
    {},
    ...items.map((item) => node('li', {}, ...inlines(item.text), ...(item.list ? [list(item.list)] : []))),
  );

/** The table of a chart. The twins don't draw its bars. */
const table = ({ caption, table: { columns, rows } }) =>
  node(
    'table',
    {},
    node('caption', {}, caption),
    node('thead', {}, node('tr', {}, ...columns.map((name) => node('th', { scope: 'col' }, name)))),
    node(
      'tbody',
      {},
      ...rows.map(({ name, cells }) =>
        node('tr', {}, node('th', { scope: 'row' }, name), ...cells.map((cell) => node('td', {}, cell))),
      ),
    ),
  );

/** The views of a publication, and their parts. */
class Publication {
  constructor({ content, charts }) {
    this.content = content;
    this.charts = charts;
  }

  view(index) {
    return this.content.views[index];
  }

  name(index) {
    const { parent, segment } = this.view(index);
    return [index && this.name(parent), segment].filter(Boolean).join('/');
  }

  title(index) {
    const { heading, short_title: short } = this.view(index);
    return short || plain(heading);
  }

  /** The views of a kind one level below a view. */
  children(index, kind) {
    return [...this.content.views.keys()].filter(
      (child) => child && this.view(child).parent === index && this.view(child).kind === kind,
    );
  }

  link(index, className, ...children) {
    return node('a', { view: this.name(index), class: className }, ...children);
  }

  /** A paragraph with a link, if there is a view. */
  button(index, label) {
    return index === undefined ? [] : [node('p', {}, this.link(index, 'button', label))];
  }

  prose(blocks) {
    const block = {
      paragraph: (parts) => node('p', {}, ...inlines(parts)),
      list,
      heading: (text) => node('h3', {}, text),
      chart: (index) => table(this.charts[index]),
    };
    return blocks.flatMap((entry) => Object.entries(entry).map(([kind, value]) => block[kind](value)));
  }

  /** The quotes of a question, below a heading. */
  quotes(index, heading) {
    const { labels } = this.content;
    const quotes = this.children(index, 'quote').map((quote) => {
      const speaker = this.view(quote).speaker || this.title(quote);
      const name = labels.to_quote.replace('{speaker}', speaker);
      const link = this.link(
        quote,
        'speaker',
        node('span', { 'aria-hidden': 'true' }, speaker),
        node('span', { class: 'unseen' }, withoutSoftHyphens(name)),
      );
      const text = node('blockquote', {}, ...this.prose(this.view(quote).body));
      return node('figure', { class: 'quote' }, text, node('figcaption', {}, link));
    });
    return quotes.length ? [node(heading, {}, labels.quotes), ...quotes] : [];
  }

  toExperiences(phase) {
    return this.button(this.children(phase, 'experiences')[0], this.content.labels.to_experiences);
  }

  toTips(experiences) {
    return this.button(this.view(experiences).parent, this.content.labels.to_tips);
  }

  /** The nodes below the title of a view, and below the figure. */
  body(index) {
    const { kind, parent, body, speaker, list_title: listTitle } = this.view(index);
    const { model, labels } = this.content;
    const text = this.prose(body);
    switch (kind) {
      case 'overview': {
        const invitation = model.invitation ? [node('p', { class: 'lead' }, model.invitation)] : [];
        const heading = model.title ? [node('h3', {}, model.title)] : [];
        const toBackground = this.button(this.children(0, 'background')[0], labels.to_background);
        const columns = [
          node('div', {}, ...heading, ...this.prose(model.body)),
          node('div', {}, ...text, ...toBackground),
        ];
        return [...invitation, node('div', { class: 'columns' }, ...columns)];
      }
      case 'phase': {
        const tips = this.children(index, 'tip').map((tip) =>
          node('li', {}, this.link(tip, 'tip', ...inlines(this.view(tip).heading))),
        );
        const tipList = [node('h3', {}, listTitle || labels.tips), node('ol', { class: 'tips' }, ...tips)];
        return [...text, ...(tips.length ? tipList : []), ...this.toExperiences(index)];
      }
      case 'tip':
        return [...text, ...this.toExperiences(parent)];
      case 'experiences': {
        const sections = this.children(index, 'question').map((question) => {
          const link = this.link(question, 'quiet', ...inlines(this.view(question).heading));
          const answer = this.prose(this.view(question).body);
          return node('section', {}, node('h3', {}, link), ...answer, ...this.quotes(question, 'h4'));
        });
        return [...sections, ...this.toTips(index)];
      }
      case 'question':
        return [...text, ...this.quotes(index, 'h3'), ...this.toTips(parent)];
      case 'quote': {
        const caption = speaker ? [node('figcaption', {}, speaker)] : [];
        const quote = node('figure', { class: 'quote alone' }, node('blockquote', {}, ...text), ...caption);
        return [quote, node('p', {}, this.link(parent, 'more', this.title(parent)))];
      }
      default:
        return text;
    }
  }

  /** The line that tells where a piece comes from. */
  trace(index) {
    const { trace } = this.view(index);
    return trace ? [node('p', {}, this.link(this.children(0, 'background')[0], 'trace', trace))] : [];
  }

  /** The label, the name and the title of the previous or next view. */
  sibling(index, sibling, label) {
    if (sibling === null) return null;
    // Views of different parents differ in their parents' titles.
    const { parent } = this.view(sibling);
    const named = parent === this.view(index).parent ? sibling : parent;
    return [`${label}: `, this.name(sibling), this.title(named)];
  }

  ancestors(index) {
    return index ? [...this.ancestors(this.view(index).parent), index] : [0];
  }

  /** All that a twin shows of a view. */
  shown(index) {
    const { kind, kicker, heading, phase, parent, previous, next } = this.view(index);
    const { labels, subtitle } = this.content;
    const isByPhase = ['phase', 'experiences'].includes(kind);
    return {
      name: this.name(index),
      kind,
      phase: phase === null ? 0 : phase + 1,
      kicker,
      title: inlines(heading),
      subtitle: kind === 'overview' ? subtitle : '',
      parents: index ? this.ancestors(parent).map((view) => [this.name(view), this.title(view)]) : [],
      body: [...this.body(index), ...this.trace(index)],
      previous: this.sibling(index, previous, isByPhase ? labels.previous_phase : labels.previous),
      next: this.sibling(index, next, isByPhase ? labels.next_phase : labels.next),
    };
  }
}

/** The figure: its names, and the shapes of each phase. */
function figureOf(publication, shapes) {
  const { labels, loops, phases } = publication.content;
  return {
    label: withoutSoftHyphens(labels.figure),
    description: withoutSoftHyphens(labels.figure_description),
    loops,
    mask: shapes.crossing_mask,
    maskWidth: shapes.crossing_mask_width,
    arcs: phases.map((phase, index) => {
      const { outline, centre_line: line, arrows, number_position: at, slot, upper } = shapes.arcs[index];
      const { kicker, heading } = publication.view(phase);
      return {
        view: publication.name(phase),
        number: index + 1,
        kicker: `${withoutSoftHyphens(kicker)}: `,
        short: publication.title(phase),
        full: plain(heading),
        place: `loop-${slot.in_loop}${slot.below ? ' below' : ''}`,
        ...{ outline, line, arrows, at, upper },
      };
    }),
  };
}

/** The data of the first view and the phases, and that of all other views. The twins have no search. */
export function twinData(bundle) {
  const publication = new Publication(bundle);
  const { views, labels, title, lang } = bundle.content;
  const shown = [...views.keys()]
    .filter((index) => views[index].kind !== 'search')
    .map((index) => publication.shown(index));
  const byName = (some) => Object.fromEntries(some.map((view) => [view.name, view]));
  const isFirst = ({ kind }) => kind === 'overview' || kind === 'phase';
  return {
    first: {
      lang,
      title: withoutSoftHyphens(title),
      figure: figureOf(publication, bundle.shapes),
      labels: { breadcrumb: withoutSoftHyphens(labels.breadcrumb), pager: withoutSoftHyphens(labels.neighbours) },
      views: byName(shown.filter(isFirst)),
    },
    rest: byName(shown.filter((view) => !isFirst(view))),
  };
}
