/** The first run: whoever holds the link that the server printed becomes its first administrator. */
import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

import { fieldError } from '../action.ts';
import { ClosedLink } from '../components/closed-link.tsx';
import { Entrance } from '../components/entrance.tsx';
import { Form, textOf } from '../components/form.tsx';
import { PasswordField } from '../components/password-field.tsx';
import { home } from '../rules/next-path.ts';
import { useOneTimeLink } from '../one-time-link.ts';

export function SetupPage() {
  const navigate = useNavigate();
  const { link, redeem } = useOneTimeLink();

  const submit = async (values: FormData): Promise<void> => {
    const redeemed = await redeem.run({
      name: textOf(values, 'name').trim(),
      email: textOf(values, 'email').trim(),
      password: textOf(values, 'password'),
    });
    if (redeemed) await navigate({ to: home, replace: true });
  };

  if (link.state !== 'open') {
    return (
      <ClosedLink title="Set up Wheelhouse" link={link}>
        As long as this server has no administrator, it prints a new link each time it starts: open the latest
        one, or restart the server.
      </ClosedLink>
    );
  }
  return (
    <Entrance
      title="Set up Wheelhouse"
      lead="You become the first administrator of this server. The link you opened works once."
    >
      <Form
        action={redeem}
        fields={['name', 'email', 'password']}
        submit="Create my account"
        onSubmit={(values) => void submit(values)}
      >
        <TextInput
          name="name"
          label="User name"
          description="Part of your indexes' URLs; it cannot be changed. Use a-z, 0-9, '.', '_' and '-'."
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={fieldError(redeem.failure, 'name')}
          required
          withAsterisk={false}
        />
        <TextInput
          name="email"
          type="email"
          label="Email"
          autoComplete="email"
          error={fieldError(redeem.failure, 'email')}
          required
          withAsterisk={false}
        />
        <PasswordField
          label="Password"
          description="At least 12 characters; a few unrelated words do well."
          autoComplete="new-password"
          error={fieldError(redeem.failure, 'password')}
        />
      </Form>
    </Entrance>
  );
}
