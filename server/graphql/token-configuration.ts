// The ready configurations that come with a token's text, this once: which there are is decided in
// `domain/tokens/configuration.ts`. They hold the text, so they are fields of the same payloads and of nothing else.

import {
  type Configuration,
  type ConfigurationPart,
  type TokenTool,
} from '../domain/tokens/configuration.ts';
import { configurationsOf } from '../domain/tokens/configured-indexes.ts';
import { requireSession } from '../domain/permissions.ts';
import { builder, type FieldsOf } from './builder.ts';

const TokenToolEnum = builder.enumType('TokenTool', {
  description: 'What takes a token.',
  values: {
    PIP: { description: 'pip, by its configuration file.' },
    UV: { description: 'uv, by variables or its configuration file.' },
    POETRY: { description: 'Poetry, by variables and pyproject.toml.' },
    PDM: { description: 'PDM, by variables and pyproject.toml.' },
    TWINE: { description: 'twine, by its configuration file.' },
    NETRC: { description: 'Whatever reads ~/.netrc, such as pip, uv and curl.' },
    ENVIRONMENT: {
      description: 'Variables for pip, uv and twine, or for the command line and scripts.',
    },
  } satisfies Record<TokenTool, object>,
});

const TokenConfigurationPartType = builder.objectRef<ConfigurationPart>('TokenConfigurationPart').implement({
  description: 'A text to save or to set; it may hold the token.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'A file’s name, or what the text is.' }),
    place: t.exposeString('place', { description: 'Where it goes, in a sentence or two.' }),
    text: t.exposeString('text', {
      description: 'The whole text with its last line end. Like the token, it is shown here and never again.',
    }),
  }),
});

const TokenConfigurationType = builder.objectRef<Configuration>('TokenConfiguration').implement({
  description:
    'How one tool uses the token: it allows no more than the token does, and names one index alone.',
  fields: (t) => ({
    packageIndex: t.exposeString('packageIndex', {
      nullable: true,
      description: 'The path of the index it is for. Null when it is for the API.',
    }),
    tool: t.expose('tool', { type: TokenToolEnum, description: 'Who reads it.' }),
    parts: t.field({
      type: [TokenConfigurationPartType],
      description: 'At least one; where a script takes a single text, the first.',
      resolve: ({ parts }) => [...parts],
    }),
  }),
});

/** The field of a payload that has the token's text. */
export function configurationsField<Payload extends { readonly id: string; readonly plaintext: string }>(
  t: FieldsOf<Payload>,
) {
  return t.field({
    type: [TokenConfigurationType],
    description:
      'Ready texts for pip, uv, poetry, pdm, twine and others, by index and tool, for what the token and its owner may do there now; of a token for all indexes, for the first 20 that the owner reaches.',
    resolve: ({ id, plaintext }, _args, { world, caller, baseUrl }) =>
      configurationsOf(world, requireSession(caller.actor, 'tokens:create'), { id, plaintext }, baseUrl),
  });
}
