// A component of Preact with the element.

import type {} from 'kennislemniscaat/preact';

export function Figure({ view }: { view: string }) {
  return (
    <kennis-lemniscaat class="wide" lang="nl" view={view} heading-level="3" theme="reader" onClick={() => {}}>
      <a href="/nl/">De kennislemniscaat</a>
    </kennis-lemniscaat>
  );
}

export const refused = [
  // @ts-expect-error: no such theme
  <kennis-lemniscaat theme="sepia" />,
  // @ts-expect-error: headings have six levels
  <kennis-lemniscaat heading-level={7} />,
];
