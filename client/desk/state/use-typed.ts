import { useEffect, useRef, useState } from 'react';

/** Typing is taken once it rests so long, ms. Source: the desk's design, autosave. */
const REST_MS = 500;

/**
 * A field that saves itself: what is typed is taken half a second after the last key, and at once when it is left.
 *
 * @param saved what was last taken; the field follows it when it changes elsewhere
 */
export function useTyped(saved: string, onTake: (text: string) => void) {
  const [text, setText] = useState(saved);
  const latest = useRef({ text, saved, onTake });
  latest.current = { text, saved, onTake };
  useEffect(() => setText(saved), [saved]);
  useEffect(() => {
    if (text === latest.current.saved) return;
    const timer = setTimeout(() => latest.current.onTake(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const take = () => {
    if (latest.current.text !== latest.current.saved) latest.current.onTake(latest.current.text);
  };
  return { text, type: setText, take };
}
