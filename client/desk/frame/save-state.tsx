import { Button } from 'react-aria-components';
import { Icon } from '#client/ui/icon.tsx';
import { useDraft } from '../state/draft-context.ts';
import { clockTime } from '../state/say.ts';

/** Whether the work is saved: the header's right end. What is announced is said elsewhere. */
export function SaveState() {
  const { draft, saving, retry } = useDraft();
  if (saving.kind === 'unsent') {
    return (
      <p className="save-state bad">
        <Icon name="warning" size={18} />
        <span>
          Not saved
          <span className="wide">
            {saving.isKept ? ': your work is kept on this device' : ': keep this page open'}
          </span>
          .
        </span>
        <Button className="text-button" onPress={retry}>
          Try again
        </Button>
      </p>
    );
  }
  if (saving.kind === 'refused') {
    return (
      <p className="save-state bad">
        <Icon name="warning" size={18} />
        <span>
          Not saved<span className="wide">: {saving.words}</span>
        </span>
      </p>
    );
  }
  if (saving.kind === 'saving') return <p className="save-state">Saving</p>;
  return (
    <p className="save-state good">
      <Icon name="check" size={18} />
      {draft.progress.state === 'published' ? 'Published' : 'Saved'}
      <span className="wide"> {clockTime(draft.saved.at)}</span>
    </p>
  );
}
