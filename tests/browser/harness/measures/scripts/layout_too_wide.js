const page = document.documentElement;
if (page.scrollWidth <= page.clientWidth) return [];
const outside = [...document.querySelectorAll('body *')].filter((element) => {
  const { right, width } = element.getBoundingClientRect();
  return width > 0 && right > page.clientWidth;
});
return [
  `${page.scrollWidth} px wide`,
  ...outside
    .slice(0, 5)
    .map(
      (element) =>
        `${element.localName}.${element.getAttribute('class')} ends at ${element.getBoundingClientRect().right}`,
    ),
];
