const [reviewed] = arguments;
const roots = (root) => [
  root,
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
];
for (const root of roots(document)) for (const details of root.querySelectorAll('details')) details.open = true;
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const reasonOf = (check) => check.data?.messageKey ?? check.id;
const reasons = ({ any, all, none }) => [...new Set([...any, ...all, ...none].map(reasonOf))];
const selector = ({ target }) => target.flat().join(' >>> ');
const isReviewed = (id, node) =>
  reasons(node).every((reason) =>
    reviewed.some((entry) => entry.rule === id && entry.reason === reason && node.element.matches(entry.selector)),
  );
return axe
  .run(document, { runOnly: tags, resultTypes: ['violations', 'incomplete'], elementRef: true })
  .then(({ violations, incomplete }) => ({
    violations: violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${selector(node)}: ${node.failureSummary.replace(/\s+/g, ' ')}`),
    ),
    unreviewed: incomplete.flatMap(({ id, help, nodes }) =>
      nodes
        .filter((node) => !isReviewed(id, node))
        .map(
          (node) =>
            `${id} (${reasons(node)}): ${help}: ${selector(node)}: ${[...node.any, ...node.all, ...node.none]
              .map(({ message }) => message)
              .join(' ')
              .replace(/\s+/g, ' ')}`,
        ),
    ),
  }));
