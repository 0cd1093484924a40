const start = WebAssembly.instantiate;
WebAssembly.instantiate = async (...parameters) => {
  const { instance, module } = await start.apply(WebAssembly, parameters);
  const exports = new Proxy(
    { ...instance.exports },
    {
      get: (target, name) =>
        typeof target[name] !== 'function'
          ? target[name]
          : (...values) => {
              if (window.trap) throw new WebAssembly.RuntimeError('unreachable');
              return window.stall ? 0 : target[name](...values);
            },
    },
  );
  return { instance: { exports }, module };
};
