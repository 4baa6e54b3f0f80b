import { countOf } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { AttributeView } from '#data/schema/api.ts';
import { arrange } from './arrange.ts';
import { lifecycleGlyph } from './lifecycle.ts';

type AttributesProps = {
  readonly attributes: readonly AttributeView[];
  /** Name of the attribute whose origin is shown. */
  readonly explained: string | undefined;
  readonly onExplain: (attribute: string) => void;
};

/** Every attribute of the type, also those the publisher left out; pressing a value shows where it comes from. */
export function Attributes({ attributes, explained, onExplain }: AttributesProps) {
  const { rows, unstated } = arrange(attributes);
  return (
    <>
      <dl className="attributes">
        {rows.map((attribute) => (
          <div key={attribute.name} className={attribute.name === explained ? 'explained' : ''}>
            <dt>{attribute.title}</dt>
            <dd>
              <Value
                attribute={attribute}
                isExplained={attribute.name === explained}
                onExplain={() => onExplain(attribute.name)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {unstated.length > 0 && (
        <details className="unstated">
          <summary>
            <em>Not stated by the publisher:</em> {countOf(unstated.length, 'more attribute')}
          </summary>
          <p>{unstated.map(({ title }) => title).join(', ')}</p>
        </details>
      )}
    </>
  );
}

type ValueProps = {
  readonly attribute: AttributeView;
  readonly isExplained: boolean;
  readonly onExplain: () => void;
};

function Value({ attribute, isExplained, onExplain }: ValueProps) {
  const { text, unit, href, source, name, value } = attribute;
  if (text === undefined) return <em>Not stated by the publisher</em>;
  const words = (
    <>
      {name === 'lifecycle-status' && <Icon name={lifecycleGlyph(value)} size={17} />}
      <span>
        {text}
        {unit && <small> {unit}</small>}
      </span>
    </>
  );
  if (href !== undefined) {
    return (
      <a href={href} rel="noreferrer">
        {words}
      </a>
    );
  }
  if (source === undefined) return words;
  return (
    <button
      type="button"
      aria-pressed={isExplained}
      title="Where it comes from"
      onClick={onExplain}
    >
      {words}
      <Icon name="chevron-down" size={16} />
    </button>
  );
}
