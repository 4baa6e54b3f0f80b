import { useEffect, useRef } from 'react';
import { announce } from '#client/ui/announcer.tsx';

/** How long the page must be still before it speaks, ms. */
const REST_MS = 500;

/**
 * Say a sentence to screen readers once it has stood for a while; never while something is dragged, and not the one
 * the page opened with.
 *
 * @param sentence undefined: nothing to say yet
 */
export function useSpoken(sentence: string | undefined, isMoving: boolean): void {
  const said = useRef<string>(undefined);
  useEffect(() => {
    if (sentence === undefined || isMoving || said.current === sentence) return;
    const isFirst = said.current === undefined;
    const timer = setTimeout(() => {
      said.current = sentence;
      if (!isFirst) announce(sentence);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [sentence, isMoving]);
}
