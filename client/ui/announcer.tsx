import { useSyncExternalStore } from 'react';

type Listener = () => void;

/** What was last said, and who wants to know. One page has one voice. */
const voice = { text: '', listeners: new Set<Listener>() };

/** Say something to screen readers; saying the same again is heard again. */
export function announce(text: string): void {
  // a no-break space at the end makes a repeated sentence a new one
  voice.text = voice.text === text ? `${text}\u00a0` : text;
  for (const listener of voice.listeners) listener();
}

const subscribe = (listener: Listener) => {
  voice.listeners.add(listener);
  return () => voice.listeners.delete(listener);
};

/** The page's one live region. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => voice.text);
  return (
    <div className="hidden" role="status" aria-live="polite" data-testid="announcer">
      {text}
    </div>
  );
}
