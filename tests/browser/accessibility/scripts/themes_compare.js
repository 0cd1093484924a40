// The number of elements, and those that differ between the two recorded themes.
const [light, dark] = [...arguments].map((theme) => layouts[theme]);
if (light.length !== dark.length) {
  return [0, [`${light.length} elements in light, ${dark.length} in dark`]];
}
const differing = light.flatMap((element, index) => (element === dark[index] ? [] : [[element, dark[index]]]));
return [
  light.length,
  differing.map(([light, dark]) => {
    const start = [...light].findIndex((letter, index) => letter !== dark[index]);
    const excerpt = (text) => text.slice(Math.max(0, start - 20), start + 40);
    return `${light.slice(0, 50)}: ${excerpt(light)} becomes ${excerpt(dark)}`;
  }),
];
