import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAccount } from '#client/api/session.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { DeskHome } from '#data/schema/desk-home.ts';
import { homeQuery } from '../api/home.ts';
import type { DeskRoute } from '../state/route.ts';
import { HomeHead } from './home-head.tsx';
import { HomeSide } from './home-side.tsx';
import './home.css';
import { readStatus, tasksOf } from './statuses.ts';
import { TaskTable } from './task-table.tsx';

export type HomeRoute = Extract<DeskRoute, { readonly kind: 'home' }>;

type HomePageProps = {
  readonly route: HomeRoute;
  /** Name of the account. */
  readonly name: string;
};

/** A publisher's task list, most urgent first, and a place to drop a file. */
export function HomePage({ route, name }: HomePageProps) {
  const { data, error, refetch } = useQuery({
    ...homeQuery(route.publisher),
    placeholderData: keepPreviousData,
  });
  const title = data?.publisher?.name ?? 'Publish';
  useEffect(() => {
    document.title = `${title} · Publish · ODIN`;
  }, [title]);
  if (data) return <Home {...{ home: data, route, name }} />;
  return (
    <main className="desk-page" id="work" tabIndex={-1}>
      <h1 className="hidden">Publish</h1>
      {error === null ? (
        <Skeleton label="Your datasets" rows={8} rowPx={64} />
      ) : (
        <Notice
          icon="warning"
          title="Your datasets cannot be shown"
          action={{ label: 'Try again', onPress: () => void refetch() }}
        >
          {error.message} What is published stays published, and drafts are safe on the server.
        </Notice>
      )}
    </main>
  );
}

type HomeProps = {
  readonly home: DeskHome;
  readonly route: HomeRoute;
  readonly name: string;
};

/** Whoever belongs to no organisation is told who can let them in; an administrator can do it alone. */
function Nobody() {
  const { account } = useAccount();
  return (
    <main className="desk-page" id="work" tabIndex={-1}>
      <h1>Publish</h1>
      <Notice icon="upload" title="There is nobody you may publish for">
        {account?.isAdministrator ? (
          <>
            You administer this ODIN. Choose one of the <a href="/organisations">organisations</a>{' '}
            and invite its owner: yourself, if you publish for it.
          </>
        ) : (
          <>
            An owner of your organisation can invite you as a publisher; then its datasets are here.{' '}
            <a href="/account">Your account</a> says what you belong to.
          </>
        )}
      </Notice>
    </main>
  );
}

function Home({ home, route, name }: HomeProps) {
  const status = readStatus(route.show);
  const { publisher } = home;
  if (publisher === undefined) return <Nobody />;
  const tasks = tasksOf(home.tasks, status);
  return (
    <div className="home">
      <main className="home-main" id="work" tabIndex={-1}>
        <HomeHead {...{ home, publisher, status, name }} />
        {tasks.length === 0 ? (
          <Notice icon="check-circle" title="Nothing here">
            {home.tasks.length === 0
              ? 'No dataset is expected of you and none is published. Drop a file to begin.'
              : 'No dataset stands like this at the moment. All of them are under “All”.'}
          </Notice>
        ) : (
          <TaskTable tasks={tasks} publisher={publisher.id} />
        )}
      </main>
      <HomeSide home={home} publisher={publisher} />
    </div>
  );
}
