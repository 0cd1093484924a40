import { TAG_NAME } from './tag-name.js';

/**
 * Writes a message for the developer of the page to the console.
 *
 * @param {string} message
 */
export const warn = (message) => console.warn(`${TAG_NAME}: ${message}`);
