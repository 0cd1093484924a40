/**
 * A function that keeps one promise per key.
 * A rejected promise is dropped, so that the next call tries again.
 *
 * @returns {<T>(key: string, start: () => Promise<T>) => Promise<T>}
 */
export function memoizeAsync() {
  const promises = new Map();
  return (key, start) => {
    if (!promises.has(key)) {
      const promise = start();
      promise.catch(() => promises.delete(key));
      promises.set(key, promise);
    }
    return promises.get(key);
  };
}
