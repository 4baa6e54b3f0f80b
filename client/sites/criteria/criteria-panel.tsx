import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { Callout } from '#client/ui/callout.tsx';
import { sayChanges } from '#data/siting/changes-from-profile.ts';
import { OWN } from '#data/siting/search-text.ts';
import { AddDialog } from '../add/add-dialog.tsx';
import { GroundLine } from '../areas/ground-line.tsx';
import { sayCostliest } from '../funnel/figures.ts';
import { Funnel } from '../funnel/funnel.tsx';
import { SaveDialog } from '../save/save-dialog.tsx';
import type { SitesDesk } from '../state/desk.ts';
import { backTo } from '../state/profile-of.ts';
import './criteria.css';
import { MustRow } from './must-row.tsx';
import { PreferRow } from './prefer-row.tsx';
import { ProfileChooser } from './profile-chooser.tsx';

type CriteriaPanelProps = {
  readonly desk: SitesDesk;
  /** Why the search of the address is not this one, in sentences. */
  readonly problem: string | undefined;
  /** Beside the heading, where the panel lies over others: its way out. */
  readonly close?: ReactNode;
};

/** What is asked of a site: the profile, how many are left, the musts and the preferences. */
export function CriteriaPanel({ desk, problem, close }: CriteriaPanelProps) {
  const [dialog, setDialog] = useState<'save' | 'add'>();
  const { finder, ranking, dispatch, profile } = desk;
  const { must, prefer } = finder.search;
  const costliest = ranking && sayCostliest(ranking.funnel, must);
  return (
    <section className="criteria" id="criteria" aria-label="Criteria" tabIndex={-1}>
      <header className="criteria-head">
        <div>
          <h1>
            <ProfileChooser desk={desk} className="profile-button" />
          </h1>
          <p className="meta-line">{sayWhose(desk)}</p>
        </div>
        <Button className="button" onPress={() => setDialog('save')}>
          Save search
        </Button>
        {close}
      </header>
      <Funnel desk={desk} />
      <div className="criteria-scroll">
        {problem !== undefined && (
          <Callout tone="warn" title="The search in the address cannot be read.">
            {problem} This is the first profile as it is.
          </Callout>
        )}
        <GroundLine desk={desk} />
        <div className="criteria-kind">
          <h2>Must</h2>
          <span className="meta-line">sites left</span>
        </div>
        <ul>
          {must.map((each) => (
            <MustRow
              key={each.id}
              must={each}
              step={ranking?.funnel.find((step) => step.must === each.id)}
              desk={desk}
            />
          ))}
        </ul>
        {costliest !== undefined && <p className="criteria-note">{costliest}</p>}
        <div className="criteria-kind">
          <h2>Prefer</h2>
          <span className="meta-line">weight, sums to 100</span>
        </div>
        <ul>
          {prefer.map((each) => (
            <PreferRow key={each.id} prefer={each} desk={desk} />
          ))}
        </ul>
      </div>
      <footer className="criteria-foot">
        <Button className="button" onPress={() => setDialog('add')}>
          Add a criterion
        </Button>
        {profile !== undefined && (
          <Button
            className="text-button"
            onPress={() => dispatch({ kind: 'search', search: backTo(profile) })}
          >
            Back to profile settings
          </Button>
        )}
      </footer>
      {dialog === 'save' && <SaveDialog desk={desk} onClose={() => setDialog(undefined)} />}
      {dialog === 'add' && <AddDialog desk={desk} onClose={() => setDialog(undefined)} />}
    </section>
  );
}

/** `5 of its 11 settings changed, 1 added`; of a profile as it is, for whom it is. */
function sayWhose({ finder, profile, changes }: SitesDesk): string {
  if (profile === undefined) return 'Made by whoever shared it';
  if (finder.search.profile === OWN) return profile.summary;
  return changes.changes.length === 0 ? profile.summary : sayChanges(changes);
}
