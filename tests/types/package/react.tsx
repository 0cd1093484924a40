// A component of React 18 or 19 with the element.

import { useRef } from 'react';
import type {} from 'kennislemniscaat/react';

export function Figure({ view }: { view: string }) {
  const widget = useRef<HTMLElement>(null);
  return (
    <kennis-lemniscaat
      ref={widget}
      key="figure"
      class="wide"
      lang="nl"
      view={view}
      heading-level={3}
      theme="dark"
      sync-url=""
      loading="eager"
      style={{ maxWidth: '60rem' }}
      onClick={(event) => event.currentTarget.focus()}
    >
      <a href="/nl/">De kennislemniscaat</a>
    </kennis-lemniscaat>
  );
}

export const refused = [
  // @ts-expect-error: no such theme
  <kennis-lemniscaat key="theme" theme="sepia" />,
  // @ts-expect-error: headings have six levels
  <kennis-lemniscaat key="level" heading-level={7} />,
  // @ts-expect-error: a view is called by its name
  <kennis-lemniscaat key="view" view={5} />,
  // @ts-expect-error: no such element
  <kennis-lemniscaten key="element" />,
];
