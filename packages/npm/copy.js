#!/usr/bin/env node
// Copies the files of the widget into the public folder of an application.

import { cp, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const [target, ...others] = process.argv.slice(2);
if (!target || others.length || basename(target) !== 'kennislemniscaat') {
  console.error(
    'usage: kennislemniscaat FOLDER/kennislemniscaat; expected a folder of that name, whose content is replaced',
  );
  process.exit(2);
}
// Files of an older version have other names and would stay.
await rm(target, { recursive: true, force: true });
await cp(fileURLToPath(new URL('./dist/', import.meta.url)), target, { recursive: true });
