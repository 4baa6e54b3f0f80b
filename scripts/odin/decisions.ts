import { attributesOf, findFeatureType } from '#data/features/index.ts';
import { ISSUE_REGISTER } from '#data/issues/register.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import { Decision } from '#data/schema/decision.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Source } from '#data/schema/source.ts';
import { textOption } from './arguments.ts';
import { type Arguments, type Option, WrongCall } from './command.ts';
import { nearest } from './nearest.ts';

/** What may be decided. Each option is one decision; `--column` says which column it is about. */
export const DECISION_OPTIONS: readonly Option[] = [
  { name: '--type', value: 'TYPE', help: 'what the records are: land/brownfield-site' },
  { name: '--take-layer', value: 'NAME', help: 'the layer or sheet that is the data' },
  { name: '--crs', value: 'EPSG:N', help: 'coordinate system of the published figures' },
  { name: '--axis', value: 'xy|yx', help: 'which of the two comes first' },
  { name: '--x', value: 'COLUMN', help: 'column of eastings or longitudes; --y with it' },
  { name: '--y', value: 'COLUMN', help: 'column of northings or latitudes' },
  {
    name: '--key',
    value: 'COLUMNS',
    help: 'columns that name a record, by commas; or content, spatial',
  },
  { name: '--map', value: 'ATTRIBUTE=COLUMN', help: 'the column an attribute is read from' },
  { name: '--unit', value: 'ATTRIBUTE=UNIT', help: 'unit of the published figures' },
  { name: '--date', value: 'ATTRIBUTE=dmy', help: 'order of day, month and year: dmy, mdy, ymd' },
  { name: '--code', value: 'ATTRIBUTE:VALUE=CODE', help: 'what a published value means' },
  { name: '--licence', value: 'ID', help: 'licence of the catalogue; --basis with it' },
  { name: '--basis', value: 'HOW', help: 'stated, confirmed-by-email, presumed or agreement' },
  { name: '--accept', value: 'CODE', help: 'an issue that holds the file is right as it is' },
  { name: '--layer', value: 'NAME', help: 'with --accept: only in this layer' },
  { name: '--sha256', value: 'HASH', help: 'with --accept: only for this file' },
  {
    name: '--patch',
    value: 'COLUMN',
    help: 'one cell to put right; --record, --was and --becomes with it',
  },
  { name: '--record', value: 'COLUMN=VALUE', help: 'with --patch: the record' },
  { name: '--was', value: 'VALUE', help: 'with --patch: the cell as published' },
  { name: '--becomes', value: 'VALUE', help: 'with --patch: what it is read as' },
  { name: '--hold', value: 'WHEN', help: 'hold new files on-error, on-warning, always or never' },
  { name: '--max-drop', value: 'SHARE', help: 'records lost that hold a file: 0.3' },
  { name: '--column', value: 'NAME', help: 'column of --unit, --date, --code or --accept' },
];

/**
 * The decisions of a call, checked against what there is.
 *
 * @throws WrongCall naming what does not exist or is not complete
 */
export function readDecisions(
  given: Arguments,
  source: Source,
  licences: ReadonlyMap<string, Licence>,
): Decision[] {
  const option = (name: string) => textOption(given, name);
  const type = option('--type') ?? source.type;
  check(option('--type'), 'feature type', (id) => findFeatureType(id) !== undefined);
  check(option('--licence'), 'licence', (id) => licences.has(id));
  check(option('--accept'), 'issue code', (code) => Object.hasOwn(ISSUE_REGISTER, code));
  const column = option('--column');
  const found = [
    ...aboutFile(option, source),
    ...READINGS.flatMap((kind) => reading(kind, option(`--${kind}`), { type, column })),
    ...aboutIssues(option, column),
  ];
  return found.map((each) => {
    const read = Decision.safeParse(each);
    if (read.success) return read.data;
    const [first] = read.error.issues;
    throw new WrongCall(`Cannot decide ${each.kind}: ${first?.path.join('.')} ${first?.message}`);
  });
}

/** A decision as typed, before it is checked. */
type Draft = { readonly kind: Decision['kind'] } & Readonly<Record<string, unknown>>;
type Asked = (name: string) => string | undefined;

function check(value: string | undefined, what: string, isKnown: (value: string) => boolean): void {
  if (value !== undefined && !isKnown(value))
    throw new WrongCall(`There is no ${what} “${value}”.`);
}

