const linear = (value) => ((value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const ratio = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const parsedColors = {};
const rgba = (css) =>
  (parsedColors[css] ??= (() => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = css;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  })());
const over = ([r, g, b, a], [x, y, z]) =>
  [
    [r, x],
    [g, y],
    [b, z],
  ].map(([top, below]) => top * a + below * (1 - a));
