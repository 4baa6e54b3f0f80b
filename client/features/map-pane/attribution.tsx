import { useLayoutEffect, useRef, useState } from 'react';
import { countOf } from '#client/ui/format.ts';

type AttributionProps = {
  /** Credits owed for what is visible, basemap first. */
  readonly credits: readonly string[];
};

/** Whom to credit for what is visible now: two lines, and all of it when there is more. */
export function Attribution({ credits }: AttributionProps) {
  const text = useRef<HTMLParagraphElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may need another height
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = text.current ?? {};
    setCut(scrollHeight > clientHeight + 1);
  }, [credits]);
  if (credits.length === 0) return null;
  return (
    <div className={isOpen ? 'attribution open' : 'attribution'}>
      <p ref={text}>
        {credits.map((credit, index) => (
          <span key={credit}>
            {index > 0 && ' · '}
            {index < credits.length - 1 ? credit.replace(/\.$/, '') : credit}
          </span>
        ))}
      </p>
      {(isCut || isOpen) && (
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer' : `All ${countOf(credits.length, 'credit')}`}
        </button>
      )}
    </div>
  );
}
