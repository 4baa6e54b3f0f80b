import { formatBytes, formatCount, formatHash } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { AttributeView, FeatureDetail } from '#data/schema/api.ts';
import { dateText } from '#data/words/dates.ts';
import { markValue } from './highlight.ts';
import './origin.css';

type OriginProps = {
  readonly feature: FeatureDetail;
  /** Undefined when no attribute was read from a column. */
  readonly attribute: AttributeView | undefined;
};

const CHOSEN_BY = {
  descriptor: 'as the source’s description says',
  suggestion: 'matched by ODIN from its heading and values',
  default: 'not in the file: the same for the whole dataset',
} as const;

/** Where a value comes from: the published line, the column, what was done, the edition, how it was placed. */
export function Origin({ feature, attribute }: OriginProps) {
  const { dataset } = feature.provenance;
  const { edition } = dataset;
  const titled = attribute?.text === undefined ? 'this record' : `“${withUnit(attribute)}”`;
  return (
    <section className="origin" aria-labelledby="origin-title" aria-live="polite">
      <div className="section-head">
        <h3 id="origin-title">Where {titled} comes from</h3>
        <a href={`/data/${encodeURIComponent(dataset.id)}`}>
          <Icon name="file" size={16} />
          Dataset
        </a>
      </div>
      <PublishedLine feature={feature} attribute={attribute} />
      <dl className="origin-rows">
        {attribute?.source && (
          <Row term="Read as">
            {sayColumns(attribute.source.columns)}
            {sayRule(attribute.source.rule)}; {CHOSEN_BY[attribute.source.by]}
          </Row>
        )}
        <Row term="Edition">
          {edition.number}, {dateText(edition.publishedAt)}: <code>{edition.fileName}</code>,{' '}
          <code title={`sha-256 ${edition.sha256}`}>{formatHash(edition.sha256)}</code>,{' '}
          {formatBytes(edition.sizeBytes)}, {formatCount(edition.records)} records
        </Row>
        <Row term="Placed by">{sayPlacement(feature.placement)}</Row>
      </dl>
    </section>
  );
}

function withUnit({ text, unit }: AttributeView): string {
  return [text, unit].filter(Boolean).join(' ');
}

function Row({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The published text round the value; formats without lines show the record's own column and cell. */
function PublishedLine({ feature, attribute }: OriginProps) {
  const { line, lineText, layer } = feature.provenance;
  const raw = attribute?.source?.raw ?? '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable by keyboard
    <section className="published" tabIndex={0} aria-label={`${layer}, line ${line}`}>
      <span className="line-number">{formatCount(line)}</span>
      {lineText === undefined ? (
        <CellsOf feature={feature} attribute={attribute} />
      ) : (
        <span>
          {markValue(lineText, raw).map(({ text, marked }) =>
            marked ? <mark key="mark">{text}</mark> : <span key={text}>{text}</span>,
          )}
        </span>
      )}
    </section>
  );
}

function CellsOf({ feature, attribute }: OriginProps) {
  const columns = attribute?.source?.columns ?? [];
  const cells = feature.provenance.raw.filter(({ column }) => columns.includes(column));
  return (
    <span>
      {cells.map(({ column, value }) => (
        <span key={column} className="cell">
          {column}: <mark>{value}</mark>
        </span>
      ))}
    </span>
  );
}

function sayColumns(columns: readonly string[]): string {
  const names = columns.map((column) => `“${column}”`).join(' and ');
  return columns.length > 1 ? `columns ${names}` : `column ${names}`;
}

function sayRule(rule: string): string {
  return rule === 'as published' ? ', as published' : `, ${rule}`;
}

function sayPlacement({
  gridReference,
  crs,
  transform,
  from,
  swapped,
  approximate,
}: FeatureDetail['placement']) {
  const by = transform === 'none' ? 'used as published' : `to WGS 84 by ${transform}`;
  const axes = swapped ? '; its two coordinates stood in each other’s place and were swapped' : '';
  return (
    <>
      {gridReference && (
        <>
          <code>{gridReference}</code>,{' '}
        </>
      )}
      {from}
      {approximate && `, looked up in ${approximate.gazetteer}`}, {crs} {by}
      {axes}
    </>
  );
}
