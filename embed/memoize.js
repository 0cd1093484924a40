/** One promise a key, however often it is asked for; what failed may be tried again. */
export function once() {
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
