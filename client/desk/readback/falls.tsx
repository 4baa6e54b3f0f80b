import { formatCount } from '#client/ui/format.ts';
import type { Readback } from '#data/schema/desk-readback.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { Link } from '../frame/link.tsx';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import { useDraft } from '../state/draft-context.ts';

type FallsProps = {
  readonly readback: Readback;
  /** Show a box on the map. */
  readonly onShow: (box: Bounds) => void;
};

/** Where things fall, by place, and totals to check against one's own. */
export function Falls({ readback, onShow }: FallsProps) {
  const { draft } = useDraft();
  const { falls, totals } = readback;
  return (
    <>
      {falls.places.length > 0 && (
        <section className="falls">
          <h3>{falls.title}</h3>
          <ul>
            {falls.places.map(({ tone, text, count, box, issue }) => (
              <li key={text}>
                <span className={`falls-place tone-${tone}`}>
                  <ToneGlyph tone={tone} />
                  {issue === undefined ? (
                    text
                  ) : (
                    <Link to={{ kind: 'step', draft: draft.id, step: 'issues', issue }}>
                      {text}
                    </Link>
                  )}
                </span>
                <b>{formatCount(count)}</b>
                {box && (
                  <button
                    type="button"
                    className="text-button"
                    onClick={() => onShow([...box] as const)}
                  >
                    Show<span className="hidden"> {text} on the map</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {totals.length > 0 && (
        <section className="falls">
          <h3>Totals to check against your own</h3>
          <dl>
            {totals.map(({ title, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
