/** The element that has this publication's name already. */
const defined = /** @type {{ publication?: string } | undefined} */ (customElements.get(ELEMENT));

/** Whether the element belongs to the host page or to another publication of that name. */
export const isTaken = defined && defined.publication !== PUBLICATION;

/** The name of the element, which each publication has for itself. */
export const TAG_NAME = isTaken ? `${ELEMENT}-${PUBLICATION}` : ELEMENT;
