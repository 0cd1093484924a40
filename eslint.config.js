// Rules for JavaScript. Names and types of the loader are checked by tsc.

const rules = {
  eqeqeq: 'error',
  'no-else-return': 'error',
  'no-eval': 'error',
  'no-useless-return': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
};

export default [
  { files: ['**/*.{js,mjs}'], rules },
  {
    files: ['embed/**/*.js'],
    rules: {
      'no-console': ['error', { allow: ['warn'] }],
      'no-implicit-globals': 'error',
      'no-shadow': 'error',
      'no-unused-expressions': 'error',
      'no-unused-private-class-members': 'error',
      'require-atomic-updates': 'error',
      // Text never becomes markup.
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write', 'setHTMLUnsafe', 'createContextualFragment'].map(
          (property) => ({ property, message: 'Text is never markup; build nodes.' }),
        ),
      ],
    },
  },
  {
    // Bodies of functions that the harness and the bench run in a page.
    files: ['bench/src/scripts/*.js', 'tests/browser/**/*.js'],
    languageOptions: { sourceType: 'commonjs' },
  },
];
