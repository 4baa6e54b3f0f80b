import type { Decided, Decision } from '#data/schema/decision.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Source } from '#data/schema/source.ts';
import type { ColumnRule } from '#data/schema/source-rules.ts';

/** Who decided, when (ISO 8601) and why. */
export type Word = Pick<Decided, 'by' | 'at' | 'why'>;

/**
 * Turn a person's decision into a rule of the descriptor, and keep it in its history. The rule is applied to
 * every file to come. A later decision about the same thing replaces the rule; the history keeps both.
 *
 * @throws {RangeError} when the decision needs a column that neither it nor the descriptor names
 */
export function decide(source: Source, decision: Decision, { by, at, why }: Word): Source {
  const ruled = { ...source, ...ruleOf(source, decision) };
  return { ...ruled, history: [...(source.history ?? []), { decision, by, at, why }] };
}

/** Make every decision of a history again, in order, on a descriptor that does not have them yet. */
export function replay(source: Source, history: readonly Decided[]): Source {
  const had = new Set((source.history ?? []).map((each) => JSON.stringify(each)));
  return history
    .filter((each) => !had.has(JSON.stringify(each)))
    .reduce((ruled, { decision, ...word }) => decide(ruled, decision, word), source);
}

/** Ways of redacting that leave something, which a person has looked at. */
const LESSENED = new Set(['year', 'outcode']);

/** True when a person has accepted an issue that would hold the file, for this file or for all. */
export function isAccepted(
  { history = [], redact = [] }: Source,
  issue: Issue,
  sha256: string,
): boolean {
  const isLessened =
    issue.code === 'value.personal-data-suspected' &&
    redact.some(({ column, how }) => column === issue.column && LESSENED.has(how));
  return (
    isLessened ||
    history.some(({ decision }) => {
      if (decision.kind !== 'accept' || decision.code !== issue.code) return false;
      const { column, layer, line, sha256: only } = decision;
      return (
        (column === undefined || column === issue.column) &&
        (layer === undefined || layer === issue.layer) &&
        (line === undefined || line === issue.line) &&
        (only === undefined || only === sha256)
      );
    })
  );
}

function ruleOf(source: Source, decision: Decision): Partial<Source> {
  switch (decision.kind) {
    case 'type':
      return { type: decision.type };
    case 'layer':
      return { layer: decision.layer };
    case 'crs': {
      const { id, axis } = decision;
      return { crs: { ...source.crs, ...(id ? { id } : {}), ...(axis ? { axis } : {}) } };
    }
    case 'geometry':
      return { geometry: decision.rule };
    case 'key':
      return { key: decision.rule };
    case 'licence':
      return { licence: decision.licence };
    case 'gate':
      return { gate: { ...source.gate, ...decision.gate } };
    case 'patch':
      return { patch: withPatch(source.patch ?? [], decision.patch) };
    case 'keep':
      return kept(source, decision.column);
    case 'redact': {
      const { redaction } = decision;
      const others = (source.redact ?? []).filter(({ column }) => column !== redaction.column);
      return { redact: [...others, redaction] };
    }
    case 'end':
      return { ended: decision.records };
    case 'accept':
      return {};
    default:
      return taken(source, decision.attribute, columnRule(source, decision));
  }
}

/** An attribute takes a column: it is no longer one that is left to itself. */
function taken({ map, keep }: Source, attribute: string, rule: ColumnRule): Partial<Source> {
  const column = columnOf(rule);
  return {
    map: { ...map, [attribute]: rule },
    ...(keep === undefined ? {} : { keep: keep.filter((each) => each !== column) }),
  };
}

/** A column left to itself: rules that read it go. */
function kept({ map, keep = [] }: Source, column: string): Partial<Source> {
  const rules = Object.entries(map).filter(([, rule]) => columnOf(rule) !== column);
  return { map: Object.fromEntries(rules), keep: [...new Set([...keep, column])] };
}

/** The one column a rule reads, if it is one. */
function columnOf(rule: ColumnRule): string | undefined {
  if (typeof rule === 'string') return rule;
  return 'from' in rule ? rule.from : undefined;
}

type Patches = NonNullable<Source['patch']>;

/** A patch of the same cell is replaced. */
function withPatch(patches: Patches, patch: Patches[number]): Patches {
  const cellOf = ({ record, column }: Patches[number]) => JSON.stringify([record, column]);
  return [...patches.filter((each) => cellOf(each) !== cellOf(patch)), patch];
}

type FieldDecision = Extract<Decision, { kind: 'map' | 'unit' | 'date' | 'code' }>;

function columnRule(source: Source, decision: FieldDecision): ColumnRule {
  if (decision.kind === 'map') return decision.rule;
  const rule = readingRule(source.map[decision.attribute], decision);
  if (decision.kind === 'unit') return { ...rule, unit: decision.unit };
  if (decision.kind === 'date') return { ...rule, date: decision.order };
  return { ...rule, codes: { ...rule.codes, [decision.value]: decision.code } };
}

type ReadingRule = Extract<ColumnRule, { from: string }>;

/** The rule that reads an attribute from one column, made of what the descriptor says or the decision names. */
function readingRule(
  rule: ColumnRule | undefined,
  { attribute, column }: Exclude<FieldDecision, { kind: 'map' }>,
): ReadingRule {
  if (typeof rule === 'object' && 'from' in rule && (column ?? rule.from) === rule.from)
    return rule;
  if (column !== undefined) return { from: column };
  if (typeof rule === 'string') return { from: rule };
  throw new RangeError(`Cannot decide how “${attribute}” is read: name the column it is read from`);
}
