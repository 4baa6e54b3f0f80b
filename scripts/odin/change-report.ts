import type { Comparison, FeatureChange, FieldChange, Move } from '#data/schema/change.ts';
import { count } from '#server/pages/format.ts';

/** `Against edition 3: 2 added, 1 removed, 5 changed, 1 moved (up to 120 m), 4,010 unchanged`. */
export function comparisonLine(comparison: Comparison): string {
  const { against, added, removed, changed, moved, unchanged, recognised, furthestM } = comparison;
  const way = furthestM === undefined ? '' : ` (up to ${metres(furthestM)})`;
  const parts = [
    `${count(added)} added`,
    `${count(removed)} removed`,
    `${count(changed)} changed`,
    `${count(moved)} moved${way}`,
    `${count(unchanged)} unchanged`,
    recognised > 0 ? `${count(recognised)} recognised by name and place` : '',
  ];
  return `Against edition ${against}: ${parts.filter(Boolean).join(', ')}`;
}

/** `~ A1 Mill (line 4): capacity 20 → 25; moved 12 m`. */
export function changeLine({ kinds, reference, name, line, fields, move }: FeatureChange): string {
  const [kind] = kinds;
  const sign = kind === 'added' ? '+' : kind === 'removed' ? '-' : '~';
  const title = [reference, name].filter(Boolean).join(' ') || 'without a name';
  const said = [...fields.map(fieldText), ...(move ? [moveText(move)] : [])].join('; ');
  return `${sign} ${title} (line ${line})${said ? `: ${said}` : ''}`;
}

const fieldText = ({ name, from, to }: FieldChange): string =>
  `${name} ${valueText(from)} → ${valueText(to)}`;

const valueText = (value: FieldChange['from']): string =>
  value === undefined ? 'empty' : [value].flat().join(', ');

function moveText({ distanceM, areaM2, lengthM, shape }: Move): string {
  const parts = [
    distanceM === undefined ? '' : `moved ${metres(distanceM)}`,
    areaM2 ? `area ${count(Math.round(areaM2.from))} → ${count(Math.round(areaM2.to))} m²` : '',
    lengthM ? `length ${metres(lengthM.from)} → ${metres(lengthM.to)}` : '',
    shape ? `${shape.from ?? 'no position'} → ${shape.to ?? 'no position'}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

const metres = (value: number): string =>
  value < 10 ? `${value.toFixed(1)} m` : `${count(Math.round(value))} m`;
