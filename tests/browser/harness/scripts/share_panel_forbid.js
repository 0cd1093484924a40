Object.defineProperty(navigator, 'clipboard', {
  value: {
    writeText: async () => {
      throw new Error('not allowed');
    },
  },
});
Object.defineProperty(navigator, 'share', { value: undefined });
