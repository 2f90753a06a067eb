// What the walk of the audit trail calls of the mutations about tokens.

import { forbiddenTo, must, newcomer, type Audited } from './audited.ts';
import type { Stage } from './walk-actors.ts';

export const AUDITED_TOKENS: Record<string, Audited> = {
  createToken: {
    async done(stage) {
      const name = stage.fresh('token');
      const input = { name, scopes: ['index:read'], allIndexes: true };
      return { call: { as: stage.people.owner, input }, leaves: [`alice token.created ${name}`] };
    },
    refused: async ({ people: { owner } }) => ({
      call: { as: owner, input: { name: 'too much', scopes: ['admin:*'], allIndexes: true } },
      code: 'INVALID_SCOPE',
    }),
  },
  rotateToken: onToken('token.rotated', (tokenId) => ({ tokenId })),
  updateToken: {
    async done(stage) {
      const name = stage.fresh('token');
      const input = { tokenId: await stage.freshTokenOfAlice(), name };
      return { call: { as: stage.people.owner, input }, leaves: [`alice token.changed ${name}`] };
    },
    refused: async ({ people: { member }, tokens }) => ({
      call: { as: member, input: { tokenId: tokens['read token'].tokenId, name: 'his' } },
      code: 'NOT_FOUND',
    }),
  },
  narrowToken: onToken('token.narrowed', (tokenId) => ({ tokenId, projects: ['demo'] })),
  pauseToken: {
    async done(stage) {
      const { tokenId, name } = await namedToken(stage);
      return { call: { as: stage.people.admin, input: { tokenId } }, leaves: [`ada token.paused ${name}`] };
    },
    refused: async ({ people: { member }, tokens }) =>
      forbiddenTo(member, { tokenId: tokens['read token'].tokenId }),
  },
  resumeToken: {
    async done(stage) {
      const { tokenId, name } = await namedToken(stage);
      await must(stage.people.admin, 'pauseToken', 'PauseTokenInput', { tokenId });
      return { call: { as: stage.people.admin, input: { tokenId } }, leaves: [`ada token.resumed ${name}`] };
    },
    refused: async ({ people: { member }, tokens }) =>
      forbiddenTo(member, { tokenId: tokens['read token'].tokenId }),
  },
  revokeTokens: {
    async done(stage) {
      const owner = await newcomer(stage, 'SERVICE', null);
      const name = stage.fresh('token');
      const input = { name, scopes: ['index:read'], allIndexes: true, owner };
      await must(stage.people.admin, 'createToken', 'CreateTokenInput', input);
      return {
        call: { as: stage.people.admin, input: { owner } },
        leaves: [`ada token.revoked ${name}`],
      };
    },
    refused: async ({ people: { member } }) => ({
      call: { as: member, input: { owner: 'alice' } },
      code: 'NOT_ALLOWED',
      leaves: ['bob credential.refused bob'],
    }),
  },
  revokeOwnToken: {
    async done(stage) {
      const name = stage.fresh('token');
      const as = await stage.people.owner.mintToken({ name, scopes: ['index:read'], allIndexes: true });
      return { call: { as }, leaves: [`alice token.revoked ${name}`] };
    },
    refused: async ({ people: { owner } }) => ({
      call: { as: owner },
      code: 'NOT_ALLOWED',
      leaves: ['alice credential.refused alice'],
    }),
  },
  reportLeakedToken: {
    async done(stage) {
      const { name, plaintext } = await namedToken(stage);
      return {
        call: { as: stage.app.nobody, input: { token: plaintext } },
        leaves: [`:anonymous: token.leaked ${name}`],
      };
    },
    async refused({ app }) {
      for (let report = 0; report < 10; report += 1) {
        await app.nobody.graphql('mutation { reportLeakedToken(input: { token: "none" }) { __typename } }');
      }
      return { call: { as: app.nobody, input: { token: 'none' } }, code: 'RATE_LIMITED' };
    },
  },
  revokeToken: {
    async done(stage) {
      const name = stage.fresh('token');
      const { tokenId } = await stage.people.owner.mintToken({
        name,
        scopes: ['index:read'],
        allIndexes: true,
      });
      return {
        call: { as: stage.people.owner, input: { tokenId } },
        leaves: [`alice token.revoked ${name}`],
      };
    },
    refused: async ({ people: { member }, tokens }) => ({
      call: { as: member, input: { tokenId: tokens['read token'].tokenId } },
      code: 'NOT_FOUND',
    }),
  },
};

/** What the owner of a token does to it, and nobody else finds. */
function onToken(action: string, inputFor: (tokenId: string) => object): Audited {
  return {
    async done(stage) {
      const { tokenId, name } = await namedToken(stage);
      return {
        call: { as: stage.people.owner, input: inputFor(tokenId) },
        leaves: [`alice ${action} ${name}`],
      };
    },
    refused: async ({ people: { member }, tokens }) => ({
      call: { as: member, input: inputFor(tokens['read token'].tokenId) },
      code: 'NOT_FOUND',
    }),
  };
}

async function namedToken(stage: Stage) {
  const name = stage.fresh('token');
  const { owner } = stage.people;
  const { tokenId, plaintext } = await owner.mintToken({ name, scopes: ['index:read'], allIndexes: true });
  return { name, tokenId, plaintext };
}
