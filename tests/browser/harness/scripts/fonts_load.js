const faces = arguments[0].map(([weight, base64]) => {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new FontFace('Reviewed', bytes, { weight: `${weight}` });
});
const sheet = new CSSStyleSheet();
sheet.replaceSync(`:root { --kl-font: Reviewed } * { font-family: Reviewed !important }`);
return Promise.all(faces.map((face) => face.load())).then((loaded) => {
  loaded.forEach((face) => document.fonts.add(face));
  document.adoptedStyleSheets.push(sheet);
});
