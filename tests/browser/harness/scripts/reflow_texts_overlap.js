const texts = deep(document.body).flatMap((each) => each.checkVisibility({visibilityProperty: true})
  && !each.closest('.kl-unseen, .page-skip, [hidden]') ? [...each.childNodes] : [])
  .filter((each) => each.nodeType === 3 && each.data.trim());
const all = texts.flatMap((node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].map(({left, right, top, bottom}) => {
    const slack = (bottom - top) * 0.2;
    return {node, left, right, top: top + slack, bottom: bottom - slack};
  });
});
return all.flatMap((a, at) => all.slice(at + 1).filter((b) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
  .map((b) => `“${a.node.data.slice(0, 30)}” over “${b.node.data.slice(0, 30)}”`));
