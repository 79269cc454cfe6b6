import awscdk from 'eslint-plugin-awscdk';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/', '**/cdk.out/', 'coverage/', '.stryker-tmp/', '.venv*/', '**/*.mjs', '**/*.js'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `void promise` at an entry point says that nothing waits for it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `new Bucket(scope, id)` registers itself with its scope.
      'no-new': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['bin/**/*.ts', 'constructs/**/*.ts', 'stacks/**/*.ts'],
    extends: [awscdk.configs.recommended],
    rules: {
      // RetentionDays is an enum of numbers of days; tsc checks that a literal is one of them.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  {
    files: ['app-image/{contract,server,web,jobs}/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error', 'no-warning-comments': ['error', { terms: ['todo', 'fixme'] }] },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'max-lines': 'off',
    },
  },
);
