// Text as HTML.

/**
 * A text as HTML, in text and in attributes.
 *
 * @param {string} text
 */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
