/** A password: typed, pasted or filled in by a manager, and shown on demand. */
import { PasswordInput } from '@mantine/core';

interface PasswordFieldProps {
  /** Absent: "password". */
  name?: string;
  label: string;
  description?: string;
  autoComplete: 'current-password' | 'new-password';
  error: string | null;
  /** In a dialog: gets the focus when it opens. */
  autoFocus?: boolean;
}

export function PasswordField({
  name = 'password',
  label,
  description,
  autoComplete,
  error,
  autoFocus = false,
}: PasswordFieldProps) {
  return (
    <PasswordInput
      name={name}
      data-autofocus={autoFocus || undefined}
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
