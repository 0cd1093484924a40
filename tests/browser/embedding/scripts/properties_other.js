const [name, syntax, usual] = arguments;
const others = {
  '--kl-color-scheme': 'dark',
  '--kl-font': 'Georgia, "Liberation Serif", serif',
};
const [, size, unit] = /([\d.]+)(em|ch)\)?$/.exec(usual) ?? [null, 16, 'px'];
const value = { '<color>': '#ff0000', '<length>': `${size * 2}${unit}` }[syntax] ?? others[name];
if (!value) throw new Error(`no other value is known for ${name}`);
place().style.setProperty(name, value);
