import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { DeskStepId } from '#data/schema/desk.ts';
import { useDraft } from '../state/draft-context.ts';
import { Link } from './link.tsx';
import { SaveState } from './save-state.tsx';
import { StepsMenu } from './steps.tsx';
import './header.css';

type HeaderProps = {
  /** Absent on the receipt. */
  readonly step?: DeskStepId;
};

/** What is being published, for whom, and whether the work is saved. */
export function Header({ step }: HeaderProps) {
  const { draft } = useDraft();
  const home = { kind: 'home', publisher: draft.publisher.id } as const;
  const isLive = draft.progress.state === 'published';
  return (
    <section className="desk-header" aria-label="Draft">
      <Link to={home} className="header-back" label={`Back to ${draft.publisher.name}`}>
        <Icon name="chevron-left" size={24} />
      </Link>
      <div className="header-title">
        <p className="crumbs">
          <Link to={{ kind: 'home' }}>Publish</Link>
          <span aria-hidden="true"> › </span>
          <Link to={home}>{draft.publisher.name}</Link>
        </p>
        <h1>{draft.title}</h1>
        <p className="header-chips">
          <span className={isLive ? 'desk-chip good' : 'desk-chip'}>
            <Icon name={isLive ? 'check-circle' : 'pencil'} size={14} />
            {isLive ? 'Live' : 'Draft'} · edition {draft.edition}
          </span>
          {draft.synthetic && <SyntheticBadge />}
        </p>
        {step && (
          <div className="header-step">
            <StepsMenu step={step} />
          </div>
        )}
      </div>
      <div className="header-work">
        <SaveState />
        <UndoLink />
        <Button className="text-button header-share" onPress={() => void copyAddress()}>
          Share this check
        </Button>
      </div>
    </section>
  );
}

/** Names what it would take back: to those who hover, and to those who hear. */
function UndoLink() {
  const { draft, undo } = useDraft();
  const words = draft.undo === undefined ? 'Undo' : `Undo: ${draft.undo.words}`;
  return (
    <button
      type="button"
      className="text-button"
      aria-label={words}
      title={words}
      aria-disabled={undo === undefined}
      aria-keyshortcuts="Control+Z"
      onClick={undo}
    >
      Undo
    </button>
  );
}

/** The address names the step, the issue and the line: a colleague sees the same. */
async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    announce('Address copied. A colleague of your organisation sees the same with it.');
  } catch {
    announce('The address could not be copied. It is in the address bar.');
  }
}
