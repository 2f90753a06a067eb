/** A one-time link: whether it still opens, asked before a form is shown, and redeeming it for a session. */
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';

import { unwrap, type WheelhouseError } from '../client/errors.ts';
import { graphql } from './_generated/gql.ts';
import { type Action, useAction } from './action.ts';
import { secretOf } from './rules/one-time-link.ts';
import { useSessionControl } from './session.tsx';
import { asFailure } from './urql.ts';

const CanRedeemDocument = graphql(/* GraphQL */ `
  query OneTimeLink_CanRedeem($secret: String!) {
    canRedeemLink(secret: $secret)
  }
`);

const RedeemDocument = graphql(/* GraphQL */ `
  mutation OneTimeLink_Redeem($input: RedeemLinkInput!) {
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

export type OneTimeLink =
  | { state: 'incomplete' | 'looking' | 'closed' | 'open' }
  | { state: 'failed'; failure: WheelhouseError; retry: () => void };

export function useOneTimeLink(): { link: OneTimeLink; redeem: Action<Redemption, true> } {
  const secret = secretOf(useLocation().hash);
  const [redeemed, setRedeemed] = useState(false);
  const { renew } = useSessionControl();
  const [{ data, error }, execute] = useQuery({
    query: CanRedeemDocument,
    variables: { secret: secret ?? '' },
    requestPolicy: 'network-only',
    pause: secret === null || redeemed,
  });
  const { run, ...redeem } = useAction(RedeemDocument, (answer) =>
    unwrap(answer.redeemLink, 'RedeemLinkPayload'),
  );

  return {
    link: standing(),
    redeem: {
      ...redeem,
      run: async (redemption) => {
        if ((await run({ input: { ...redemption, secret: secret ?? '', carrier: 'COOKIE' } })) === null)
          return null;
        setRedeemed(true);
        renew();
        return true;
      },
    },
  };

  function standing(): OneTimeLink {
    if (secret === null) return { state: 'incomplete' };
    // It is closed by being used; whoever just did is on the way to another page.
    if (redeemed) return { state: 'open' };
    if (redeem.failure?.code === 'LINK_INVALID' || data?.canRedeemLink === false) return { state: 'closed' };
    if (data) return { state: 'open' };
    if (!error) return { state: 'looking' };
    return {
      state: 'failed',
      failure: asFailure(error),
      retry: () => execute({ requestPolicy: 'network-only' }),
    };
  }
}
