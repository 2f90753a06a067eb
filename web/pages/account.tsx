/** My account: what others read of me, my password, and where I am signed in. */
import { useQuery } from 'urql';

import { graphql } from '../_generated/gql.ts';
import { ChangePassword } from '../components/change-password.tsx';
import { Failure } from '../components/failure.tsx';
import { useSignedIn } from '../components/layout.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { OwnSessions } from '../components/own-sessions.tsx';
import { Page } from '../components/page.tsx';
import { ProfileForm } from '../components/profile-form.tsx';
import { asFailure } from '../urql.ts';

const AccountDocument = graphql(/* GraphQL */ `
  query AccountPage {
    viewer {
      user {
        id
        displayName
        email
      }
    }
  }
`);

export function AccountPage() {
  const { viewer } = useSignedIn();
  const role = viewer.user.role === 'ADMIN' ? 'an administrator' : 'a member';
  return (
    <Page title="My account" lead={`You are ${viewer.name}, ${role} here.`}>
      <Profile />
      <ChangePassword />
      <OwnSessions />
    </Page>
  );
}

function Profile() {
  const [{ data, error }, execute] = useQuery({ query: AccountDocument });
  if (data?.viewer) return <ProfileForm user={data.viewer.user} />;
  if (!error) return <LoadingRows rows={3} />;
  return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
}
