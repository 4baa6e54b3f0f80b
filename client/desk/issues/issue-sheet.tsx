import { type Ref, useEffect, useRef } from 'react';
import { Icon } from '#client/ui/icon.tsx';
import type { IssueDetail } from '#data/schema/desk-issues.ts';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import { afterOf, BeforeAfter } from './before-after.tsx';
import { MendForm } from './mend-form.tsx';
import { RowExtract } from './row-extract.tsx';
import { Trial } from './trial.tsx';
import type { Mend } from './use-mend.ts';

type IssueSheetProps = {
  readonly issue: IssueDetail;
  readonly mend: Mend;
  readonly line: number | undefined;
  /** True when the focus goes to its heading once it is shown. */
  readonly takesFocus: boolean;
  readonly onFocused: () => void;
  readonly onLine: (line: number) => void;
  readonly onApply: () => void;
  /** Go to the issue before or after; undefined at an end of the list. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** On a phone: show the list instead. */
  readonly onList: () => void;
};

/** One issue whole: what is wrong, how we know, its rows, what can be done, before and after. */
export function IssueSheet(props: IssueSheetProps) {
  const { issue, mend, line, takesFocus, onFocused, onLine, onApply } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
    onFocused();
  }, [takesFocus, onFocused]);
  const isPersonal = issue.code === 'value.personal-data-suspected';
  return (
    <article className="issue" aria-labelledby="issue-title">
      <IssueTop {...props} heading={heading} />
      <p className="issue-body">
        {issue.body.map(({ text, strong }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence stay in their order
          strong ? <b key={index}>{text}</b> : <span key={index}>{text}</span>,
        )}
      </p>
      {isPersonal && (
        <p className="issue-masked">
          <Icon name="eye-off" size={16} /> Values that may describe a person are masked. Nothing
          has left this desk.
        </p>
      )}
      <RowExtract {...{ issue, line, onLine }} />
      {issue.choices.length === 0 ? (
        <p className="issue-mend">{issue.mend}</p>
      ) : (
        <MendForm {...{ issue, mend, onApply }} />
      )}
      <BeforeAfter issue={issue} mend={mend} />
      {mend.taken && !afterOf(issue, mend) && mend.choice?.id !== 'keep' && (
        <Trial key={`${mend.choice?.id} ${mend.value}`} taken={mend.taken} />
      )}
      {issue.choices.length > 0 && <p className="issue-kept">{issue.kept}</p>}
    </article>
  );
}

type IssueTopProps = IssueSheetProps & { readonly heading: Ref<HTMLHeadingElement> };

function IssueTop({ issue, heading, onPrevious, onNext, onList }: IssueTopProps) {
  return (
    <>
      <p className="issue-count">
        <span className={`issue-place tone-${issue.tone}`}>
          <ToneGlyph tone={issue.tone} />
          {issue.count}
        </span>
        <button type="button" className="text-button issue-list-button" onClick={onList}>
          All issues
        </button>
        <Neighbour label="Previous" icon="chevron-left" keys="Alt+ArrowUp" onGo={onPrevious} />
        <Neighbour label="Next" icon="chevron-right" keys="Alt+ArrowDown" onGo={onNext} />
      </p>
      <h3 id="issue-title" ref={heading} tabIndex={-1}>
        {issue.title}
      </h3>
      <p className="issue-where">{issue.where}</p>
    </>
  );
}

type NeighbourProps = {
  readonly label: string;
  readonly icon: 'chevron-left' | 'chevron-right';
  readonly keys: string;
  readonly onGo: (() => void) | undefined;
};

/** Words on a desk, an arrow on a phone. */
function Neighbour({ label, icon, keys, onGo }: NeighbourProps) {
  return (
    <button
      type="button"
      className="text-button issue-neighbour"
      aria-label={`${label} issue`}
      aria-keyshortcuts={keys}
      aria-disabled={onGo === undefined}
      onClick={onGo}
    >
      <Icon name={icon} size={24} />
      <span>{label}</span>
    </button>
  );
}
