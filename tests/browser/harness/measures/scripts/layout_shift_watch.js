window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const moved = sources.map(({ node }) => node?.className?.baseVal ?? node?.className ?? String(node));
    shifts.push(`${value} by ${moved}`);
  }
}).observe({ type: 'layout-shift', buffered: true });
