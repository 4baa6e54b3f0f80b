import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import { CONSULTEES, SUPPLIERS } from './consultees.ts';
import { CONSULTATION_RULES } from './index.ts';

const publishers = new Set(
  readdirSync(new URL('../publishers', import.meta.url)).map((name) => name.replace('.json', '')),
);
const consultees = new Set(CONSULTEES.map(({ id }) => id));

describe('CONSULTATION_RULES', () => {
  it('has an id of its own for every rule', () => {
    const ids = CONSULTATION_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(
    CONSULTATION_RULES.map((rule) => [rule.id, rule] as const),
  )('%s speaks of types, attributes and values that exist', (_, { type, when, title = '' }) => {
    const known = findFeatureType(type);
    if (!known) throw new Error(`no type ${type}`);
    const attributes = new Map(attributesOf(known).map((each) => [each.name, each]));
    if (when) {
      const attribute = attributes.get(when.attribute);
      const values = attribute?.codes?.map(({ value }) => value);
      expect(attribute).toBeDefined();
      if (values) expect(values).toEqual(expect.arrayContaining([...when.among]));
    }
    for (const [, name = ''] of title.matchAll(/\{([a-z-]+)\}/g)) {
      expect(attributes.has(name)).toBe(true);
    }
  });

  it.each(
    CONSULTATION_RULES.map((rule) => [rule.id, rule] as const),
  )('%s asks somebody who exists, and says where the rule is from', (_, {
    group,
    why,
    source,
    ask,
  }) => {
    for (const { consultee, why: reason } of ask) {
      expect(publishers.has(consultee) || consultees.has(consultee), consultee).toBe(true);
      expect(reason).toMatch(/\.$/);
    }
    if (group === 'note') return;
    expect(why).toMatch(/\.$/);
    expect(source ?? ask[0]?.source).toBeDefined();
  });

  it('can be reached: none stands behind one that takes all of its type', () => {
    const closed = new Set<string>();
    for (const { id, type, when } of CONSULTATION_RULES) {
      expect(closed.has(type), id).toBe(false);
      if (!when) closed.add(type);
    }
  });

  it('names suppliers that are publishers, for every theme', () => {
    for (const [kind, ids] of Object.entries(SUPPLIERS)) {
      if (kind.includes('/')) expect(findFeatureType(kind), kind).toBeDefined();
      for (const id of ids) expect(id === 'council' || publishers.has(id), id).toBe(true);
    }
  });
});
