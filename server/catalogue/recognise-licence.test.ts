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
    ['ogl3', ['OGL-UK-3.0']],
    ['Open Government License', ['OGL-UK-3.0']],
    ['Licensed under the Open Government Licence v3.0.', ['OGL-UK-3.0']],
    ['OGL v2.0 (catalogue file)', ['OGL-UK-2.0']],
    ['https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/', ['OGL-UK-3.0']],
    ['http://www.nationalarchives.gov.uk/doc/open-government-licence/version/2', ['OGL-UK-2.0']],
    ['CC BY 4.0', ['CC-BY-4.0']],
    ['cc-by-4.0', ['CC-BY-4.0']],
    ['CC BY-SA 4.0', ['CC-BY-SA-4.0']],
    ['Creative Commons Attribution-NonCommercial 4.0', ['CC-BY-NC-4.0']],
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/', ['CC-BY-NC-SA-4.0']],
    ['© OpenStreetMap contributors, ODbL', ['ODbL-1.0']],
    ['SP ENW Shared Licence', ['SPENW-Shared']],
    ['NESO Open Data Licence v1.0', ['NESO-ODL']],
    ['Contains OS data © Crown copyright and database right 2023', ['OS-OpenData']],
    ['All rights reserved', ['all-rights-reserved']],
    ['Open Gov Licence v3', ['OGL-UK-3.0']],
    ['Open Gov. Licence', ['OGL-UK-3.0']],
    ['Open Govt Licence v2', ['OGL-UK-2.0']],
    ['OGL V3', ['OGL-UK-3.0']],
    ['OGL (v3)', ['OGL-UK-3.0']],
    ['OGL-UK-3.0', ['OGL-UK-3.0']],
    ['UKOGL', ['OGL-UK-3.0']],
    ['uk-ogl-v3', ['OGL-UK-3.0']],
    ['OpenGovernmentLicence_v3', ['OGL-UK-3.0']],
    ['Open Government Licence for Public Sector Information v2.0', ['OGL-UK-2.0']],
    ['Open Government Licence (OGL) v1.0', ['OGL-UK-1.0']],
    ['Open Government Licence (OGL v2.0)', ['OGL-UK-2.0']],
    [
      'http://www.nationalarchives.gov.uk/doc/open-government-licence/version/1/open-government-licence.htm',
      ['OGL-UK-1.0'],
    ],
    ['http://reference.data.gov.uk/id/open-government-licence', ['OGL-UK-3.0']],
    ['Licence: OGL v3.0 - © Borough Council 2024', ['OGL-UK-3.0']],
    ['Except where otherwise stated, under the Open Government Licence v3.0', ['OGL-UK-3.0']],
    ['Available under OGL except for the OS data', ['OGL-UK-3.0']],
    ['OGL v3.0, not CC BY', ['OGL-UK-3.0']],
    ['The data is not checked. Licensed under OGL v3.0', ['OGL-UK-3.0']],
    ['CC-BY-4.0', ['CC-BY-4.0']],
    ['cc by sa 4', ['CC-BY-SA-4.0']],
    ['Creative Commons Attribution', ['CC-BY-4.0']],
    ['Creative Commons Attribution 4.0 International (CC BY 4.0)', ['CC-BY-4.0']],
    ['Creative Commons Attribution Share Alike', ['CC-BY-SA-4.0']],
    ['Creative Commons Attribution-NonCommercial-NoDerivs 4.0', ['CC-BY-NC-ND-4.0']],
    ['https://creativecommons.org/licenses/by-sa/4.0/deed.en', ['CC-BY-SA-4.0']],
    ['https://creativecommons.org/licenses/by/3.0/', ['CC-BY-3.0']],
    ['CC0 1.0 Universal', ['CC0-1.0']],
    ['http://opendatacommons.org/licenses/odbl/1-0/', ['ODbL-1.0']],
    ['odc-odbl', ['ODbL-1.0']],
    ['INSPIRE End User License', ['OS-INSPIRE-EUL']],
    [
      'http://www.ordnancesurvey.co.uk/docs/licences/inspire-end-user-licence.pdf',
      ['OS-INSPIRE-EUL'],
    ],
    ['Public Sector Mapping Agreement', ['OS-PSGA-member']],
    ['Non-Commercial Government Licence', ['NCGL-2']],
    ['PAF licence', ['RoyalMail-PAF']],
  ])('finds in %j %j', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it.each([
    'OGL v3.0 ; ODbL (dual statement)',
    'CC BY 4.0, formerly CC BY-SA 4.0',
    '© Borough Council, all rights reserved. Open Government Licence v3.0',
  ])('gives every licence of %j, for a person to settle', (text) => {
    expect(idsIn(text).length).toBe(2);
  });

  it.each([
    '',
    'not stated',
    'Free to use',
    'open data',
    '© Crown copyright and database rights 2024 Ordnance Survey 100019567',
    '© 2024 Borough Council',
    'This is not licensed under the OGL',
    'CC BY 2.5',
    'OGL v4.0',
    'see website',
    'not licensed under OGL',
    'This dataset is NOT covered by the terms of the Open Government Licence v3.0',
    'Excluded from the OGL',
    'OGL does not apply',
    'OGL: no',
    'CC BY SA 3.0',
    'CC BY SA NC',
    'Public',
    'None',
    'TBC',
    'Yes',
    'for internal use only',
    '© OS 100019918',
    'Crown copyright',
    'Commercial licence',
    'Premises licence',
  ])('assumes nothing from %j', (text) => {
    expect(idsIn(text)).toEqual([]);
  });

  it('gives the plain licence once when several entries grant the same', () => {
    const words =
      'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right 2023';
    expect(idsIn(words)).toEqual(['OGL-UK-3.0']);
  });

  it('is surer of a version than of a name, and of a name than of a credit line', () => {
    const sure = (text: string): number | undefined =>
      recogniseLicences(text, licences)[0]?.confidence;
    expect([sure('OGL v3.0'), sure('OGL'), sure('Contains OS data')]).toEqual([1, 0.8, 0.6]);
  });

  it('finds every licence by its own id, title and words', () => {
    for (const { id, spdx, title, synonyms } of licences.values()) {
      if (spdx === 'NOASSERTION') continue;
      for (const words of [id, title, ...synonyms]) {
        const grants = idsIn(words).map((found) => licences.get(found)?.spdx);
        expect([words, grants]).toEqual([words, [spdx]]);
      }
    }
  });

  it('never throws, whatever the words', () => {
    const names = [...licences.values()].flatMap(({ id, synonyms }) => [id, ...synonyms]);
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...names)).map((a) => a.join(' ')),
    );
    fc.assert(
      fc.property(text, (words) => {
        for (const { id } of recogniseLicences(words, licences))
          expect(licences.has(id)).toBe(true);
      }),
    );
  });
});
