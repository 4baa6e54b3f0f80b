import { Icon, type IconName } from '#client/ui/icon.tsx';
import type { Receipt } from '#data/schema/desk-compare.ts';
import { draftPath } from '../api/drafts.ts';
import { Link } from '../frame/link.tsx';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import { clockTime } from '../state/say.ts';
import { copyText } from './copy-text.ts';

type ProofProps = { readonly receipt: Receipt };

/** The receipt itself: what was published, what happened since, what is left, how to cite it. */
export function Proof({ receipt }: ProofProps) {
  return (
    <div className="proof">
      <section>
        <h3>Receipt</h3>
        <dl className="publish-what">
          <div>
            <dt>Receipt number</dt>
            <dd>
              <code>{receipt.number}</code>
            </dd>
          </div>
          {receipt.rows.map(({ title, text, note }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                {title === 'Fingerprint' ? <code>{text}</code> : text}
                {note !== undefined && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <Happened receipt={receipt} />
        <Left receipt={receipt} />
      </section>
      <Citation receipt={receipt} />
    </div>
  );
}

const STATES = {
  done: { icon: 'check', tone: 'good', words: 'done' },
  running: { icon: 'clock', tone: 'info', words: 'under way' },
  waiting: { icon: 'clock', tone: 'info', words: 'waiting' },
  failed: { icon: 'warning', tone: 'bad', words: 'failed' },
} as const satisfies Record<
  Receipt['happened'][number]['state'],
  { icon: IconName; tone: string; words: string }
>;

function Happened({ receipt }: ProofProps) {
  return (
    <>
      <h3>What has happened</h3>
      <ul className="happened" aria-live="polite">
        {receipt.happened.map(({ words, at, state }) => (
          <li key={words}>
            <span className={`tone-glyph tone-${STATES[state].tone}`}>
              <Icon name={STATES[state].icon} size={16} />
            </span>
            <span>
              {words}
              <span className="hidden">, {STATES[state].words}</span>
            </span>
            <small>{at === undefined ? STATES[state].words : clockTime(at)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Left({ receipt }: ProofProps) {
  if (receipt.left.length === 0) return null;
  return (
    <>
      <h3>What is left</h3>
      <ul className="happened">
        {receipt.left.map(({ tone, words, label, href }) => (
          <li key={words}>
            <ToneGlyph tone={tone} />
            <span>{words}</span>
            <Link to={href} label={`${label}: ${words}`}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Citation({ receipt }: ProofProps) {
  return (
    <section className="citation">
      <h3>Cite this edition</h3>
      <p>{receipt.citation}</p>
      <p className="citation-acts">
        <button
          type="button"
          className="text-button"
          onClick={() => void copyText(receipt.citation, 'Citation copied.')}
        >
          Copy citation
        </button>
        <button type="button" className="text-button" onClick={() => print()}>
          Print or save as PDF
        </button>
        <a href={draftPath(receipt.draft, 'receipt')} download={`${receipt.number}.json`}>
          Download receipt (JSON)
        </a>
        {receipt.statutory !== undefined && (
          <a href={receipt.statutory} download>
            Download the statutory CSV
          </a>
        )}
      </p>
    </section>
  );
}
