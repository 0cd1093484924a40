window.shareActions = {};
Object.defineProperty(navigator, 'clipboard', {
  value: {
    writeText: async (text) => {
      shareActions.copied = text;
    },
  },
});
Object.defineProperty(navigator, 'share', {
  value: async (data) => {
    shareActions.shared = data;
  },
});
window.open = (address) => {
  shareActions.opened = address;
};
addEventListener('kennislemniscaat:share', (event) => {
  const { publication, ...rest } = event.detail;
  shareActions.event = rest;
});
