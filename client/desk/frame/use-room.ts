import { useSyncExternalStore } from 'react';

/** Header, action bar and rail of a phone, px; `draft-frame.css` and `rail.css`. */
const TAKEN_PX = 64 + 72 + 64;

const onResize = (listener: () => void) => {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
};

/** Height a phone leaves for map and sheet, px. */
export const useRoomPx = (): number =>
  useSyncExternalStore(onResize, () => Math.max(0, innerHeight - TAKEN_PX));
