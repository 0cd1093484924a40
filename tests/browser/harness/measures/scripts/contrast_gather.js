const isHidden = (element) =>
  !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
  element.closest('.kl-unseen, .page-skip:not(:focus)');
const requiredRatio = ({ fontSize, fontWeight }) => {
  const [size, bold] = [parseFloat(fontSize), fontWeight >= 700];
  return size >= 24 || (bold && size >= 18.66) ? 4.5 : 7;
};
const opacityOf = (element) => {
  let opacity = 1;
  for (; element; element = element.parentElement ?? element.getRootNode().host)
    opacity *= Number(getComputedStyle(element).opacity);
  return opacity;
};
const word = (element, style, text, rects) => {
  const svg = element.namespaceURI.endsWith('svg');
  const [r, g, b, a] = rgba(svg ? style.fill : style.color);
  const scale = svg
    ? Math.abs(
        Math.sqrt(
          Math.abs(
            element.getScreenCTM().a * element.getScreenCTM().d - element.getScreenCTM().b * element.getScreenCTM().c,
          ),
        ),
      )
    : 1;
  const required = requiredRatio({ fontSize: parseFloat(style.fontSize) * scale, fontWeight: style.fontWeight });
  const color = [r, g, b, a * opacityOf(element) * (svg ? Number(style.fillOpacity) : 1)];
  return {
    name: `${element.localName}.${element.getAttribute('class') ?? ''} “${text.trim().slice(0, 30)}”`,
    color,
    required,
    rects: [...rects].map(({ left, top, right, bottom }) => ({
      left: left + scrollX,
      top: top + scrollY,
      right: right + scrollX,
      bottom: bottom + scrollY,
    })),
  };
};
window.words = [];
for (const element of deep(document.body)) {
  if (isHidden(element) || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
  for (const node of element.childNodes) {
    if (node.nodeType !== 3 || !node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    words.push(word(element, getComputedStyle(element), node.data, range.getClientRects()));
  }
  for (const pseudo of ['::before', '::after', '::placeholder']) {
    if (pseudo === '::placeholder' && !element.placeholder) continue;
    const style = getComputedStyle(element, pseudo);
    const text = pseudo === '::placeholder' ? element.placeholder : style.content;
    if (['none', 'normal', '', '""'].includes(text)) continue;
    words.push(word(element, style, pseudo + text, element.getClientRects()));
  }
}
const hide = (window.hide = new CSSStyleSheet());
hide.replaceSync(`*, *::before, *::after, *::placeholder {
    color: transparent !important; text-decoration-color: transparent !important; caret-color: transparent !important;
    transition: none !important;
  }
  /* The ring around a number isn't part of its background. */
  *::before { border-color: transparent !important; }
  text, tspan { fill: transparent !important; }`);
for (const root of [
  document,
  ...deep(document)
    .map((element) => element.shadowRoot)
    .filter(Boolean),
]) {
  root.adoptedStyleSheets.push(hide);
}
return drawn();
