import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Explorer } from './explorer/explorer.tsx';
import { FaultBoundary } from './ui/fault-boundary.tsx';

const Embed = lazy(async () => ({ default: (await import('./explorer/embed.tsx')).Embed }));

const Desk = lazy(async () => ({ default: (await import('./desk/desk.tsx')).Desk }));

const Sites = lazy(async () => ({ default: (await import('./sites/sites.tsx')).Sites }));

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } },
});

/** Where a frame on somebody's page finds the map alone. */
const EMBED_PATH = '/embed';

/** Where the publishing desk is; its pages lie below. */
const DESK_PATH = /^\/desk(\/|$)/u;

/** Where the site finder is, and the comparison below it. */
const SITES_PATH = /^\/sites(\/|$)/u;

/** The whole client: the explorer, the site finder, the desk, or the map alone for a frame, with what they need round them. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider locale="en-GB">
        <FaultBoundary>
          <Suspense>{appAt(location.pathname)}</Suspense>
        </FaultBoundary>
      </I18nProvider>
    </QueryClientProvider>
  );
}

function appAt(path: string) {
  if (path === EMBED_PATH) return <Embed />;
  if (SITES_PATH.test(path)) return <Sites />;
  return DESK_PATH.test(path) ? <Desk /> : <Explorer />;
}
