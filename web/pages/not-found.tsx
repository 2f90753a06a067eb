/** An address that no page has. */
import { Text } from '@mantine/core';

import { Entrance } from '../components/entrance.tsx';
import { TextLink } from '../components/links.tsx';

export function NotFoundPage() {
  return (
    <Entrance title="Nothing here" lead="No page has this address.">
      <Text>
        It may have been deleted, or the link is not whole.{' '}
        <TextLink to="/">See your package indexes</TextLink>.
      </Text>
    </Entrance>
  );
}
