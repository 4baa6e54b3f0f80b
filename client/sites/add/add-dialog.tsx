import { type FormEvent, useId, useReducer, useState } from 'react';
import { Button } from 'react-aria-components';
import { Callout } from '#client/ui/callout.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import { sayMust, sayPrefer } from '#data/siting/words.ts';
import type { SitesDesk } from '../state/desk.ts';
import './add.css';
import { AskedOf } from './asked-of.tsx';
import { criterionOf, type Draft, EMPTY, needsAttribute, needsReach, SITE } from './draft.ts';
import { MeasureFields } from './measure-fields.tsx';
import { useChoices } from './use-choices.ts';

type AddDialogProps = { readonly desk: SitesDesk; readonly onClose: () => void };

const SIDES = [
  { value: 'must', label: 'Must' },
  { value: 'prefer', label: 'Prefer' },
] as const;

/** A criterion of one's own, in the grammar of all: what, its measure, what it must be or is worth. */
export function AddDialog({ desk, onClose }: AddDialogProps) {
  const { search } = desk.finder;
  const [draft, change] = useReducer(fill, EMPTY);
  const [fault, setFault] = useState<string>();
  const choices = useChoices(draft.subject, search.ground);
  const id = useId();
  const taken = [...search.must, ...search.prefer].map((criterion) => criterion.id);
  const made = criterionOf(draft, { names: choices.names, taken });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('fault' in made) return setFault(made.fault);
    if ('test' in made) desk.dispatch({ kind: 'add-must', must: made });
    else desk.dispatch({ kind: 'add-prefer', prefer: made });
    onClose();
  };
  return (
    <DialogBox title="Add a criterion" onClose={onClose}>
      <form className="add-form" onSubmit={submit}>
        <label>
          What
          <select
            value={draft.subject}
            onChange={({ target }) => change({ subject: target.value })}
          >
            <option value={SITE}>The site itself</option>
            <optgroup label="Published here">
              {choices.kinds.map(({ id: type, title }) => (
                <option key={type} value={type}>
                  {title}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <MeasureFields
          draft={draft}
          attributes={choices.attributes}
          hasReach={needsReach(draft)}
          hasAttribute={needsAttribute(draft)}
          onChange={change}
        />
        <Segmented
          label="Must or prefer"
          value={draft.side}
          choices={SIDES}
          onChange={(side) => change({ side })}
        />
        <AskedOf draft={draft} attributes={choices.attributes} onChange={change} />
        <p className="add-preview" id={id} aria-live="polite">
          {'fault' in made ? (
            <em>{made.fault}</em>
          ) : 'test' in made ? (
            sayMust(made, choices.names)
          ) : (
            sayPrefer(made, choices.names)
          )}
        </p>
        {fault !== undefined && 'fault' in made && (
          <div role="alert">
            <Callout tone="bad" title="Not yet a criterion.">
              {fault}
            </Callout>
          </div>
        )}
        <div className="dialog-foot">
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" className="button primary" aria-describedby={id}>
            Add it
          </Button>
        </div>
      </form>
    </DialogBox>
  );
}

/** Another subject begins with no attribute of the one before. */
function fill(draft: Draft, change: Partial<Draft>): Draft {
  const isOther = change.subject !== undefined && change.subject !== draft.subject;
  const cleared = isOther
    ? { attribute: change.subject === SITE ? 'area-ha' : '', values: [], only: '', onlyValue: '' }
    : {};
  return { ...draft, ...cleared, ...change };
}
