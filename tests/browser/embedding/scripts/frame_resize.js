window.messages = [];
addEventListener('message', ({ data, source }) => {
  const [frame] = document.getElementsByTagName('iframe');
  if (source !== frame.contentWindow) return;
  messages.push(data);
  if (data.type === 'kennislemniscaat:height') frame.height = data.height;
});
