const [name, syntax, usual] = arguments;
const serif = 'Georgia, "Liberation Serif", serif';
const others = { '--kl-color-scheme': 'dark', '--kl-font': serif, '--kl-font-heading': serif };
const [, size, unit] = /([\d.]+)(em|ch)\)?$/.exec(usual) ?? [null, 16, 'px'];
const value = { '<color>': '#ff0000', '<length>': `${size * 2}${unit}` }[syntax] ?? others[name];
if (!value) throw new Error(`no other value is known for ${name}`);
place().style.setProperty(name, value);
