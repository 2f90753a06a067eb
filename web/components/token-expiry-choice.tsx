/** Until when a token works. */
import { Group, Radio, Stack, Text, TextInput } from '@mantine/core';

import { earliestDate, type ExpiryChoice, expiryLabels, expiryPresets } from '../rules/token-expiry.ts';
import { GroupError } from './group-error.tsx';

interface TokenExpiryChoiceProps {
  choice: ExpiryChoice;
  onChange: (choice: ExpiryChoice) => void;
  error: string | null;
}

/** The date is the form's field `date`. */
export function TokenExpiryChoice({ choice, onChange, error }: TokenExpiryChoiceProps) {
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Expires after"
        value={choice}
        onChange={onChange}
        error={error === null ? null : <GroupError sentence={error} />}
      >
        <Group gap="md" my="xs">
          {expiryPresets.map((preset) => (
            <Radio key={preset} value={preset} label={expiryLabels[preset]} />
          ))}
        </Group>
      </Radio.Group>
      {choice === 'date' ? (
        <TextInput
          name="date"
          type="date"
          label="Last day"
          min={earliestDate(new Date())}
          maw="12rem"
          required
          withAsterisk={false}
        />
      ) : null}
      <Text size="sm" c="dimmed">
        A short life limits what a leaked token can do.
      </Text>
    </Stack>
  );
}
