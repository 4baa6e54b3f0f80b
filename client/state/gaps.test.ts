import { describe, expect, it } from 'vitest';
import type { LayerSummary } from '#data/schema/api.ts';
import { gapsOf, kindsOf } from './gaps.ts';

const DISTRICTS = [
  { gssCode: 'E1', name: 'Bolton' },
  { gssCode: 'E2', name: 'Bury' },
];

const summary = (id: string, coverage: string[], synthetic = false): LayerSummary =>
  ({
    id,
    title: 'Masts',
    featureType: 'digital/mast',
    coverage,
    synthetic,
  }) as unknown as LayerSummary;

const CATALOGUE = [summary('mast.ogl', ['E1']), summary('mast.ogl.synthetic', ['E1', 'E2'], true)];
const ASKED = { layers: [], catalogue: CATALOGUE, districts: DISTRICTS };

describe('gapsOf()', () => {
  it('tells what a layer on the map lacks, while it is shown', () => {
    const layer = {
      id: 'mast.ogl',
      visible: true,
      opacity: 1,
      summary: summary('mast.ogl', ['E1']),
    };
    const asked = { ...ASKED, of: 'mast.ogl' };
    expect(gapsOf({ ...asked, layers: [layer] })?.missing).toEqual([DISTRICTS[1]]);
    expect(gapsOf({ ...asked, layers: [{ ...layer, visible: false }] })).toBeUndefined();
    expect(gapsOf({ ...ASKED, of: undefined })).toBeUndefined();
  });

  it('tells what a kind lacks over all its layers, on the map or not, made-up data apart', () => {
    expect(gapsOf({ ...ASKED, of: 'digital/mast' })).toEqual({
      title: 'Masts',
      missing: [DISTRICTS[1]],
      hasMadeUp: true,
    });
    expect(gapsOf({ ...ASKED, of: 'water/sewer' })).toBeUndefined();
  });
});

describe('kindsOf()', () => {
  it('names each kind once', () => {
    expect(kindsOf(CATALOGUE).map(({ featureType }) => featureType)).toEqual(['digital/mast']);
  });
});
