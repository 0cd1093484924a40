const input = document.querySelector(`[data-property='${arguments[0]}']`);
const others = {
  color: () => (input.value === '#ff0000' ? '#00ff00' : '#ff0000'),
  range: () => input.max,
};
const other = others[input.type] ?? (() => input.options[input.options.length > 2 ? 2 : 1].value);
input.value = other();
input.dispatchEvent(new Event('input', { bubbles: true }));
