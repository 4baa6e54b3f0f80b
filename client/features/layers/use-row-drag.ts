import { type PointerEvent, useRef, useState } from 'react';

/**
 * Drag rows of a list by a grip: the row moves as the pointer passes the middle of its neighbours.
 *
 * Buttons do the same for those who cannot drag (WCAG 2.5.7).
 *
 * @param onMove called with the row's id and its new place, from 0
 */
export function useRowDrag(onMove: (id: string, index: number) => void) {
  const listRef = useRef<HTMLOListElement>(null);
  const [draggedId, setDraggedId] = useState<string>();

  const indexAt = (clientY: number): number => {
    const rows = [...(listRef.current?.children ?? [])];
    const below = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return clientY < top + height / 2;
    });
    return below === -1 ? rows.length : below;
  };
  const handlersOf = (id: string, index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDraggedId(id);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (draggedId !== id) return;
      const before = indexAt(event.clientY);
      // the row itself is counted when it lies above the pointer
      const to = before > index ? before - 1 : before;
      if (to !== index) onMove(id, to);
    },
    onPointerUp: () => setDraggedId(undefined),
    onPointerCancel: () => setDraggedId(undefined),
  });
  return { listRef, draggedId, handlersOf };
}
