import { useId } from 'react';
import { type ChipKind, LicenceChip } from '#client/ui/licence-chip.tsx';
import type { LicenceFit, LicenceStep } from '#data/schema/desk-licence.ts';
import { ToneGlyph } from '../frame/tone-glyph.tsx';

type FitsProps = {
  readonly step: LicenceStep;
  readonly chosen: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChoose: (licence: string) => void;
};

/** The licences that fit the answers, and why others do not. */
export function Fits({ step, chosen, isReadOnly, onChoose }: FitsProps) {
  const { fits, refused, stop } = step;
  const name = useId();
  return (
    <section className="fits" aria-labelledby="licence-fits">
      <h3 id="licence-fits" tabIndex={-1}>
        Licences that fit your answers
      </h3>
      {stop !== undefined && (
        <p className="fits-stop">
          <ToneGlyph tone="bad" isSaid /> {stop}
        </p>
      )}
      {fits.length === 0 && stop === undefined && (
        <p className="fits-none">They are shown once every question is answered.</p>
      )}
      {fits.length > 0 && (
        <fieldset disabled={isReadOnly}>
          <legend className="hidden">Licence</legend>
          {fits.map((fit) => (
            <Fit key={fit.id} {...{ fit, name, onChoose }} isChosen={fit.id === chosen} />
          ))}
        </fieldset>
      )}
      {refused.length > 0 && (
        <ul className="refused" aria-label="Licences that do not fit">
          {refused.map(({ id, title, reason }) => (
            <li key={id}>
              <span aria-hidden="true">–</span>
              <span>
                {title} is not offered. <small>{reason}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type FitProps = {
  readonly fit: LicenceFit;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: (licence: string) => void;
};

function Fit({ fit, name, isChosen, onChoose }: FitProps) {
  return (
    <div className="fit">
      <label className="choice">
        <input type="radio" name={name} checked={isChosen} onChange={() => onChoose(fit.id)} />
        <span className="choice-title">
          {fit.title} <LicenceChip kind={fit.chip as ChipKind} title={fit.title} />
          {fit.suggested && <span className="desk-chip info">Suggested</span>}
        </span>
        <small>{fit.note}</small>
      </label>
      {fit.url !== undefined && (
        <a href={fit.url} target="_blank" rel="noreferrer">
          Read it in full<span className="hidden">: {fit.title}</span>
        </a>
      )}
    </div>
  );
}

/** What the licence chosen lets people do, asks of them, and does not. */
export function Terms({ step: { may, must, mayNot } }: Pick<FitsProps, 'step'>) {
  if (may.length === 0) return null;
  return (
    <div className="terms">
      <TermList title="People may" tone="good" terms={may} />
      <TermList title="People must" tone="info" terms={must} />
      <TermList title="People may not" tone="bad" terms={mayNot} />
    </div>
  );
}

type TermListProps = {
  readonly title: string;
  readonly tone: 'good' | 'info' | 'bad';
  readonly terms: readonly string[];
};

function TermList({ title, tone, terms }: TermListProps) {
  return (
    <section className={`term-list edge-${tone}`}>
      <h3>
        <ToneGlyph tone={tone} /> {title}
      </h3>
      <ul>
        {terms.map((term) => (
          <li key={term}>{term}</li>
        ))}
      </ul>
    </section>
  );
}
