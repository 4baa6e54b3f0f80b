import type { Attribute } from '#data/schema/attribute.ts';
import type {
  Comparison,
  EditionEvent,
  FeatureChange,
  FieldChange,
  Move,
} from '#data/schema/change.ts';
import { count, day, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { scrollRegion } from './scroll-region.ts';
import { headRow } from './signs.ts';

export type ChangesView = {
  /** Absent when the live edition replaced none. */
  readonly comparison: Comparison | undefined;
  /** The first of them. */
  readonly changes: readonly FeatureChange[];
  /** Attributes of its feature type, for their titles and units. */
  readonly attributes: readonly Attribute[];
  /** Where all of them are given as data. */
  readonly address: string;
};

/** What is different in the live edition: in a sentence, and record by record. */
export function changesSection(view: ChangesView): Html {
  const { comparison, changes, address } = view;
  if (!comparison)
    return html`<p>This is the first edition: there is nothing to compare it with.</p>`;
  const { added, removed, changed, moved, unchanged, recognised, against, furthestM } = comparison;
  const total = added + removed + changed + moved;
  const way = furthestM !== undefined && moved > 0 ? ` (the furthest by ${metres(furthestM)})` : '';
  const sentence = `Compared with edition ${against}: ${count(added)} added, ${count(removed)} removed, ${count(changed)} changed, ${count(moved)} moved${way}, ${count(unchanged)} as they were.`;
  return html`<p>${sentence} ${
    recognised > 0 &&
    `${plural(recognised, 'record')} without the former reference could be recognised by name and place.`
  }</p>
${total > 0 && table(view, against)}
${changes.length < total && html`<p>The first ${count(changes.length)} are shown; <a href="${address}">all of them as JSON</a>.</p>`}`;
}

function table({ changes, attributes }: ChangesView, against: number): Html {
  const named = new Map(attributes.map((each) => [each.name, each]));
  const rows = changes.map(
    (
      change,
    ) => html`<tr><td class="nowrap">${change.kinds.map((kind) => KINDS[kind]).join(', ')}</td>
<th scope="row">${titleOf(change)}</th><td class="figure">${isGone(change) ? '' : count(change.line)}</td><td>${
      isGone(change)
        ? `Line ${count(change.line)} of edition ${against} is gone`
        : what(change, named)
    }</td></tr>`,
  );
  return html`<div class="scroll" role="region" aria-labelledby="changes" tabindex="0"><table class="wide">
${headRow('What', 'Record', '#Line', 'Was → is')}
<tbody>${rows}</tbody></table></div>`;
}

const isGone = ({ kinds }: FeatureChange): boolean => kinds.includes('removed');

const KINDS = { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' } as const;

const titleOf = ({ reference, name }: FeatureChange): string =>
  [name, reference].filter(Boolean).join(' · ') || 'Without a name';

function what(
  { fields, move }: FeatureChange,
  named: ReadonlyMap<string, Attribute>,
): readonly Html[] {
  const parts = fields.map((field) => fieldText(field, named.get(field.name)));
  const texts = move ? [...parts, moveText(move)] : parts;
  return texts.map((text) => html`<div>${text}</div>`);
}

function fieldText({ name, from, to }: FieldChange, attribute: Attribute | undefined): string {
  const title = attribute?.title ?? name;
  return `${title}: ${valueText(from, attribute)} → ${valueText(to, attribute)}`;
}

function valueText(value: FieldChange['from'], attribute: Attribute | undefined): string {
  if (value === undefined) return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    const figure = value.toLocaleString('en-GB', { maximumFractionDigits: 6 });
    return attribute?.unit ? `${figure} ${attribute.unit}` : figure;
  }
  const titles = new Map(attribute?.codes?.map((code) => [code.value, code.title]));
  return [value]
    .flat()
    .map((each) => titles.get(each) ?? each)
    .join(', ');
}

function moveText({ distanceM, areaM2, lengthM, shape }: Move): string {
  const parts = [
    distanceM === undefined ? '' : `Position: moved ${metres(distanceM)}`,
    areaM2 && areaM2.from !== areaM2.to
      ? `area ${count(Math.round(areaM2.from))} → ${count(Math.round(areaM2.to))} m²`
      : '',
    lengthM && lengthM.from !== lengthM.to
      ? `length ${metres(lengthM.from)} → ${metres(lengthM.to)}`
      : '',
    shape ? `shape ${shape.from ?? 'none'} → ${shape.to ?? 'none'}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

const metres = (value: number): string =>
  value < 10 ? `${value.toFixed(1)} m` : `${count(Math.round(value))} m`;

const EVENTS: Readonly<Record<EditionEvent['kind'], string>> = {
  published: 'Published',
  held: 'Held',
  accepted: 'Accepted',
  restored: 'Restored',
  withdrawn: 'Withdrawn',
};

/** What happened to the editions of a dataset, newest first: what, when, on whose word, why. */
export function eventTable(events: readonly EditionEvent[]): Html {
  const rows = events.map(
    ({ kind, edition, by, at, why }) => html`<tr><td class="nowrap">${day(at)}</td>
<td>${EVENTS[kind]}</td><td class="figure">${edition}</td><td>${by}</td><td>${why}</td></tr>`,
  );
  return scrollRegion(
    'History of the editions',
    html`<table class="wide">
${headRow('When', 'What', '#Edition', 'By', 'Why')}
<tbody>${rows}</tbody></table>`,
  );
}
