// In a folder of its host, as many applications are.

import kennislemniscaat from 'kennislemniscaat/vite';

export default { base: '/toepassing/', plugins: [kennislemniscaat()] };
