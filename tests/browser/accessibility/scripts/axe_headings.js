// The problem with the order of the headings, or an empty text.
const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((heading) => heading.checkVisibility())
  .map((heading) => Number(heading.localName[1]));
const skipsLevel = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
const topLevels = levels.filter((level) => level === 1).length;
return skipsLevel || topLevels !== 1 ? `heading levels ${levels}` : '';
