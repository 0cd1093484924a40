const root = document.documentElement.cloneNode(true);
root.querySelector('script[src$="/embed.js"]').removeAttribute('src');
root.querySelector('#clicks').textContent = '';
root.querySelector('#twee')?.removeAttribute('view');
return root.outerHTML;
