const spaced = new CSSStyleSheet();
spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`);
for (const root of [document, ...deep(document).map((each) => each.shadowRoot).filter(Boolean)]) {
  root.adoptedStyleSheets.push(spaced);
}
