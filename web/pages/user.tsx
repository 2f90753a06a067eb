/** One user, for administrators: details, groups, tokens, password, state, and the end. */
import { Group, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';

import { graphql } from '../_generated/gql.ts';
import { AdminsOnly } from '../components/admins-only.tsx';
import { DeleteUser } from '../components/delete-user.tsx';
import { Failure } from '../components/failure.tsx';
import { useSignedIn } from '../components/layout.tsx';
import { TextLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { ResetPassword } from '../components/reset-password.tsx';
import { UserDetails } from '../components/user-details.tsx';
import { UserState } from '../components/user-state.tsx';
import { UserTokens } from '../components/user-tokens.tsx';
import { asFailure } from '../urql.ts';

const route = getRouteApi('/signed-in/users/$user');

const UserDocument = graphql(/* GraphQL */ `
  query UserPage($name: String!) {
    user(name: $name) {
      id
      name
      displayName
      email
      kind
      role
      deactivatedAt
      deactivatedBy {
        id
        name
      }
      groups {
        id
        name
      }
    }
  }
`);

export function UserPage() {
  const { user: name } = route.useParams();
  return (
    <AdminsOnly>
      <Page title={name} lead={<TextLink to="/users">All users</TextLink>}>
        {/* Another user's forms begin anew. */}
        <User key={name} name={name} />
      </Page>
    </AdminsOnly>
  );
}

function User({ name }: { name: string }) {
  const { viewer } = useSignedIn();
  const [{ data, error }, execute] = useQuery({
    query: UserDocument,
    variables: { name },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data) {
    return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingRows />;
  const { user } = data;
  if (!user) return <Text>There is no user {name}.</Text>;
  const isOneself = user.name === viewer.name;
  return (
    <>
      <UserDetails user={user} isOneself={isOneself} />
      <Panel title="Groups">
        {user.groups.length === 0 ? (
          <Text>{name} is in no group.</Text>
        ) : (
          <Group gap="sm">
            {user.groups.map((group) => (
              <TextLink key={group.id} to="/groups/$group" params={{ group: group.name }}>
                {group.name}
              </TextLink>
            ))}
          </Group>
        )}
      </Panel>
      <UserTokens name={name} />
      {user.kind === 'HUMAN' && user.deactivatedAt === null ? <ResetPassword name={name} /> : null}
      {isOneself ? null : (
        <>
          <UserState user={user} />
          <DeleteUser name={name} />
        </>
      )}
    </>
  );
}
