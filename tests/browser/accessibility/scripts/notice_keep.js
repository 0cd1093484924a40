window.region = regions()[0];
window.empty = new Set();
window.said = [];
const look = () => {
  for (const each of regions()) {
    const text = each.textContent.trim();
    if (!text) empty.add(each);
    else if (text !== said.at(-1)?.text) said.push({text, known: empty.has(each)});
  }
  requestAnimationFrame(look);
};
look();
return regions().map((each) => each.textContent);
