/**
 * Writes client/_generated/methods.ts: one typed method for each operation in client/operations, named like it. What a
 * method does follows from the operation alone: a mutation unwraps its result union, a query with `$after` becomes
 * pages, any other query gives its root field. Where a document travels is the business of client.ts.
 */
import type { Types } from '@graphql-codegen/plugin-helpers';
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  OperationTypeNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { format } from 'prettier';

/** A preset and not a plugin by path: code generation loads plugins by its own means, which do not read TypeScript. */
export const methodsPreset: Types.OutputPreset = {
  buildGeneratesSection: ({ baseOutputDir, schema, schemaAst, documents }) =>
    Promise.resolve([
      {
        filename: baseOutputDir,
        schema,
        ...(schemaAst && { schemaAst }),
        documents,
        config: {},
        plugins: [{ methods: {} }],
        pluginMap: { methods: { plugin: (ast, files) => generateMethods(ast, operationsOf(files)) } },
      },
    ]),
};

/** The module's text, formatted as the rest of the code. */
export async function generateMethods(
  schema: GraphQLSchema,
  operations: OperationDefinitionNode[],
): Promise<string> {
  const methods = operations
    .map((operation) => methodOf(schema, operation))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const imports = new Set(methods.flatMap((method) => method.imports));
  const source = `
    /* eslint-disable */
    // Generated from client/operations by client/method-generator.ts: npm run codegen. Never edited.
    import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

    import { unwrap, type Payload } from '../errors.ts';
    import { Pages } from '../paginate.ts';
    import { ${[...imports].sort().join(', ')} } from './graphql.ts';

    /** Sends one document and gives its data, with what the server's log knows the request by, or rejects with a WheelhouseError. */
    export type Send = <Data, Variables extends Record<string, unknown>>(
      kind: 'query' | 'mutation',
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ) => Promise<{ data: Data; requestId: string | undefined }>;

    export type Methods = ReturnType<typeof methodsOver>;

    ${methods.flatMap((method) => method.types).join('\n')}

    export function methodsOver(send: Send) {
      return {
        ${methods.map((method) => method.source).join('\n\n')}
      };
    }`;
  return format(source, { parser: 'typescript', singleQuote: true, printWidth: 110, trailingComma: 'all' });
}

interface Method {
  name: string;
  imports: string[];
  types: string[];
  source: string;
}

function methodOf(schema: GraphQLSchema, operation: OperationDefinitionNode): Method {
  const name = operation.name?.value ?? refuse('An operation has no name.');
  const [root, ...others] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD || others.length > 0) refuse(`${name} must select exactly one field.`);
  if (operation.operation === OperationTypeNode.MUTATION)
    return mutationMethod(schema, operation, name, root);
  if (operation.operation === OperationTypeNode.QUERY) return queryMethod(schema, operation, name, root);
  return refuse(`${name} is a subscription, for which there is no method yet.`);
}

function mutationMethod(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  name: string,
  root: FieldNode,
): Method {
  const field = fieldOf(schema.getMutationType(), root, name);
  const payload = payloadOf(field, name);
  if (!selectsTypename(root.selectionSet))
    refuse(`${name} must select __typename to tell success from refusal.`);
  const variables = operation.variableDefinitions ?? [];
  if (variables.some(({ variable }) => variable.name.value !== 'input')) {
    refuse(`${name} must have no variable, or $input alone.`);
  }
  const input = field.args.find((argument) => argument.name === 'input');
  const inputType = input && variables.length > 0 ? getNamedType(input.type).name : null;
  const operationType = `${capitalised(name)}Mutation`;
  const document = `${capitalised(name)}Document`;
  return {
    name,
    imports: [document, `type ${operationType}`, ...(inputType ? [`type ${inputType}`] : [])],
    types: [`export type ${payload} = Payload<${operationType}['${keyOf(root)}'], '${payload}'>;`],
    source: `${comment(field)}async ${name}(${inputType ? `input: ${inputType}` : ''}): Promise<${payload}> {
      const { data, requestId } = await send('mutation', ${document}, ${inputType ? '{ input }' : '{}'});
      return unwrap(data.${keyOf(root)}, '${payload}', requestId);
    },`,
  };
}

