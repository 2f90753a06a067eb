/** One group, for administrators: who is in it, which lists name it, and its end. */
import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';

import { graphql } from '../_generated/gql.ts';
import { AdminsOnly } from '../components/admins-only.tsx';
import { DeleteGroup } from '../components/delete-group.tsx';
import { Failure } from '../components/failure.tsx';
import { GroupMembers } from '../components/group-members.tsx';
import { TextLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { asFailure } from '../urql.ts';

const route = getRouteApi('/signed-in/groups/$group');

const GroupDocument = graphql(/* GraphQL */ `
  query GroupPage($name: String!) {
    group(name: $name) {
      id
      name
      description
      indexes
      members(first: 100) {
        totalCount
        nodes {
          id
          createdAt
          user {
            id
            name
          }
        }
      }
    }
  }
`);

export function GroupPage() {
  const { group: name } = route.useParams();
  return (
    <AdminsOnly>
      <Page title={name} lead={<TextLink to="/groups">All groups</TextLink>}>
        <Group key={name} name={name} />
      </Page>
    </AdminsOnly>
  );
}

function Group({ name }: { name: string }) {
  const [{ data, error }, execute] = useQuery({
    query: GroupDocument,
    variables: { name },
    requestPolicy: 'cache-and-network',
  });
  const askAnew = () => execute({ requestPolicy: 'network-only' });
  if (error && !data) return <Failure failure={asFailure(error)} retry={askAnew} />;
  if (!data) return <LoadingRows />;
  const { group } = data;
  if (!group) return <Text>There is no group {name}.</Text>;
  const { description, indexes, members } = group;
  return (
    <>
      <Panel title="In lists">
        {description === null ? null : <Text>{description}</Text>}
        <Text>
          Lists of package indexes write it as <code>:{name}</code>.{' '}
          {indexes.length === 0
            ? 'None does yet.'
            : `${indexes.join(', ')} ${indexes.length === 1 ? 'does' : 'do'}.`}
        </Text>
      </Panel>
      <GroupMembers name={name} members={members.nodes} total={members.totalCount} onChanged={askAnew} />
      <DeleteGroup name={name} indexes={indexes} />
    </>
  );
}
