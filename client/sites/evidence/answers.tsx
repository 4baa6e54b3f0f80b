import { useMemo } from 'react';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { sayTenths, unsettledOf, weakestOf } from '#data/siting/announce.ts';
import { columnFor } from '#data/siting/prepared.ts';
import type { Robustness, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { sayValue } from '#data/siting/words.ts';
import './answers.css';

type AnswersProps = {
  readonly answer: SitesAnswer;
  readonly search: SiteSearch;
  readonly standing: Standing;
  readonly robustness: Robustness | undefined;
};

/** The three questions a score raises: how firm, where weak, what would settle it. */
export function Answers(props: AnswersProps) {
  return (
    <div className="answers">
      <HowFirm {...props} />
      <Weakest {...props} />
      <WhatSettles {...props} />
    </div>
  );
}

const TEN = 10;
const DOTS = Array.from({ length: TEN }, (_, dot) => dot);

function HowFirm({ standing: { rank }, robustness }: AnswersProps) {
  const place = (rank ?? 0) - 1;
  const ten = robustness?.topTen[place];
  const five = robustness?.topFive[place];
  return (
    <section>
      <h3>How firm is the rank?</h3>
      {ten === undefined || five === undefined ? (
        <p>
          {rank === undefined
            ? 'It has none: it fails a must.'
            : 'Other weightings are being drawn…'}
        </p>
      ) : (
        <>
          <span className="dots" aria-hidden="true">
            {DOTS.map((dot) => (
              <i key={dot} className={dot < Math.round(ten * TEN) ? 'full' : undefined} />
            ))}
          </span>
          <p>
            <b>{capital(sayTenths(ten))} weightings keep it in the top ten</b>; {sayTenths(five)}{' '}
            put it in the top five.
          </p>
        </>
      )}
    </section>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Weakest({ answer, search, standing }: AnswersProps) {
  const at = weakestOf(standing);
  const prefer = at === undefined ? undefined : search.prefer[at];
  const points = at === undefined ? undefined : standing.points[at];
  const column = prefer && columnFor(answer, prefer);
  if (prefer === undefined || points === undefined || column === undefined) {
    return (
      <section>
        <h3>Weakest criterion</h3>
        <p>None is tested.</p>
      </section>
    );
  }
  const thing = answer.things[column.thing[standing.index] ?? -1];
  const middle = (points.low + points.high) / 2;
  return (
    <section>
      <h3>Weakest criterion</h3>
      <p>
        <b>
          {prefer.title}: {points.high - points.low > 0.05 ? 'about ' : ''}
          {Number(middle.toFixed(1))} of {Number(points.of.toFixed(1))}.
        </b>{' '}
        {capital(sayValue(column, standing.index))}
        {thing && `, ${thing.title}`}
        {prefer.what.kind === 'distance' && ', straight line'}.
      </p>
    </section>
  );
}

function WhatSettles({ answer, search, standing }: AnswersProps) {
  const open = useMemo(() => unsettledOf(answer, search, standing), [answer, search, standing]);
  return (
    <section>
      <h3>What would settle the range?</h3>
      {open.length === 0 ? (
        <p>Nothing is open: every tested criterion is known here, and the score is one figure.</p>
      ) : (
        <ul>
          {open.slice(0, 2).map(({ criterion, text }) => (
            <li key={criterion}>{text}</li>
          ))}
          {open.length > 2 && <li>{open.length - 2} more are tinted below.</li>}
        </ul>
      )}
    </section>
  );
}