const given = <T extends Record<string, unknown>>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

function aboutFile(option: Asked, source: Source): Draft[] {
  const drafts: Draft[] = [];
  const [type, layer, key] = [option('--type'), option('--take-layer'), option('--key')];
  if (type !== undefined) drafts.push({ kind: 'type', type });
  if (layer !== undefined) drafts.push({ kind: 'layer', layer });
  const crs = given({ id: option('--crs'), axis: option('--axis') });
  if (Object.keys(crs).length > 0) drafts.push({ kind: 'crs', ...crs });
  const rule = given({ x: option('--x'), y: option('--y') });
  if (Object.keys(rule).length > 0) drafts.push({ kind: 'geometry', rule });
  if (key !== undefined) drafts.push({ kind: 'key', rule: keyRule(key) });
  const id = option('--licence');
  const basis = option('--basis') ?? source.licence.basis;
  if (id !== undefined) drafts.push({ kind: 'licence', licence: { id, basis } });
  return drafts;
}

function keyRule(key: string): Readonly<Record<string, unknown>> {
  if (key === 'content' || key === 'spatial') return { strategy: key, columns: [] };
  const columns = key.split(',').map((each) => each.trim());
  return { strategy: columns.length > 1 ? 'composite' : 'reference', columns };
}

const READINGS = ['map', 'unit', 'date', 'code'] as const;

function reading(
  kind: (typeof READINGS)[number],
  typed: string | undefined,
  { type, column }: { readonly type: string; readonly column: string | undefined },
): Draft[] {
  if (typed === undefined) return [];
  const [, left = '', right = ''] = /^(.*)=([^=]*)$/s.exec(typed) ?? [];
  if (left === '' || right === '') throw new WrongCall(`--${kind} needs a name, = and a value`);
  const colon = kind === 'code' ? left.indexOf(':') : left.length;
  if (colon < 0) throw new WrongCall('--code needs ATTRIBUTE:VALUE=CODE');
  const attribute = attributeNamed(left.slice(0, colon), type);
  const common = { kind, attribute: attribute.name };
  if (kind === 'map') return [{ ...common, rule: right }];
  const where = column === undefined ? {} : { column };
  if (kind === 'unit') return [{ ...common, ...where, unit: right }];
  if (kind === 'date') return [{ ...common, ...where, order: right }];
  refuseUnknownCode(attribute, right);
  return [{ ...common, ...where, value: left.slice(colon + 1), code: right }];
}

function attributeNamed(name: string, typeId: string): Attribute {
  const type = findFeatureType(typeId);
  const attributes = type ? attributesOf(type) : [];
  const found = attributes.find((each) => each.name === name);
  if (found) return found;
  const guess = nearest(
    name,
    attributes.map((each) => each.name),
  );
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  throw new WrongCall(`${typeId} has no attribute “${name}”.${hint}`);
}

function refuseUnknownCode({ name, codes = [] }: Attribute, code: string): void {
  if (codes.length === 0 || codes.some((each) => each.value === code)) return;
  const known = codes.map((each) => each.value).join(', ');
  throw new WrongCall(`“${code}” is no code of ${name}. There are: ${known}`);
}

function aboutIssues(option: Asked, column: string | undefined): Draft[] {
  const drafts: Draft[] = [];
  const [code, patched, hold, drop] = ['--accept', '--patch', '--hold', '--max-drop'].map(option);
  if (code !== undefined) {
    const only = given({ column, layer: option('--layer'), sha256: option('--sha256') });
    drafts.push({ kind: 'accept', code, ...only });
  }
  if (patched !== undefined) drafts.push({ kind: 'patch', patch: patchOf(patched, option) });
  if (hold !== undefined || drop !== undefined) {
    const maxDrop = drop === undefined ? undefined : Number(drop);
    drafts.push({ kind: 'gate', gate: given({ hold, maxDrop }) });
  }
  return drafts;
}

function patchOf(column: string, option: Asked): Readonly<Record<string, unknown>> {
  const record = option('--record');
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(record ?? '') ?? [];
  if (key === undefined || value === undefined) {
    throw new WrongCall('--patch needs --record COLUMN=VALUE, --was VALUE and --becomes VALUE');
  }
  const cells = { was: option('--was'), becomes: option('--becomes') };
  return { record: { [key]: value }, column, ...cells, reason: option('--why') };
}
