window.region = regions()[0];
window.emptyRegions = new Set();
window.announcements = [];
const observe = () => {
  for (const region of regions()) {
    const text = region.textContent.trim();
    if (!text) emptyRegions.add(region);
    else if (text !== announcements.at(-1)?.text) announcements.push({ text, known: emptyRegions.has(region) });
  }
  requestAnimationFrame(observe);
};
observe();
return regions().map((region) => region.textContent);
