/** The name of the element, which each publication has for itself. */
export const TAG_NAME = ELEMENT;
