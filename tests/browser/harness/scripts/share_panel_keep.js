window.kept = {};
Object.defineProperty(navigator, 'clipboard', {
  value: { writeText: async (text) => { kept.copied = text; } },
});
Object.defineProperty(navigator, 'share', { value: async (data) => { kept.shared = data; } });
window.open = (address) => { kept.opened = address; };
addEventListener('kennislemniscaat:share', (event) => { kept.event = event.detail; });
