const texts = deep(document.body)
  .flatMap((element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.kl-unseen, .page-skip, [hidden]')
      ? [...element.childNodes]
      : [],
  )
  .filter((node) => node.nodeType === 3 && node.data.trim());
const lines = texts.flatMap((node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
    const slack = (bottom - top) * 0.2;
    return { node, left, right, top: top + slack, bottom: bottom - slack };
  });
});
return lines.flatMap((a, index) =>
  lines
    .slice(index + 1)
    .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
    .map((b) => `“${a.node.data.slice(0, 30)}” over “${b.node.data.slice(0, 30)}”`),
);
