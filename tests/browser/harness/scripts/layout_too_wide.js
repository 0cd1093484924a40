const page = document.documentElement;
if (page.scrollWidth <= page.clientWidth) return [];
const outside = [...document.querySelectorAll('body *')].filter((each) => {
  const {right, width} = each.getBoundingClientRect();
  return width > 0 && right > page.clientWidth;
});
return [`${page.scrollWidth} px wide`, ...outside.slice(0, 5).map((each) =>
  `${each.localName}.${each.getAttribute('class')} ends at ${each.getBoundingClientRect().right}`)];
