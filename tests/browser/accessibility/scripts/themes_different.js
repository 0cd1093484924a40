const [light, dark] = [...arguments].map((theme) => layouts[theme]);
if (light.length !== dark.length) return [0, [`${light.length} things in light, ${dark.length} in dark`]];
const wrong = light.flatMap((each, at) => each === dark[at] ? [] : [[each, dark[at] ?? 'nothing']]);
return [light.length, wrong.map(([light, dark]) => {
  const from = [...light].findIndex((letter, at) => letter !== dark[at]);
  return `${light.slice(0, 50)}: ${light.slice(from - 20, from + 40)} becomes ${dark.slice(from - 20, from + 40)}`;
})];
