import { useHistory } from '#client/api/history.ts';
import { differencesOf, KINDS } from '#client/state/change-words.ts';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { FeatureHistory, HistoryStep } from '#data/schema/feature-history.ts';
import { dateText } from '#data/words/dates.ts';
import './history.css';
import { sayFirst, sayUncompared } from './history-words.ts';

/** Editions told before the others are folded away. */
const FIRST = 3;

/** The feature through the editions of its dataset: what each did to it, and since when it is known. */
export function History({ id }: { readonly id: string }) {
  const { data, isError, refetch } = useHistory(id);
  return (
    <section className="history" aria-labelledby="history-title">
      <h3 id="history-title">Editions</h3>
      {data && <Steps history={data} />}
      {!data && !isError && <Skeleton label="Editions" rows={1} rowPx={24} />}
      {isError && (
        <p>
          The history does not load.{' '}
          <button type="button" className="text-button" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
    </section>
  );
}

function Steps({ history }: { readonly history: FeatureHistory }) {
  const told = history.steps.filter(({ kinds }) => !kinds.includes('added'));
  const uncompared = sayUncompared(history);
  return (
    <>
      <ul>
        {told.slice(0, FIRST).map((step) => (
          <Step key={step.edition} step={step} />
        ))}
      </ul>
      {told.length > FIRST && (
        <details>
          <summary>{told.length - FIRST} more</summary>
          <ul>
            {told.slice(FIRST).map((step) => (
              <Step key={step.edition} step={step} />
            ))}
          </ul>
        </details>
      )}
      <p>{sayFirst(history)}</p>
      {uncompared !== undefined && <p>{uncompared}</p>}
    </>
  );
}

function Step({ step }: { readonly step: HistoryStep }) {
  const lines = differencesOf(step);
  return (
    <li>
      <b>Edition {step.edition}</b> ({dateText(step.publishedAt)}):{' '}
      {lines.length > 0 ? lines.join('; ') : step.kinds.map((kind) => KINDS[kind].word).join(', ')}
    </li>
  );
}
