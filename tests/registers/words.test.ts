import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import { codeCaster } from '#server/harmonise/fields/code.ts';

/** A published word, the attribute it stands for and the code it must reach; `?`: none. */
type Word = readonly [attribute: string, word: string, code: string];

function readWords(): readonly Word[] {
  const text = readFileSync(new URL('./words.txt', import.meta.url), 'utf8');
  let attribute = '';
  return text.split('\n').flatMap((line): Word[] => {
    attribute = /^\[(.+)\]$/.exec(line)?.[1] ?? attribute;
    const [, code, words = ''] = /^(\S+) => (.+)$/.exec(line) ?? [];
    if (code === undefined || line.startsWith('#')) return [];
    return words.split('|').map((word) => [attribute, word.trim(), code] as const);
  });
}

const brownfield = findFeatureType('land/brownfield-site');
const attributeOf = (name: string): Attribute => {
  const found = (brownfield ? attributesOf(brownfield) : []).find((each) => each.name === name);
  if (found === undefined) throw new TypeError(`No attribute ${name}`);
  return found;
};
const words = readWords();

describe('a word of a brownfield register', () => {
  it.each(words)('%s “%s” is %s', (attribute, word, code) => {
    const reading = codeCaster(attributeOf(attribute))(word);
    expect(reading.value ?? '?').toBe(code);
  });

  it.each(
    words.filter(([, , code]) => code === '?'),
  )('%s “%s” is kept and reported', (attribute, word) => {
    expect(codeCaster(attributeOf(attribute))(word).faults?.[0]?.code).toBe('value.code-unknown');
  });

  it('is tried in more than a hundred and fifty spellings', () => {
    expect(words.length).toBeGreaterThan(150);
  });
});
