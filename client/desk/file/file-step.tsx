import { formatBytes, formatHash } from '#client/ui/format.ts';
import type { DraftProgress } from '#data/schema/desk.ts';
import { isBusy } from '../api/drafts.ts';
import { StepHeading } from '../frame/heading.tsx';
import { Link } from '../frame/link.tsx';
import { ActionBar } from '../frame/side.tsx';
import { useDraft } from '../state/draft-context.ts';
import { dayAndTime } from '../state/say.ts';
import { AboutForm } from './about-form.tsx';
import './file-step.css';
import { HandIn } from './hand-in.tsx';
import { Reading } from './reading.tsx';
import { ThrowAway } from './throw-away.tsx';

type FileStepProps = { readonly progress: DraftProgress };

/** Largest file the desk takes, bytes. Source: the desk's limits; the server judges again. */
const MOST_BYTES = 500_000_000;

/** The file: what was handed in, how far it is read, what the dataset is called, another file in its place. */
export function FileStep({ progress }: FileStepProps) {
  const { draft, isReadOnly } = useDraft();
  const { file } = draft;
  const isRead = draft.readback !== undefined;
  const format = draft.readback?.rows.find(({ id }) => id === 'format')?.value;
  return (
    <div className="file-step">
      <StepHeading title="File">
        {isBusy(progress) ? 'Reading your file' : 'The file as you sent it'}
      </StepHeading>
      <Reading progress={progress} />
      <dl className="facts">
        <dt>File</dt>
        <dd>{file.name}</dd>
        <dt>Size</dt>
        <dd>{formatBytes(file.sizeBytes)}, kept unchanged</dd>
        {format !== undefined && (
          <>
            <dt>Format</dt>
            <dd>{format}</dd>
          </>
        )}
        <dt>Received</dt>
        <dd>{dayAndTime(file.receivedAt, new Date())}</dd>
        {file.from !== undefined && (
          <>
            <dt>From</dt>
            <dd>{file.from}</dd>
          </>
        )}
        <dt>Fingerprint</dt>
        <dd>
          <code title={file.sha256}>{formatHash(file.sha256)}</code> <small>sha-256</small>
        </dd>
      </dl>
      {draft.remembered && <p className="remembered">{draft.remembered.words}</p>}
      {!isReadOnly && (
        <>
          {isRead && <AboutForm key={draft.id} />}
          {!isBusy(progress) && (
            <details className="replace" open={progress.state === 'unreadable'}>
              <summary>Send another file in its place</summary>
              <HandIn to={{ kind: 'replace', draft: draft.id }} mostBytes={MOST_BYTES} />
            </details>
          )}
        </>
      )}
      <ActionBar
        note="Nothing is published yet."
        end={isReadOnly ? undefined : <ThrowAway isReading={isBusy(progress)} />}
      >
        {isRead && !isBusy(progress) ? (
          <Link className="button primary" to={{ kind: 'step', draft: draft.id, step: 'readback' }}>
            Check what we read
          </Link>
        ) : (
          <button type="button" className="button primary" aria-disabled>
            {isBusy(progress) ? 'Check what we read: still reading' : 'Send another file first'}
          </button>
        )}
      </ActionBar>
    </div>
  );
}
