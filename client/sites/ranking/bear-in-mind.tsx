import type { SitesAnswer } from '#data/schema/sites.ts';
import { sayDay } from '#data/siting/words.ts';

/** What is not in the list and why, as of which day it is, and under which terms: below the last row. */
export function BearInMind({ answer }: { readonly answer: SitesAnswer }) {
  const { notes, asOf, terms, credits } = answer;
  return (
    <aside className="ranking-mind" aria-label="To bear in mind">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p>
        As published on {sayDay(asOf)}. {terms.label}. {credits.short}
      </p>
    </aside>
  );
}
