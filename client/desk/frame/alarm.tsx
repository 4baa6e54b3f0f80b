import { useSyncExternalStore } from 'react';

type Listener = () => void;

/** What was last said to be heard at once. */
const alarm = { text: '', listeners: new Set<Listener>() };

/** Interrupt a screen reader: for what is not saved, and for publishing that is stopped. */
export function sound(text: string): void {
  // a no-break space at the end makes a repeated sentence a new one
  alarm.text = alarm.text === text ? `${text}\u00a0` : text;
  for (const listener of alarm.listeners) listener();
}

const subscribe = (listener: Listener) => {
  alarm.listeners.add(listener);
  return () => alarm.listeners.delete(listener);
};

/** The desk's assertive live region; all else goes through the announcer. */
export function Alarm() {
  const text = useSyncExternalStore(subscribe, () => alarm.text);
  return (
    <div className="hidden" role="alert" data-testid="alarm">
      {text}
    </div>
  );
}
