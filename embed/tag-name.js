/** The name of the element. */
export const TAG_NAME = 'kennis-lemniscaat';
