/** What stands where a one-time link was opened without its last part. */
import { Text } from '@mantine/core';

import { Entrance } from './entrance.tsx';
import { TextLink } from './links.tsx';

export function LinkWithoutSecret({ title }: { title: string }) {
  return (
    <Entrance title={title} lead="This link is not whole.">
      <Text>
        The part after the # is missing. Copy the whole line and open it again; or, if you have a password
        already, <TextLink to="/sign-in">sign in</TextLink>.
      </Text>
    </Entrance>
  );
}