function queryMethod(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  name: string,
  root: FieldNode,
): Method {
  const field = fieldOf(schema.getQueryType(), root, name);
  const variablesType = `${capitalised(name)}QueryVariables`;
  const document = `${capitalised(name)}Document`;
  const own = (operation.variableDefinitions ?? []).filter(({ variable }) => variable.name.value !== 'after');
  const optional = own.every(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue);
  const path = pathToPages(root);
  if (!path) {
    const queryType = `${capitalised(name)}Query`;
    const parameter = own.length > 0 ? `variables: ${variablesType}${optional ? ' = {}' : ''}` : '';
    return {
      name,
      imports: [document, `type ${queryType}`, ...(parameter ? [`type ${variablesType}`] : [])],
      types: [],
      source: `${comment(field)}async ${name}(${parameter}): Promise<${queryType}['${keyOf(root)}']> {
        const { data } = await send('query', ${document}, ${parameter ? 'variables' : '{}'});
        return data.${keyOf(root)};
      },`,
    };
  }
  const parameter =
    own.length > 0 ? `variables: Omit<${variablesType}, 'after'>${optional ? ' = {}' : ''}` : '';
  const parents = path.slice(0, -1).map(({ name: { value } }) => inWords(value));
  return {
    name,
    imports: [document, ...(parameter ? [`type ${variablesType}`] : [])],
    types: [],
    source: `${comment(fieldAt(schema, path, name))}${name}(${parameter}) {
      return new Pages(async (after) => {
        const { data } = await send('query', ${document}, { ${parameter ? '...variables, ' : ''}after });
        return data.${path.map(keyOf).join('?.')};
      }${parents.length > 0 ? `, '${parents.join(' or ')}'` : ''});
    },`,
  };
}

function operationsOf(files: Types.DocumentFile[]): OperationDefinitionNode[] {
  return files
    .flatMap(({ document }) => document?.definitions ?? [])
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** The one member of the result union that is not a refusal. */
function payloadOf(field: GraphQLField<unknown, unknown>, name: string): string {
  const union = getNamedType(field.type);
  if (!isUnionType(union)) refuse(`${name} must return a union of its payload and its refusals.`);
  const payloads = union.getTypes().filter((member) => !isUserError(member));
  const [payload] = payloads;
  if (!payload || payloads.length > 1) {
    refuse(`${union.name} must have exactly one member that does not implement UserError.`);
  }
  return payload.name;
}

function isUserError(member: GraphQLObjectType): boolean {
  return member.getInterfaces().some((type) => isInterfaceType(type) && type.name === 'UserError');
}

/** The fields that lead to the connection which takes $after; null when none does. Fragments are not searched. */
function pathToPages(field: FieldNode): FieldNode[] | null {
  const paged = field.arguments?.some(
    ({ value }) => value.kind === Kind.VARIABLE && value.name.value === 'after',
  );
  if (paged) return [field];
  for (const child of field.selectionSet?.selections ?? []) {
    const rest = child.kind === Kind.FIELD ? pathToPages(child) : null;
    if (rest) return [field, ...rest];
  }
  return null;
}

function fieldAt(schema: GraphQLSchema, path: FieldNode[], name: string): GraphQLField<unknown, unknown> {
  const [root, ...rest] = path;
  if (!root) return refuse(`${name} selects nothing.`);
  return rest.reduce(
    (field, node) => fieldOf(getNamedType(field.type), node, name),
    fieldOf(schema.getQueryType(), root, name),
  );
}

function fieldOf(parent: unknown, node: FieldNode, name: string): GraphQLField<unknown, unknown> {
  const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
  return field ?? refuse(`${name} selects ${node.name.value}, which the schema does not have.`);
}

function selectsTypename(selectionSet: SelectionSetNode | undefined): boolean {
  return !!selectionSet?.selections.some(
    (selection) => selection.kind === Kind.FIELD && keyOf(selection) === '__typename',
  );
}

/** The schema is the manual: what it says of a field, its method says. */
function comment({ description, deprecationReason }: GraphQLField<unknown, unknown>): string {
  const lines = [
    ...(description?.split('\n') ?? []),
    ...(deprecationReason ? [`@deprecated ${deprecationReason}`] : []),
  ];
  if (lines.length === 0) return '';
  const text = lines.map((line) => line.replaceAll('*/', '*\\/').trim());
  return text.length === 1
    ? `/** ${text[0]} */\n`
    : `/**\n${text.map((line) => ` * ${line}`).join('\n')}\n */\n`;
}

function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** packageIndex as "package index". */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function refuse(sentence: string): never {
  throw new Error(sentence);
}
