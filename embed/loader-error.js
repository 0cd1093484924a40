/**
 * An error with a reason for programs and a message for people.
 *
 * @typedef {Error & { reason?: string, status?: number }} LoaderError
 * @param {'network' | 'style' | 'wasm' | 'internal'} reason
 * @param {string} message
 * @param {unknown} [cause]
 * @returns {LoaderError}
 */
export const loaderError = (reason, message, cause) => Object.assign(new Error(message, { cause }), { reason });
