window.region = regions()[0];
window.empty = new Set();
window.announcements = [];
const look = () => {
  for (const each of regions()) {
    const text = each.textContent.trim();
    if (!text) empty.add(each);
    else if (text !== announcements.at(-1)?.text) announcements.push({text, known: empty.has(each)});
  }
  requestAnimationFrame(look);
};
look();
return regions().map((each) => each.textContent);
