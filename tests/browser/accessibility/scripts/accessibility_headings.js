const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((each) => each.checkVisibility())
  .map((each) => Number(each.localName[1]));
const skipped = levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1);
const tops = levels.filter((level) => level === 1).length;
return skipped || tops !== 1 ? `heading levels ${levels}` : '';
