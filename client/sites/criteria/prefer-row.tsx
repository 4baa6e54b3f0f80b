import { Button } from 'react-aria-components';
import { IconButton } from '#client/ui/icon-button.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { Prefer } from '#data/siting/criterion.ts';
import { columnFor } from '#data/siting/prepared.ts';
import { sayWorth } from '#data/siting/words.ts';
import type { SitesDesk } from '../state/desk.ts';
import { NotTested } from './not-tested.tsx';
import { Whose } from './origin-line.tsx';
import { methodOf, titleParts, worthParts } from './parts.ts';
import { Sentence } from './sentence.tsx';
import { WeightControl } from './weight-control.tsx';

type PreferRowProps = {
  readonly prefer: Prefer;
  readonly desk: SitesDesk;
};

/** One thing that is better the more of it there is: what it is worth, and how much it weighs. */
export function PreferRow({ prefer, desk }: PreferRowProps) {
  const { answer, ranking, profile, dispatch } = desk;
  const { id, title, note, locked = false } = prefer;
  const column = answer && columnFor(answer, prefer);
  const isTested = !ranking?.notTested.includes(id);
  return (
    <li className={isTested ? 'criterion prefer' : 'criterion prefer untested'}>
      <div className="criterion-words">
        <p className="criterion-sentence">
          {!isTested && <i className="hatched-box" aria-hidden="true" />}
          <Sentence parts={titleParts(prefer)} choices={[]} dispatch={dispatch} />{' '}
          {column?.synthetic && <SyntheticBadge />}
        </p>
        <Rule prefer={prefer} desk={desk} />
        <PreferOrigin prefer={prefer} desk={desk} />
        {!isTested && <NotTested column={column} effect="its weight is shared by the others" />}
        {note !== undefined && <span className="criterion-note">{note}</span>}
      </div>
      <WeightControl
        prefer={prefer}
        usual={profile?.prefer.find((each) => each.id === id)?.weight}
        dispatch={dispatch}
      />
      <IconButton
        icon={locked ? 'padlock' : 'padlock-open'}
        label={locked ? `Unlock the weight of ${title}` : `Lock the weight of ${title}`}
        size={16}
        isOn={locked}
        tip="left"
        className="lock"
        onPress={() => dispatch({ kind: 'lock', id, on: !locked })}
      />
    </li>
  );
}

function Rule({ prefer, desk }: PreferRowProps) {
  const parts = worthParts(prefer);
  const method = methodOf(prefer.what);
  return (
    <span className="origin-line rule">
      {parts === undefined ? (
        sayWorth(prefer.what, prefer.worth)
      ) : (
        <Sentence parts={parts} choices={[]} dispatch={desk.dispatch} />
      )}
      {parts !== undefined && method !== undefined && ` · ${method}`}
    </span>
  );
}

/** Said where it is not the profile's own default: most are, and the panel is narrow. */
function PreferOrigin({ prefer, desk }: PreferRowProps) {
  const change = desk.changes.changes.find(({ id }) => id === prefer.id);
  if (change === undefined && prefer.origin?.kind !== 'sourced') return null;
  return (
    <span className="origin-line">
      <Whose criterion={prefer} change={change} />
      {change?.kind === 'added' && (
        <>
          {' · '}
          <Button
            className="text-button"
            onPress={() => desk.dispatch({ kind: 'drop', id: prefer.id })}
          >
            Remove<span className="hidden"> {prefer.title}</span>
          </Button>
        </>
      )}
    </span>
  );
}
