import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import { recogniseLicences } from './recognise-licence.ts';

const { licences } = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));
const idsIn = (text: string): readonly string[] =>
  recogniseLicences(text, licences).map(({ id }) => id);

describe('recogniseLicences()', () => {
  it.each([
    ['OGL v3.0', ['OGL-UK-3.0']],
    ['OGLv3', ['OGL-UK-3.0']],
    ['Open Government License', ['OGL-UK-3.0']],
    ['OGL v2.0 (catalogue file)', ['OGL-UK-2.0']],
    ['https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/', ['OGL-UK-3.0']],
    ['CC BY 4.0', ['CC-BY-4.0']],
    ['CC BY-SA 4.0', ['CC-BY-SA-4.0']],
    ['© OpenStreetMap contributors, ODbL', ['ODbL-1.0']],
    ['OGL v3.0 ; ODbL (dual statement)', ['OGL-UK-3.0', 'ODbL-1.0']],
    ['not stated', []],
    ['', []],
  ])('finds in %j %j', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it('finds every licence by its own id and title', () => {
    for (const { id, spdx } of licences.values()) {
      if (spdx === 'NOASSERTION') continue;
      const [found] = recogniseLicences(id, licences);
      expect([id, licences.get(found?.id ?? '')?.spdx]).toEqual([id, spdx]);
    }
  });

  it('never throws, whatever the words', () => {
    fc.assert(fc.property(fc.string(), (text) => void recogniseLicences(text, licences)));
  });
});
