const system = (name) => {
  const probe = document.createElement('i');
  document.body.append(probe);
  probe.style.color = name;
  const {color} = getComputedStyle(probe);
  probe.remove();
  return color;
};
const ground = rgba(system('Canvas'));
const all = ['CanvasText', 'LinkText', 'VisitedText', 'Highlight', 'HighlightText', 'ButtonText'].map(system);
const readers = (colour) => all.includes(colour);
