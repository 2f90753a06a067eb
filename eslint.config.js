// What the compiler and the formatter do not see: promises that nobody waits for, forgotten cases, imports against the
// direction of data, settings read outside the one place for it. A rule that is off here says why.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { wheelhouse } from './test/contract/lint-rules.mjs';

const environmentIsReadOnce =
  'The environment is read once, in server/config.ts or client/cli/config.ts: take the setting as an argument.';

const slipsThatCompile = [
  'eqeqeq',
  'no-async-promise-executor',
  'no-case-declarations',
  'no-cond-assign',
  'no-constant-binary-expression',
  'no-constant-condition',
  'no-control-regex',
  'no-debugger',
  'no-dupe-else-if',
  'no-duplicate-case',
  'no-empty',
  'no-empty-character-class',
  'no-irregular-whitespace',
  'no-misleading-character-class',
  'no-prototype-builtins',
  'no-self-assign',
  'no-sparse-arrays',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-useless-assignment',
  'no-useless-backreference',
  'no-useless-catch',
  'no-useless-escape',
  'no-var',
  'object-shorthand',
  'prefer-const',
  'preserve-caught-error',
];

export default defineConfig(
  {
    ignores: ['dist/', '.cache/', '.venv/', 'coverage/', 'wheelhouse-data/', '**/_generated/'],
  },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { wheelhouse },
    rules: {
      'wheelhouse/import-direction': 'error',
      'wheelhouse/no-barrel': 'error',
      'wheelhouse/no-default-export': 'error',
      ...Object.fromEntries(slipsThatCompile.map((rule) => [rule, 'error'])),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A function that answers a promise by its contract may have nothing to wait for today.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['server/**', 'client/**', 'web/**'],
    ignores: ['server/config.ts', 'client/cli/config.ts', 'web/vite.config.ts', 'web/build/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: environmentIsReadOnce },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:process', importNames: ['env'], message: environmentIsReadOnce }] },
      ],
    },
  },
  {
    // The router's way of leaving a page is to throw what `redirect()` and `notFound()` answer.
    files: ['web/**'],
    rules: {
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }],
        },
      ],
    },
  },
  {
    // Tools look for a default export.
    files: ['*.js', '*.ts', 'web/vite.config.ts', 'test/support/postgres.ts'],
    rules: { 'wheelhouse/no-default-export': 'off' },
  },
);
