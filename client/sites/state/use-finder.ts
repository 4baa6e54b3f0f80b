import { type Dispatch, useEffect, useReducer, useRef, useState } from 'react';
import { addressOf, readFinder, stepOf } from './address.ts';
import { type Finder, type FinderAction, find } from './finder.ts';

/** Least time between two rewrites of the address, ms: Safari refuses more than 100 in 30 s. */
const REWRITE_MS = 350;

type FinderDesk = {
  readonly finder: Finder;
  readonly dispatch: Dispatch<FinderAction>;
  /** What of the address could not be read, in sentences. */
  readonly problem: string | undefined;
};

/** The finder, kept in step with the address bar and with Back and Forward. */
export function useFinder(): FinderDesk {
  const [start] = useState(() => readFinder(location.search));
  const [finder, dispatch] = useReducer(find, start.finder);
  /** What the address bar says, and what the page showed last. */
  const past = useRef({ written: finder, seen: finder });

  useEffect(() => {
    const restore = () => {
      const restored = readFinder(location.search).finder;
      past.current = { written: restored, seen: restored };
      dispatch({ kind: 'restored', finder: restored });
    };
    addEventListener('popstate', restore);
    return () => removeEventListener('popstate', restore);
  }, []);

  useEffect(() => {
    const { written, seen } = past.current;
    if (seen === finder) return;
    past.current.seen = finder;
    if (stepOf(seen, finder) === 'push') {
      // Back leads to the weights as they were left, although they were not written yet
      if (written !== seen) history.replaceState(null, '', addressOf(seen));
      past.current.written = finder;
      history.pushState(null, '', addressOf(finder));
    }
  }, [finder]);

  useEffect(() => {
    if (past.current.written === finder) return;
    const timer = setTimeout(() => {
      past.current.written = finder;
      history.replaceState(null, '', addressOf(finder));
    }, REWRITE_MS);
    return () => clearTimeout(timer);
  }, [finder]);

  return { finder, dispatch, problem: start.problem };
}
