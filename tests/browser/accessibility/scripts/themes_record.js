// Records every element of the page in a theme: its box and how it is positioned.
const [theme] = arguments;
(window.layouts ??= {})[theme] = deep(document.body)
  .filter((element) => element.checkVisibility())
  .map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const properties = [
      'display',
      'visibility',
      'position',
      'zIndex',
      'pointerEvents',
      'clipPath',
      'fontSize',
      'lineHeight',
    ].map((property) => style[property]);
    return `${describeElement(element)} ${[left, top, width, height, ...properties]}`;
  });
