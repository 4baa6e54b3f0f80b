import { type ReactNode, useEffect, useRef } from 'react';
import { useDraft } from '../state/draft-context.ts';

type StepHeadingProps = {
  /** Name of the step with a count, for the window's title: `Issues, 2 block`. */
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** The heading of a step; it takes the focus when the step is opened, and names the window. */
export function StepHeading({ title, className, children }: StepHeadingProps) {
  const { draft } = useDraft();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${draft.title} · ODIN`;
  }, [title, draft.title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2
      ref={heading}
      tabIndex={-1}
      className={className === undefined ? 'step-heading' : `step-heading ${className}`}
    >
      {children}
    </h2>
  );
}
