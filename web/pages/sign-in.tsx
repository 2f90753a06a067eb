/** Signing in with a name and a password, and going on to where one wanted to be. */
import { Alert, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { Entrance } from '../components/entrance.tsx';
import { Form, textOf } from '../components/form.tsx';
import { PasswordField } from '../components/password-field.tsx';
import { safeNext } from '../rules/next-path.ts';
import { useSession, useSessionControl } from '../session.tsx';

const route = getRouteApi('/sign-in');

const SignInDocument = graphql(/* GraphQL */ `
  mutation SignInPage_SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInPayload {
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

export function SignInPage() {
  const next = safeNext(route.useSearch().next);
  const navigate = useNavigate();
  const router = useRouter();
  const session = useSession();
  const { renew } = useSessionControl();
  const signIn = useAction(SignInDocument, (data) => unwrap(data.signIn, 'SignInPayload'));

  // Who is signed in already, or is now, has nothing to do here.
  const signedIn = session.state === 'signed-in';
  useEffect(() => {
    if (signedIn) void navigate({ href: `${router.basepath}${next}`, replace: true });
  }, [signedIn, navigate, router, next]);

  const submit = async (values: FormData): Promise<void> => {
    const input = {
      name: textOf(values, 'name').trim(),
      password: textOf(values, 'password'),
      carrier: 'COOKIE' as const,
    };
    if ((await signIn.run({ input })) !== null) renew();
  };

  return (
    <Entrance title="Sign in" lead="With your user name and password.">
      {session.state === 'signed-out' && session.server?.setupNeeded ? <SetupHint /> : null}
      <Form
        action={signIn}
        fields={['name', 'password']}
        submit="Sign in"
        onSubmit={(values) => void submit(values)}
      >
        <TextInput
          name="name"
          label="User name"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={fieldError(signIn.failure, 'name')}
          required
          withAsterisk={false}
        />
        <PasswordField
          label="Password"
          autoComplete="current-password"
          error={fieldError(signIn.failure, 'password')}
        />
      </Form>
    </Entrance>
  );
}

function SetupHint() {
  return (
    <Alert title="This server has no administrator yet">
      Open the setup link that it printed when it started. The link works once and makes you its first
      administrator.
    </Alert>
  );
}
