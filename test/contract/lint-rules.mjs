// The project's own ESLint rules. Each message says what is wrong and which form is right; lint-rules.test.ts shows
// every rule refusing and allowing.
import { basename, relative, sep } from 'node:path';
import { refusalOf } from './import-directions.mjs';

/** @typedef {import('eslint').Rule.RuleModule} RuleModule */

/** @type {RuleModule} */
const importDirection = {
  meta: { type: 'problem', schema: [], messages: { forbidden: '{{ sentence }}' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    /**
     * @param {import('estree').Node} node
     * @param {unknown} specifier
     * @param {{ typeOnly: boolean, deferred?: boolean }} kind
     */
    const judge = (node, specifier, kind) => {
      if (typeof specifier !== 'string') return;
      const sentence = refusalOf({ file, specifier, ...kind });
      if (sentence) context.report({ node, messageId: 'forbidden', data: { sentence } });
    };
    return {
      ImportDeclaration: (node) => judge(node, node.source.value, { typeOnly: isTypeOnly(node) }),
      ExportAllDeclaration: (node) => judge(node, node.source.value, { typeOnly: isTypeOnly(node) }),
      ExportNamedDeclaration: (node) => judge(node, node.source?.value, { typeOnly: isTypeOnly(node) }),
      ImportExpression: (node) =>
        judge(node, node.source.type === 'Literal' && node.source.value, { typeOnly: false, deferred: true }),
    };
  },
};

/** @type {RuleModule} */
const noBarrel = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      index:
        'No file is called index: the word means a package index here. Name the file after what it defines.',
      all: 'Re-exporting everything hides where a thing is defined. Import from the file that defines it.',
    },
  },
  create(context) {
    return {
      Program(node) {
        if (/^index\.[cm]?[jt]sx?$/.test(basename(context.filename)))
          context.report({ node, messageId: 'index' });
      },
      ExportAllDeclaration: (node) => context.report({ node, messageId: 'all' }),
    };
  },
};

/** @type {RuleModule} */
const noDefaultExport = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { name: 'Export it by its name, so that it has the same name wherever it is used.' },
  },
  create: (context) => ({
    ExportDefaultDeclaration: (node) => context.report({ node, messageId: 'name' }),
  }),
};

export const wheelhouse = {
  meta: { name: 'wheelhouse' },
  rules: {
    'import-direction': importDirection,
    'no-barrel': noBarrel,
    'no-default-export': noDefaultExport,
  },
};

/**
 * TypeScript's parser marks what vanishes at run time; the standard tree has no word for it.
 * @param {object} node
 */
function isTypeOnly(node) {
  return Reflect.get(node, 'importKind') === 'type' || Reflect.get(node, 'exportKind') === 'type';
}
