// The choices of the form as text: the fragment of the page's address, with all choices that differ from the usual ones.

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * The controls of a form that hold choices, also those outside the form.
 *
 * @param {HTMLFormElement} form
 */
const controls = (form) =>
  /** @type {Control[]} */ ([...form.elements].filter((element) => 'name' in element && element.name));

/**
 * The usual value of a control; null for one that is usually off.
 *
 * @param {Control} control
 */
function usual(control) {
  if (control instanceof HTMLSelectElement)
    return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0]).value;
  return /^(checkbox|radio)$/.test(control.type)
    ? control.defaultChecked
      ? control.value
      : null
    : control.defaultValue;
}

/**
 * The choices that the form shows, by name. A field with a mistake counts as empty.
 *
 * @param {HTMLFormElement} form
 */
export function read(form) {
  /** @type {Map<string, string>} */
  const choices = new Map();
  for (const control of controls(form)) {
    const isOff = /^(checkbox|radio)$/.test(control.type) && !(/** @type {HTMLInputElement} */ (control).checked);
    if (!isOff && control.validity.valid) choices.set(control.name, control.value.trim());
  }
  return choices;
}

/**
 * The choices that differ from the usual ones, as a fragment without `#`.
 *
 * @param {HTMLFormElement} form
 */
export function encode(form) {
  const parameters = new URLSearchParams();
  for (const [name, value] of read(form)) {
    const isUsual = controls(form).some((control) => control.name === name && usual(control) === value);
    if (!isUsual) parameters.set(name, value);
  }
  // These signs may stand in a fragment as they are.
  return `${parameters}`.replaceAll('%2F', '/').replaceAll('%3A', ':');
}

/**
 * Puts the choices of a fragment into the form, and the usual ones in place of all others. Returns whether the form
 * has each of them.
 *
 * @param {HTMLFormElement} form
 * @param {string} fragment without `#`
 */
export function decode(form, fragment) {
  const parameters = new URLSearchParams(fragment);
  let isWhole = true;
  for (const control of controls(form)) {
    const value = parameters.get(control.name);
    if (control instanceof HTMLSelectElement) {
      control.value = value ?? /** @type {string} */ (usual(control));
      if (control.selectedIndex < 0) {
        isWhole = false;
        control.value = /** @type {string} */ (usual(control));
      }
    } else if (/^(checkbox|radio)$/.test(control.type)) {
      control.checked = value === null ? control.defaultChecked : value === control.value;
    } else {
      control.value = value ?? control.defaultValue;
      if (!control.validity.valid) {
        isWhole = false;
        control.value = control.defaultValue;
      }
    }
  }
  for (const [name, value] of parameters) {
    const ofName = controls(form).filter((control) => control.name === name);
    if (!ofName.length) isWhole = false;
    // None of the radio buttons has this value.
    if (ofName[0]?.type === 'radio' && !ofName.some((control) => control.value === value)) {
      isWhole = false;
      for (const radio of /** @type {HTMLInputElement[]} */ (ofName)) radio.checked = radio.defaultChecked;
    }
  }
  return isWhole;
}
