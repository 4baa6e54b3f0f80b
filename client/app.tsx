import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { Explorer } from './explorer/explorer.tsx';
import { FaultBoundary } from './ui/fault-boundary.tsx';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } },
});

/** The whole client: the explorer with what it needs round it. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider locale="en-GB">
        <FaultBoundary>
          <Explorer />
        </FaultBoundary>
      </I18nProvider>
    </QueryClientProvider>
  );
}
