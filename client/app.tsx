import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Explorer } from './explorer/explorer.tsx';
import { FaultBoundary } from './ui/fault-boundary.tsx';

const Embed = lazy(async () => ({ default: (await import('./explorer/embed.tsx')).Embed }));

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } },
});

/** Where a frame on somebody's page finds the map alone. */
const EMBED_PATH = '/embed';

/** The whole client: the explorer, or the map alone for a frame, with what they need round them. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider locale="en-GB">
        <FaultBoundary>
          {location.pathname === EMBED_PATH ? (
            <Suspense>
              <Embed />
            </Suspense>
          ) : (
            <Explorer />
          )}
        </FaultBoundary>
      </I18nProvider>
    </QueryClientProvider>
  );
}
