const faces = arguments[0].map(([weight, base64]) => {
  const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  return new FontFace('Reviewed', bytes, {weight: `${weight}`});
});
const sheet = new CSSStyleSheet();
sheet.replaceSync(`:root { --kl-font: Reviewed } * { font-family: Reviewed !important }`);
return Promise.all(faces.map((each) => each.load())).then((loaded) => {
  loaded.forEach((each) => document.fonts.add(each));
  document.adoptedStyleSheets.push(sheet);
});
