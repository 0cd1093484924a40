// A failure with a word that a program can act on and a text for people.

export const failure = (reason, message, cause) => Object.assign(new Error(message, { cause }), { reason });
