/** Setting a password with a link that an administrator, or the server's own machine, gave out. */
import { useNavigate } from '@tanstack/react-router';

import { fieldError } from '../action.ts';
import { ClosedLink } from '../components/closed-link.tsx';
import { Entrance } from '../components/entrance.tsx';
import { Form, textOf } from '../components/form.tsx';
import { PasswordField } from '../components/password-field.tsx';
import { home } from '../rules/next-path.ts';
import { useOneTimeLink } from '../one-time-link.ts';

export function SetPasswordPage() {
  const navigate = useNavigate();
  const { link, redeem } = useOneTimeLink();

  const submit = async (values: FormData): Promise<void> => {
    const redeemed = await redeem.run({ password: textOf(values, 'password') });
    if (redeemed) await navigate({ to: home, replace: true });
  };

  if (link.state !== 'open') {
    return (
      <ClosedLink title="Set your password" link={link}>
        Otherwise ask whoever gave it to you for a new one. An administrator gets one on the server’s machine,
        with <code>wheelhouse recover-admin NAME</code>.
      </ClosedLink>
    );
  }
  return (
    <Entrance title="Set your password" lead="You are signed in right after. The link you opened works once.">
      <Form
        action={redeem}
        fields={['password']}
        submit="Set password"
        onSubmit={(values) => void submit(values)}
      >
        <PasswordField
          label="New password"
          description="At least 12 characters; a few unrelated words do well."
          autoComplete="new-password"
          error={fieldError(redeem.failure, 'password')}
        />
      </Form>
    </Entrance>
  );
}
