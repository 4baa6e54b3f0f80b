import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Sheet } from '#client/features/frame/sheet.tsx';
import type { Stop } from '#client/state/sheet.ts';
import { Segmented } from '#client/ui/segmented.tsx';
import type { DeskStepId } from '#data/schema/desk.ts';
import { DraftMap } from '../map/draft-map.tsx';
import { useDraft } from '../state/draft-context.ts';
import './draft-frame.css';
import { Header } from './header.tsx';
import { Holder } from './holder.tsx';
import { type SideWishes, type Slots, SlotsContext } from './slots.ts';
import { Steps } from './steps.tsx';
import { useRoomPx } from './use-room.ts';
import { useUndoKey } from './use-undo-key.ts';

type DraftFrameProps = {
  /** Absent on the receipt. */
  readonly step?: DeskStepId;
  readonly children: ReactNode;
};

/** The frame of a draft: header, steps, the step's work with its side, and the bar along the foot. */
export function DraftFrame({ step, children }: DraftFrameProps) {
  const { undo } = useDraft();
  const [side, setSideElement] = useState<HTMLElement | null>(null);
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [wishes, setWishes] = useState<SideWishes>();
  const [face, setFace] = useState<'work' | 'side'>('work');
  const [stop, setStop] = useState<Stop>('half');
  const availablePx = useRoomPx();
  const setSide = useCallback((next: SideWishes | undefined) => setWishes(next), []);
  const slots = useMemo((): Slots => ({ side, bar, setSide }), [side, bar, setSide]);
  useUndoKey(undo);
  const hasSide = wishes !== undefined;
  const hasMap = wishes?.map !== undefined;
  return (
    <SlotsContext value={slots}>
      <div
        className="draft-frame"
        data-step={step ?? 'receipt'}
        data-side={hasSide ? (hasMap ? 'map' : 'words') : 'none'}
        data-face={hasSide ? face : 'work'}
        data-stop={stop}
      >
        <Header {...(step && { step })} />
        {step && <Steps step={step} />}
        <main className="draft-body">
          <Holder />
          {hasSide && (
            <div className="faces">
              <Segmented
                label="What to see"
                value={face}
                choices={[
                  { value: 'work', label: 'Work' },
                  { value: 'side', label: wishes.title },
                ]}
                onChange={setFace}
              />
            </div>
          )}
          <Sheet
            id="work"
            label="Work"
            className="draft-work"
            stop={stop}
            availablePx={availablePx}
            onStop={setStop}
          >
            <div className="draft-scroll">{children}</div>
          </Sheet>
          <aside className="draft-side" aria-label={wishes?.title ?? 'Beside'} hidden={!hasSide}>
            {hasMap && wishes.map && <DraftMap wishes={wishes.map} />}
            <div className="side-words" ref={setSideElement} />
          </aside>
        </main>
        <section className="action-bar" ref={setBar} aria-label="Go on" />
      </div>
    </SlotsContext>
  );
}
