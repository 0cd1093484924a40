// Rules for the loader. Names and types are checked by tsc.

export default [
  {
    files: ['embed/**/*.js'],
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn'] }],
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-implicit-globals': 'error',
      'no-shadow': 'error',
      'no-unused-expressions': ['error', { allowShortCircuit: false }],
      'no-unused-private-class-members': 'error',
      'no-useless-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      'require-atomic-updates': 'error',
      // No text becomes markup.
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write', 'setHTMLUnsafe', 'createContextualFragment'].map(
          (property) => ({ property, message: 'Text is never markup; build nodes.' }),
        ),
      ],
    },
  },
];
