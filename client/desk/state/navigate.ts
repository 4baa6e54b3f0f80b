import { useSyncExternalStore } from 'react';
import { type DeskRoute, isDesk, readRoute, writeRoute } from './route.ts';

type Listener = () => void;

const listeners = new Set<Listener>();

/** The route of the address bar, read once an address. */
const read = { address: '', route: { kind: 'nowhere' } as DeskRoute };

function current(): DeskRoute {
  const address = `${location.pathname}${location.search}`;
  if (read.address !== address) {
    read.address = address;
    read.route = readRoute(location.pathname, location.search);
  }
  return read.route;
}

function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** The page of the desk the address bar names; follows Back and Forward. */
export const useRoute = (): DeskRoute => useSyncExternalStore(subscribe, current);

/** Go to a page. `replace`: Back leads past the page left. */
export function go(route: DeskRoute, how: 'push' | 'replace' = 'push'): void {
  goTo(writeRoute(route), how);
}

/** Go to an address the server gave: a page of the desk in place, any other by the browser. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  const { origin, pathname, search } = new URL(address, location.href);
  if (origin !== location.origin || !isDesk(pathname)) {
    location.assign(address);
    return;
  }
  if (`${pathname}${search}` === `${location.pathname}${location.search}`) return;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  for (const listener of listeners) listener();
}
