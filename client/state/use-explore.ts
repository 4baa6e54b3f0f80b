import { type Dispatch, useEffect, useReducer, useRef } from 'react';
import { stepOf } from './address.ts';
import { type Action, type Explore, explore } from './explore.ts';
import { keepAppearance, recallAppearance } from './kept-appearance.ts';
import { readUrl, writeUrl } from './url.ts';

/** Least time between two rewrites of the address, ms: Safari refuses more than 100 in 30 s. */
const REWRITE_MS = 350;

/** The explorer's state, kept in step with the address bar and with Back and Forward. */
export function useExplore(): readonly [Explore, Dispatch<Action>] {
  const [state, dispatch] = useReducer(explore, undefined, start);
  const written = useRef(state);

  useEffect(() => {
    const restore = () => {
      const restored = readUrl(location.search);
      written.current = restored;
      dispatch({ kind: 'restored', state: restored });
    };
    addEventListener('popstate', restore);
    return () => removeEventListener('popstate', restore);
  }, []);

  useEffect(() => {
    keepAppearance(state.appearance);
    if (written.current === state) return;
    if (stepOf(written.current, state) === 'push') {
      written.current = state;
      history.pushState(null, '', addressOf(state));
      return;
    }
    const timer = setTimeout(() => {
      written.current = state;
      history.replaceState(null, '', addressOf(state));
    }, REWRITE_MS);
    return () => clearTimeout(timer);
  }, [state]);

  return [state, dispatch];
}

/** The address of this state on this page, without the site's name. */
export const addressOf = (state: Explore): string => `${location.pathname}${writeUrl(state)}`;

function start(): Explore {
  const state = readUrl(location.search);
  return new URLSearchParams(location.search).has('theme')
    ? state
    : { ...state, appearance: recallAppearance() };
}
