// The look of the ring around each number and its inside, from the picture `rings`.
return [...kl().querySelectorAll('.kl-station circle:first-child')].map((circle) => {
  const { left, top, width, height } = circle.getBoundingClientRect();
  const radius = width / 2;
  const pixel = (distance, angle) => {
    const x = Math.floor(left + radius + distance * Math.cos(angle));
    const y = Math.floor(top + height / 2 + distance * Math.sin(angle));
    const { data, width: pictureWidth } = shots.rings;
    const start = (y * pictureWidth + x) * 4;
    return [...data.subarray(start, start + 3)];
  };
  // Where the line is a pixel wide, most of its pixels are blended with the color beside it.
  const line = [-1, -0.5, 0, 0.5, 1].flatMap((offset) =>
    Array.from({ length: 32 }, (_, step) => pixel(radius + offset, (step * Math.PI) / 16)),
  );
  // The inside is between the number and a ring that may be thick.
  const inside = pixel(radius * 0.68, 0);
  const color = line.reduce((best, candidate) => (ratio(candidate, inside) > ratio(best, inside) ? candidate : best));
  const is = (name) =>
    rgba(system(name))
      .slice(0, 3)
      .every((value, channel) => Math.abs(value - color[channel]) <= 2);
  return {
    thick: ratio(pixel(radius * 0.87, 0), inside) >= 3,
    color: color.join(),
    inside: inside.join(),
    ratio: ratio(color, canvas),
    link: is('LinkText'),
    visited: is('VisitedText'),
    empty: canvas.slice(0, 3).join() === inside.join(),
  };
});
