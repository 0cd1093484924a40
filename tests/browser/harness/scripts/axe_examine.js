const [reviewed] = arguments;
const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? roots(shadowRoot) : [])];
for (const root of roots(document)) for (const each of root.querySelectorAll('details')) each.open = true;
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const reasonOf = (check) => check.data?.messageKey ?? check.id;
const reasons = ({any, all, none}) => [...new Set([...any, ...all, ...none].map(reasonOf))];
const where = ({target}) => target.flat().join(' >>> ');
const known = (id, node) => reasons(node).every((reason) => reviewed.some((entry) =>
  entry.rule === id && entry.reason === reason && node.element.matches(entry.selector)));
return axe.run(document, {runOnly: tags, resultTypes: ['violations', 'incomplete'], elementRef: true})
  .then(({violations, incomplete}) => ({
    wrong: violations.flatMap(({id, help, nodes}) => nodes.map((node) =>
      `${id}: ${help}: ${where(node)}: ${node.failureSummary.replace(/\s+/g, ' ')}`)),
    unseen: incomplete.flatMap(({id, help, nodes}) => nodes.filter((node) => !known(id, node)).map((node) =>
      `${id} (${reasons(node)}): ${help}: ${where(node)}: ${[...node.any, ...node.all, ...node.none]
        .map(({message}) => message).join(' ').replace(/\s+/g, ' ')}`)),
  }));
