/** A password: typed, pasted or filled in by a manager, and shown on demand. */
import { PasswordInput } from '@mantine/core';

interface PasswordFieldProps {
  label: string;
  description?: string;
  autoComplete: 'current-password' | 'new-password';
  error: string | null;
}

export function PasswordField({ label, description, autoComplete, error }: PasswordFieldProps) {
  return (
    <PasswordInput
      name="password"
      label={label}
      description={description}
      autoComplete={autoComplete}
      error={error}
      aria-invalid={error !== null}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed', tabIndex: 0 }}
    />
  );
}
