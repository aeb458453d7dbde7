import litA11y from 'eslint-plugin-lit-a11y';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export by name, the name of the file.' };
const SCOPE = 'Use a Scope (src/base/scope.ts), which releases it.';
const NO_LOOSE_TIMER = ['setTimeout', 'setInterval', 'requestAnimationFrame'];
const NO_LOOSE_LISTENER = {
  selector: `CallExpression[callee.type='MemberExpression'][callee.property.name=/^(addEventListener|${NO_LOOSE_TIMER.join('|')})$/]`,
  message: SCOPE,
};
const size = (max) => ({ max, skipBlankLines: false, skipComments: false });

// ESLint knows one severity a rule; the soft limit is the same rule under a second name.
const local = { rules: { 'max-lines-soft': builtinRules.get('max-lines') } };

// The one default export that the tool asks for; those of other tools' configurations are of the same kind.
export default tseslint.config(
  { ignores: ['dist/', 'storybook-static/', 'coverage/', '**/*.d.ts', 'node_modules/'] },
  {
    files: ['{src,elements,frameworks,embeds,test,stories,bench}/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/best-practice']],
    plugins: { local, 'lit-a11y': litA11y },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.test.json', './embeds/iframe/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-console': 'error',
      'no-control-regex': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', size(300)],
      'local/max-lines-soft': ['warn', size(200)],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['{src,elements,frameworks,embeds}/**/*.ts'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] } },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/base/**'],
    rules: {
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_LOOSE_LISTENER],
      'no-restricted-globals': ['error', ...[...NO_LOOSE_TIMER, 'addEventListener'].map((name) => ({ name, message: SCOPE }))],
    },
  },
  {
    // Tests say `expect(x).to.be.true`, and reach for things in ways that sources may not.
    files: ['{test,stories,bench}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // Chai's types make every assertion look like a promise; those that are one are named below.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'ExpressionStatement > CallExpression[callee.property.name=/^(accessible|fixture|nextFrame|aTimeout|waitUntil|oneEvent)$/]',
          message: 'It is a promise: await it, or the test promises nothing.',
        },
        {
          selector: 'ExpressionStatement > CallExpression[callee.name=/^(fixture|nextFrame|aTimeout|waitUntil|oneEvent)$/]',
          message: 'It is a promise: await it, or the test promises nothing.',
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['{scripts,demo,test}/**/*.{js,mjs}', '*.{js,mjs}'],
    extends: [tseslint.configs.eslintRecommended],
    plugins: { local },
    rules: { 'max-lines': ['error', size(300)], 'local/max-lines-soft': ['warn', size(200)] },
  },
);
