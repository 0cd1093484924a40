// publiccode.yml has the form of the standard, and says of the project what the project says of itself.
// NODE_MODULES is the folder of the npm packages.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(`${process.env.NODE_MODULES}/`);
const { default: Ajv } = require('ajv/dist/2020');
const YAML = require('yaml');

/** A place in the project. */
const place = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(place(path), 'utf8');
/** The value of the first line of a TOML file that has a key. */
const setting = (/** @type {string} */ path, /** @type {string} */ key) =>
  read(path).match(new RegExp(`^${key} = (.*)$`, 'm'))?.[1];

const valid = new Ajv({ allErrors: true }).compile(JSON.parse(read('tests/publiccode/schema.json')));
const description = () => YAML.parse(read('publiccode.yml'));

/** The problems of a description, each with its place. */
function problems(/** @type {unknown} */ value) {
  valid(value);
  return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

test('publiccode.yml has the form of the standard', () => {
  assert.deepEqual(problems(description()), []);
});

test('the schema names what is missing, unknown, too long or not allowed together', () => {
  const wrong = description();
  delete wrong.url;
  wrong.license = 'MIT';
  wrong.categories = ['figures'];
  wrong.description.nl.shortDescription = 'a'.repeat(151);
  wrong.maintenance.contractors = [{ name: 'B', until: '2027-01-01' }];
  delete wrong.maintenance.contacts;
  const text = problems(wrong).join('\n');
  for (const part of [
    "/ must have required property 'url'",
    '/ must NOT have additional properties',
    '/categories/0 must be equal to one of the allowed values',
    '/description/nl/shortDescription must NOT have more than 150 characters',
    '/maintenance/contractors boolean schema is false',
    "/maintenance must have required property 'contacts'",
  ]) {
    assert.ok(text.includes(part), `expected "${part}" among:\n${text}`);
  }
});

test('version, license and languages are those of the project', () => {
  const { softwareVersion, legal, localisation } = description();
  assert.equal(`"${softwareVersion}"`, setting('Cargo.toml', 'version'));
  assert.equal(`"${legal.license}"`, setting('Cargo.toml', 'license'));
  const languages = setting('publications/kennislemniscaat/publication.toml', 'languages') ?? '[]';
  assert.deepEqual(localisation.availableLanguages, JSON.parse(languages));
});

test('every picture is in the project', () => {
  for (const { screenshots = [] } of Object.values(description().description)) {
    for (const picture of screenshots) assert.ok(existsSync(place(picture)), `missing ${picture}`);
  }
});

test('placeholders are filled in together, and stand nowhere else', () => {
  const { url, maintenance, ...others } = description();
  const hasHost = new URL(url).host === 'host';
  const hasName = maintenance.contacts.some(({ name }) => name === 'NAME');
  assert.equal(hasHost, hasName, 'expected HOST in url and NAME among the contacts, or neither');
  assert.doesNotMatch(JSON.stringify(others), /\b(HOST|NAME)\b/);
});
