const unseen = (each) => !each.checkVisibility({visibilityProperty: true, opacityProperty: true})
  || each.closest('.kl-unseen, .page-skip:not(:focus)');
const need = ({fontSize, fontWeight}) => {
  const [size, bold] = [parseFloat(fontSize), fontWeight >= 700];
  return size >= 24 || bold && size >= 18.66 ? 4.5 : 7;
};
const opaque = (each) => {
  let all = 1;
  for (; each; each = each.parentElement ?? each.getRootNode().host) all *= Number(getComputedStyle(each).opacity);
  return all;
};
const word = (each, style, text, rects) => {
  const svg = each.namespaceURI.endsWith('svg');
  const [r, g, b, a] = rgba(svg ? style.fill : style.color);
  const scale = svg ? Math.abs(Math.sqrt(Math.abs(each.getScreenCTM().a * each.getScreenCTM().d - each.getScreenCTM().b * each.getScreenCTM().c))) : 1;
  const least = need({fontSize: parseFloat(style.fontSize) * scale, fontWeight: style.fontWeight});
  const colour = [r, g, b, a * opaque(each) * (svg ? Number(style.fillOpacity) : 1)];
  return {name: `${each.localName}.${each.getAttribute('class') ?? ''} “${text.trim().slice(0, 30)}”`, colour, least,
    rects: [...rects].map(({left, top, right, bottom}) => ({left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY}))};
};
window.words = [];
for (const each of deep(document.body)) {
  if (unseen(each) || ['SCRIPT', 'STYLE'].includes(each.tagName)) continue;
  for (const node of each.childNodes) {
    if (node.nodeType !== 3 || !node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    words.push(word(each, getComputedStyle(each), node.data, range.getClientRects()));
  }
  for (const pseudo of ['::before', '::after', '::placeholder']) {
    if (pseudo === '::placeholder' && !each.placeholder) continue;
    const style = getComputedStyle(each, pseudo);
    const text = pseudo === '::placeholder' ? each.placeholder : style.content;
    if (['none', 'normal', '', '""'].includes(text)) continue;
    words.push(word(each, style, pseudo + text, each.getClientRects()));
  }
}
const hide = window.hide = new CSSStyleSheet();
hide.replaceSync(`*, *::before, *::after, *::placeholder {
    color: transparent !important; text-decoration-color: transparent !important; caret-color: transparent !important;
    transition: none !important;
  }
  /* The ring around a number isn't behind it. */
  *::before { border-color: transparent !important; }
  text, tspan { fill: transparent !important; }`);
for (const root of [document, ...deep(document).map((each) => each.shadowRoot).filter(Boolean)]) {
  root.adoptedStyleSheets.push(hide);
}
return drawn();
