// `system()` is a system color by name, `isForced()` whether a color is one of those that the
// reader forces, `canvas` the background.
const system = (name) => {
  const probe = document.createElement('i');
  document.body.append(probe);
  probe.style.color = name;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};
const canvas = rgba(system('Canvas'));
const forcedColors = ['CanvasText', 'LinkText', 'VisitedText', 'Highlight', 'HighlightText', 'ButtonText'].map(system);
const isForced = (color) => forcedColors.includes(color);
