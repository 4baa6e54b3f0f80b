import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import type { HarmoniseContext } from './context.ts';
import { type LicenceStatements, settleLicence } from './licence.ts';
import { unstatedRights } from './licence-rights.ts';
import { whyNoLicence } from './licence-words.ts';
import { buildProfiler } from './profile.ts';

const vocabulary = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));
const context = {
  licences: vocabulary.licences,
  recogniseLicences: (words: string) => recogniseLicences(words, vocabulary.licences),
} as unknown as HarmoniseContext;
const settle = (said: Partial<LicenceStatements>) => {
  const { id, issues } = settleLicence({ file: [], ...said }, context);
  return {
    id,
    codes: issues.map(({ code }) => code),
    messages: issues.map((each) => each.message),
  };
};
const readme = (text: string) => ({ text, where: 'README.txt' });

describe('settleLicence()', () => {
  it('takes the file’s own words, and says where they stand', () => {
    const told = settle({ file: [readme('Published under OGL v3.0')] });
    expect(told).toMatchObject({ id: 'OGL-UK-3.0', codes: ['licence.stated-in-file'] });
    expect(told.messages[0]).toBe(
      'Taken under OGL-UK-3.0, as stated in README.txt: “Published under OGL v3.0”.',
    );
  });

  it('never assumes a licence where nothing is said, or nothing that names one', () => {
    expect(settle({})).toMatchObject({ id: undefined, codes: ['licence.missing'] });
    expect(settle({ file: [readme('Open Data')] })).toMatchObject({
      id: undefined,
      codes: ['licence.unrecognised', 'licence.missing'],
    });
  });

  it('chooses none of several, and says where each stands', () => {
    const told = settle({
      file: [readme('OGL v3.0'), { text: 'ODbL', where: 'column “licence”' }],
    });
    expect(told).toMatchObject({ id: undefined, codes: ['licence.file-says-otherwise'] });
    expect(told.messages[0]).toContain('OGL-UK-3.0 in README.txt; ODbL-1.0 in column “licence”');
  });

  it('keeps to the publisher’s word and reports a file that says otherwise', () => {
    const told = settle({ option: 'OGL v3', file: [readme('INSPIRE End User Licence')] });
    expect(told).toMatchObject({ id: 'OGL-UK-3.0', codes: ['licence.file-says-otherwise'] });
  });

  it('keeps the version as stated and names the newer', () => {
    const told = settle({ option: 'Open Government Licence v2.0' });
    expect(told.id).toBe('OGL-UK-2.0');
    expect(told.codes).toEqual(['licence.version-superseded']);
  });

  it('asks for evidence of an agreement, and tells of conditions', () => {
    const source = { id: 'OS-PSGA-member', basis: 'agreement' } as const;
    expect(settle({ source }).codes).toEqual([
      'licence.evidence-missing',
      'licence.conditions-apply',
    ]);
    expect(settle({ source: { id: 'OGL-UK-3.0', basis: 'presumed' } }).codes).toEqual([
      'licence.presumed',
    ]);
  });
});

describe('whyNoLicence()', () => {
  it.each([
    ['Open Data', 'several'],
    ['Free to use', 'several'],
    ['Freely available', 'several'],
    ['open', 'several'],
    ['None', 'there is no licence'],
    ['N/A', 'there is no licence'],
    ['-', 'there is no licence'],
    ['TBC', 'not settled'],
    ['To be confirmed', 'not settled'],
    ['not specified', 'not settled'],
    ['Yes', 'not which one'],
    ['1', 'not which one'],
    ['Crown copyright', 'who owns'],
    ['© Trafford Council 2023', 'who owns'],
    ['Copyright Bury MBC', 'who owns'],
    ['© OS 100019918', 'licence number of Ordnance Survey'],
    ['OS Licence No. 100019571', 'licence number of Ordnance Survey'],
    ['for internal use only', 'anybody outside'],
    ['Not for public release', 'anybody outside'],
    ['Not for redistribution', 'anybody outside'],
    ['Personal use only', 'limits what'],
    ['Free for non-commercial use', 'limits what'],
    ['not licensed under OGL', 'does not apply'],
    ['Open Government Licence v4.0', 'version'],
    ['MIT', 'programs'],
    ['See website', 'stand elsewhere'],
    ['Standard terms', 'stand elsewhere'],
    ['Premises licence', 'names no licence'],
  ])('says why %j names none', (words, reason) => {
    expect(recogniseLicences(words, vocabulary.licences)).toEqual([]);
    expect(whyNoLicence(words)).toContain(reason);
  });
});

describe('unstatedRights()', () => {
  const clues = (columns: readonly string[], ...rows: string[][]) => {
    const profiler = buildProfiler(columns);
    for (const [index, values] of rows.entries()) profiler.see({ line: index + 2, values });
    return [{ name: 'sites', columns: profiler.facts().columns }];
  };
  const gazetteer = clues(
    ['UPRN', 'Address'],
    ['100012710993', '1 High Street, Sale'],
    ['5', '2 High Street'],
  );
  const mastermap = clues(['TOID', 'Name'], ['osgb1000012345678', 'a'], ['osgb1000012345679', 'b']);

  it('warns of addresses beside UPRNs and of Ordnance Survey’s identifiers that nobody credits', () => {
    expect(unstatedRights(gazetteer, 'OGL v3').map(({ column }) => column)).toEqual(['Address']);
    expect(unstatedRights(mastermap, 'OGL v3').map(({ column }) => column)).toEqual(['TOID']);
  });

  it('says nothing where they are credited, nor of a UPRN alone', () => {
    expect(unstatedRights(gazetteer, 'Contains Royal Mail data')).toEqual([]);
    expect(
      unstatedRights(mastermap, '© Crown copyright and database rights 2024 OS AC0000812345'),
    ).toEqual([]);
    expect(unstatedRights(clues(['UPRN', 'Name'], ['5', 'a']), '')).toEqual([]);
  });
});
