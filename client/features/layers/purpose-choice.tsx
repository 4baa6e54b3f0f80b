import { useId } from 'react';
import { useChoosePurpose, usePurpose } from '#client/api/purpose.ts';
import { useLayers } from '#client/api/queries.ts';
import { announce } from '#client/ui/announcer.tsx';
import { datasetApart } from '#data/schema/access-layer.ts';
import './purpose-choice.css';

/**
 * What is read for, chosen where it is read: for whoever's organisation has an agreement, and nobody else. Data that
 * is shared for a purpose is on the map for that purpose alone.
 */
export function PurposeChoice() {
  const id = useId();
  const noteId = useId();
  const known = usePurpose();
  const { data: layers = [] } = useLayers();
  const choose = useChoosePurpose((purpose) =>
    announce(purpose === undefined ? 'You read for no agreement.' : `You read for “${purpose}”.`),
  );
  if (!known || (known.choices.length === 0 && known.purpose === undefined)) return null;
  const { purpose = '', choices } = known;
  const isOver = purpose !== '' && !choices.includes(purpose);
  const apart = layers.filter((layer) => datasetApart(layer.id) !== undefined);
  return (
    <section className="purpose-choice" aria-label="What you read for">
      <label htmlFor={id}>You read for</label>
      <select
        id={id}
        value={choose.isPending ? (choose.variables ?? '') : purpose}
        aria-describedby={noteId}
        onChange={({ target: { value } }) => choose.mutate(value === '' ? undefined : value)}
      >
        <option value="">no agreement: what everybody sees</option>
        {choices.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
        {isOver && <option value={purpose}>{purpose}</option>}
      </select>
      {choose.error && (
        <p className="tone-bad" role="alert">
          {choose.error.message} You read for what you did before.
        </p>
      )}
      <p id={noteId} className="meta-line">
        {sayOf(purpose, isOver)} {apart.length > 0 && `Not for everybody here: ${nameAll(apart)}.`}{' '}
        <a href="/agreements">Agreements</a>
      </p>
    </section>
  );
}

function sayOf(purpose: string, isOver: boolean): string {
  if (isOver) return 'No agreement for this is in force.';
  return purpose === ''
    ? 'Data shared with your organisation shows once you say what you read it for.'
    : 'This is written down with whatever you read by it.';
}

const nameAll = (layers: readonly { readonly title: string }[]): string =>
  [...new Set(layers.map(({ title }) => title))].join(', ');
