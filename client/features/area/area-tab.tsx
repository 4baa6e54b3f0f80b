import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { AskedArea } from '#client/state/area.ts';
import { announce } from '#client/ui/announcer.tsx';
import { Callout } from '#client/ui/callout.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import type { AreaAnswer, AreaFinding } from '#data/schema/area.ts';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { Absent } from './absent.tsx';
import './area.css';
import './findings.css';
import { AreaHead } from './area-head.tsx';
import { AreaStart, type AreaWays } from './area-start.tsx';
import { Consultees } from './consultees.tsx';
import { FindingRow } from './finding-row.tsx';
import { type Group, GroupHead } from './group-head.tsx';
import { Near } from './near.tsx';
import { missingByReach } from './words.ts';

type AreaTabProps = {
  readonly asked: AskedArea | undefined;
  readonly answer: AreaAnswer | undefined;
  /** Why there is no answer. */
  readonly fault: string | undefined;
  /** Another answer is on its way, or the area is being drawn on: these figures no longer hold. */
  readonly isStale: boolean;
  /** The file the area came from, as the server read it. */
  readonly redLine: { readonly isBusy: boolean; readonly fault?: string; readonly kept?: KeptArea };
  readonly ways: AreaWays;
  readonly catalogue: readonly LayerSummary[];
  readonly onBuffer: (bufferM: number | undefined) => void;
  readonly onList: () => void;
  readonly onZoomTo: () => void;
  readonly onClear: () => void;
  readonly onRetry: () => void;
  readonly onShow: (features: readonly FeatureSummary[]) => void;
  readonly onRing: (features: readonly FeatureSummary[]) => void;
  readonly onOpen: (feature: { readonly id: string; readonly layerId: string }) => void;
};

/** What is on an area, near it, not on it, and not known of it. */
export function AreaTab(props: AreaTabProps) {
  const { asked, answer, fault, isStale, redLine, ways, onRetry, onClear } = props;
  useEffect(() => {
    if (answer !== undefined) announce(sayAnswer(answer));
  }, [answer]);
  if (asked === undefined) {
    return <AreaStart ways={ways} note={<RedLineNote {...redLine} />} />;
  }
  if (fault !== undefined) {
    return (
      <>
        <Notice
          icon="warning"
          title="No answer for this area"
          action={{ label: 'Try again', onPress: onRetry }}
        >
          {fault} The area itself is kept in the address.
        </Notice>
        <Button className="text-button area-clear" onPress={onClear}>
          Clear the area
        </Button>
      </>
    );
  }
  if (answer === undefined) return <Skeleton label="What is here" rows={10} rowPx={44} />;
  return (
    <div className={isStale ? 'area stale' : 'area'} aria-busy={isStale}>
      <AreaHead area={asked.area} answer={answer} onBuffer={props.onBuffer} />
      <Actions {...props} />
      <RedLineNote {...redLine} />
      <Findings {...props} answer={answer} />
      <p className="credit">{answer.credits.short}</p>
    </div>
  );
}

const GROUPS = [
  ['stop', 'Stop', 'likely to prevent building'],
  ['consult', 'Consult', 'to ask somebody about'],
  ['note', 'Note', 'good to know'],
] as const;

function Findings(props: AreaTabProps & { readonly answer: AreaAnswer }) {
  const { answer, catalogue } = props;
  const summaries = new Map(catalogue.map((summary) => [summary.id, summary]));
  const isEmpty = GROUPS.every(([group]) => answer[group].length === 0);
  return (
    <>
      {GROUPS.map(([group, title, detail]) => (
        <FindingGroup
          key={group}
          {...props}
          {...{ group, title, detail, summaries }}
          findings={answer[group]}
        />
      ))}
      {isEmpty && (
        <Notice icon="check-circle" title="Nothing recorded on this area">
          What was supplied holds nothing here. Below is what is near, and what nobody supplied.
        </Notice>
      )}
      <Consultees consultees={answer.consultees} />
      <Near near={answer.near} summaries={summaries} onRing={props.onRing} onOpen={props.onOpen} />
      <Absent
        none={answer.none}
        missing={answer.missing}
        closed={answer.closed}
        onOpen={props.onOpen}
      />
    </>
  );
}

type FindingGroupProps = Pick<AreaTabProps, 'onShow' | 'onRing' | 'onOpen'> & {
  readonly group: Group;
  readonly title: string;
  readonly detail: string;
  readonly findings: readonly AreaFinding[];
  readonly summaries: ReadonlyMap<string, LayerSummary>;
};

function FindingGroup({ group, title, detail, findings, summaries, ...on }: FindingGroupProps) {
  if (findings.length === 0) return null;
  return (
    <section>
      <GroupHead group={group} title={title} detail={`${findings.length} ${detail}`} />
      <ul className="findings">
        {findings.map((finding) => (
          <FindingRow
            key={finding.key}
            finding={finding}
            summary={summaries.get(finding.layerId)}
            onShow={on.onShow}
            onRing={on.onRing}
            onOpen={on.onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

function Actions({ ways, onList, onZoomTo, onClear }: AreaTabProps) {
  return (
    <div className="area-actions">
      <Button className="text-button" onPress={onList}>
        <Icon name="list" size={16} />
        List these
      </Button>
      <Button className="text-button" onPress={onZoomTo}>
        <Icon name="target" size={16} />
        Zoom to
      </Button>
      <Button className="text-button" onPress={ways.onDraw}>
        <Icon name="pencil" size={16} />
        Edit
      </Button>
      <Button className="text-button" onPress={onClear}>
        <Icon name="close" size={16} />
        Clear
      </Button>
    </div>
  );
}

/** How a file was read, or why it was not. */
function RedLineNote({ isBusy, fault, kept }: AreaTabProps['redLine']) {
  if (isBusy)
    return (
      <p className="area-note" role="status">
        Reading the file…
      </p>
    );
  if (fault !== undefined) {
    return (
      <Callout tone="bad" title="The file was not read.">
        {fault}
      </Callout>
    );
  }
  if (kept?.placed === undefined) return null;
  return (
    <Callout tone="info" title="From your file.">
      {[kept.placed, ...kept.notes, ...kept.issues.map(({ message }) => message)].join(' ')}
    </Callout>
  );
}

function sayAnswer({ stop, consult, note, missing }: AreaAnswer): string {
  const names = missingByReach(missing).parts.map(({ name }) => name);
  const gaps =
    names.length === 0 ? '' : ` No data supplied for some layers in ${names.join(', ')}.`;
  return `What is here: ${stop.length} stop, ${consult.length} consult, ${note.length} to note.${gaps}`;
}
