/** Which kind of token, each with what it protects against and what not. */
import { Radio, Stack } from '@mantine/core';

import { type MintableKind, mintableKinds, readKind, tokenKinds } from '../rules/token-kinds.ts';
import { GroupError } from './group-error.tsx';

interface TokenKindChoiceProps {
  kind: MintableKind;
  onChange: (kind: MintableKind) => void;
  error: string | null;
}

const labels: Record<MintableKind, string> = { OPAQUE: 'Opaque', ATTENUABLE: 'Attenuable' };

export function TokenKindChoice({ kind, onChange, error }: TokenKindChoiceProps) {
  return (
    <Radio.Group
      label="Kind"
      value={kind}
      onChange={(value) => onChange(readKind(value))}
      error={error === null ? null : <GroupError sentence={error} />}
    >
      <Stack gap="xs" mt="xs">
        {mintableKinds.map((value) => (
          <Radio key={value} value={value} label={labels[value]} description={tokenKinds[value].sentence} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
