import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '#client/api/client.ts';
import { isReachable } from '#client/api/health.ts';
import { ConnectionNote } from '#client/features/frame/connection-note.tsx';
import { announce } from '#client/ui/announcer.tsx';

/** `offline`: this device has no network; `silent`: it has, and the server does not answer. */
type Connection = 'well' | 'offline' | 'silent';

/** How often it is tried again while there is no connection, ms. */
const AGAIN_MS = 5_000;

/**
 * Watches whether the server can be reached; while it cannot, it is tried again, and what failed is then asked for
 * anew.
 *
 * @param onBack called when it answers again
 * @returns what says so over the map; nothing while all is well
 */
export function useConnection(onBack: () => void) {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('well');
  const latest = useRef(onBack);
  latest.current = onBack;

  const tryNow = useCallback(async () => {
    if (!(await isReachable())) {
      setConnection(navigator.onLine ? 'silent' : 'offline');
      return;
    }
    setConnection('well');
    void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.error !== null });
    latest.current();
  }, [client]);

  useEffect(() => {
    const lose = () => setConnection('offline');
    const back = () => void tryNow();
    addEventListener('offline', lose);
    addEventListener('online', back);
    const unsubscribe = client.getQueryCache().subscribe(({ query }) => {
      const { error } = query.state;
      if (error instanceof ApiProblem && error.status === 0) {
        setConnection((was) => (was === 'well' ? 'silent' : was));
      }
    });
    return () => {
      removeEventListener('offline', lose);
      removeEventListener('online', back);
      unsubscribe();
    };
  }, [client, tryNow]);

  const isLost = connection !== 'well';
  const wasLost = useRef(false);
  useEffect(() => {
    if (isLost) announce('No connection. What was loaded stays; it is tried again by itself.');
    else if (wasLost.current) announce('Connected again');
    wasLost.current = isLost;
    if (!isLost) return;
    const timer = setInterval(() => void tryNow(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isLost, tryNow]);
  if (!isLost) return null;
  return <ConnectionNote isServer={connection === 'silent'} onTry={() => void tryNow()} />;
}
