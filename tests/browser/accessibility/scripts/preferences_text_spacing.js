// The spacing of WCAG 1.4.12, as a reader's own style.
const spacing = new CSSStyleSheet();
spacing.replaceSync(`
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }`);
const shadowRoots = deep(document)
  .map((element) => element.shadowRoot)
  .filter(Boolean);
for (const root of [document, ...shadowRoots]) root.adoptedStyleSheets.push(spacing);
