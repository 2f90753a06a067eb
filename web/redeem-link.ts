/** Redeeming a one-time link: its secret, from the fragment, for a session. */
import { useLocation } from '@tanstack/react-router';

import { unwrap } from '../client/errors.ts';
import { graphql } from './_generated/gql.ts';
import { type Action, useAction } from './action.ts';
import { secretOf } from './rules/one-time-link.ts';
import { useSessionControl } from './session.tsx';

const RedeemLinkDocument = graphql(/* GraphQL */ `
  mutation RedeemLink($input: RedeemLinkInput!) {
    redeemLink(input: $input) {
      __typename
      ... on RedeemLinkPayload {
        expiresAt
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

/** The first administrator says who they are; who sets a password is known to the link. */
export interface Redemption {
  name?: string;
  email?: string;
  password: string;
}

export function useRedeemLink(): { secret: string | null; redeem: Action<Redemption, true> } {
  const secret = secretOf(useLocation().hash);
  const { renew } = useSessionControl();
  const { run, ...redeem } = useAction(RedeemLinkDocument, (data) =>
    unwrap(data.redeemLink, 'RedeemLinkPayload'),
  );
  return {
    secret,
    redeem: {
      ...redeem,
      run: async (redemption) => {
        if ((await run({ input: { ...redemption, secret: secret ?? '', carrier: 'COOKIE' } })) === null)
          return null;
        renew();
        return true;
      },
    },
  };
}
