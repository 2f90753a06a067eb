// How many fields an operation has once its fragments are spelled out, counted without spelling them out: a document of
// a few hundred signs can stand for millions of fields, and whoever walks them all stands still for seconds.

import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** Infinity for fragments that contain themselves, which validation refuses. */
export function countFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }
  const known = new Map<string, number>();
  const fieldsOf = (set: SelectionSetNode | undefined): number => {
    let fields = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) fields += 1 + fieldsOf(selection.selectionSet);
      else if (selection.kind === Kind.INLINE_FRAGMENT) fields += fieldsOf(selection.selectionSet);
      else fields += fieldsOfFragment(selection.name.value);
    }
    return fields;
  };
  const fieldsOfFragment = (name: string): number => {
    let fields = known.get(name);
    if (fields === undefined) {
      known.set(name, Infinity);
      fields = fieldsOf(fragments.get(name));
      known.set(name, fields);
    }
    return fields;
  };
  return fieldsOf(operation.selectionSet);
}
