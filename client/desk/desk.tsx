import { useEffect } from 'react';
import { useAccount } from '#client/api/session.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import { DraftPage } from './draft-page.tsx';
import { NewPage } from './file/new-page.tsx';
import { Frame } from './frame/frame.tsx';
import { HomePage } from './home/home-page.tsx';
import { useRoute } from './state/navigate.ts';
import { type DeskRoute, writeRoute } from './state/route.ts';

/** The publishing desk: what a council has to do, and the seven steps from a file to a live edition. */
export function Desk() {
  return (
    <Frame>
      <SignedIn />
    </Frame>
  );
}

/** Nobody is at the desk without an account: they are led to sign in, and back. */
function SignedIn() {
  const route = useRoute();
  const { account, problem, askAgain } = useAccount();
  const isStranger = account === null;
  useEffect(() => {
    if (!isStranger) return;
    const here = `${location.pathname}${location.search}`;
    location.replace(`/sign-in?back=${encodeURIComponent(here)}`);
  }, [isStranger]);
  if (account) return <Page route={route} name={account.name} />;
  return (
    <main className="desk-page" id="work" tabIndex={-1}>
      {problem ? (
        <Notice
          icon="warning"
          title="The desk cannot be opened"
          action={{ label: 'Try again', onPress: () => void askAgain() }}
        >
          {problem.message} Your drafts are safe on the server.
        </Notice>
      ) : (
        <Skeleton label="The desk" rows={6} rowPx={56} />
      )}
    </main>
  );
}

function Page({ route, name }: { readonly route: DeskRoute; readonly name: string }) {
  switch (route.kind) {
    case 'home':
      return <HomePage route={route} name={name} />;
    case 'new':
      return <NewPage key={writeRoute(route)} route={route} />;
    case 'nowhere':
      return <Nowhere />;
    default:
      return <DraftPage key={route.draft} route={route} />;
  }
}

function Nowhere() {
  useEffect(() => {
    document.title = 'Not found · Publish · ODIN';
  }, []);
  return (
    <main className="desk-page" id="work" tabIndex={-1}>
      <h1 className="hidden">Not found</h1>
      <Notice icon="search" title="There is no such page of the desk">
        The address may be mistyped. <a href="/desk">All your datasets</a> are where they were.
      </Notice>
    </main>
  );
}
