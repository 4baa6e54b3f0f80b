import { CONSULTATION_RULES } from '#data/consultation/index.ts';
import type { ConsultationRule } from '#data/consultation/rule.ts';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';

/** What kind of finding a feature belongs to. */
export type Class = {
  /** Tells the findings of a layer apart. */
  readonly key: string;
  readonly title: string;
  /** Absent: no rule speaks of it, it is good to know. */
  readonly rule?: ConsultationRule;
  /** Place of its rule among all; those without come last. */
  readonly rank: number;
};

type Attributes = Readonly<Record<string, AttributeValue>>;

type Ranked = { readonly rule: ConsultationRule; readonly rank: number };

/** Feature type → its rules, with their place among all. */
const RULES = new Map<string, Ranked[]>();
for (const [rank, rule] of CONSULTATION_RULES.entries()) {
  RULES.set(rule.type, [...(RULES.get(rule.type) ?? []), { rule, rank }]);
}

/** Which finding a feature of a type belongs to, by the first rule that holds for it. */
export function classify(featureType: string, attributes: Attributes): Class {
  const found = RULES.get(featureType)?.find(({ rule }) => holds(rule, attributes));
  const plural = findFeatureType(featureType)?.plural ?? featureType;
  if (!found) return { key: '', title: plural, rank: CONSULTATION_RULES.length };
  const { rule, rank } = found;
  const title = rule.title ? fillTitle(rule.title, featureType, attributes) : plural;
  return { key: `${rule.id}/${title}`, title, rule, rank };
}

function holds({ when }: ConsultationRule, attributes: Attributes): boolean {
  if (!when) return true;
  const value = Object.hasOwn(attributes, when.attribute) ? attributes[when.attribute] : undefined;
  return value !== undefined && when.among.includes(String(value));
}

/** A title with its values; the part from the last comma before a value that is not stated is left out. */
function fillTitle(title: string, featureType: string, attributes: Attributes): string {
  const [head = '', ...parts] = title.split(', ');
  const filled = parts.flatMap((part) => {
    const [, name] = /\{([a-z-]+)\}/.exec(part) ?? [];
    if (name === undefined) return [part];
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return value === undefined
      ? []
      : [part.replace(`{${name}}`, wordFor(featureType, name, String(value)))];
  });
  return [head, ...filled].join(', ');
}

/** What a code is called within a title. */
function wordFor(featureType: string, name: string, value: string): string {
  const type = findFeatureType(featureType);
  const attribute = type && attributesOf(type).find((each) => each.name === name);
  const code = attribute?.codes?.find((each) => each.value === value);
  return code ? code.title.charAt(0).toLowerCase() + code.title.slice(1) : value;
}

/** Rules of types nobody need have supplied, but that stop or ask: their absence is told. */
export const WATCHED_TYPES: readonly string[] = [
  ...new Set(
    CONSULTATION_RULES.filter(({ group }) => group !== 'note').map(({ type }) => type as string),
  ),
];
