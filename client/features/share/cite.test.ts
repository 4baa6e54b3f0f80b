import { describe, expect, it } from 'vitest';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import type { DatasetSummary } from '#data/schema/api.ts';
import { citeView, embedCode } from './cite.ts';

const dataset = (layerId: string, title: string): DatasetSummary =>
  ({
    layerId,
    title,
    synthetic: title === 'Mains',
    publisher: { id: 'p', name: 'Rochdale Borough Council', shortName: 'Rochdale' },
    edition: { number: 3, publishedAt: '2026-10-02T09:00:00Z' },
  }) as unknown as DatasetSummary;

const cited = {
  placeName: 'Rochdale',
  region: 'Greater Manchester',
  layers: [{ id: 'a' }, { id: 'b' }] as unknown as WorkbenchLayer[],
  datasets: [dataset('a', 'Brownfield register'), dataset('b', 'Mains'), dataset('c', 'Not shown')],
  address: 'https://map.example.org/?view=53.6,-2.1,12&layers=a,b',
  on: new Date('2026-11-23T12:00:00Z'),
};

describe('citeView', () => {
  it('names what is shown with its publisher, edition and date, and what is synthetic', () => {
    expect(citeView(cited)).toBe(
      'ODIN, the open data infrastructure map of Greater Manchester: Rochdale. Data: Rochdale Borough Council, “Brownfield register”, edition 3 of 2 October 2026; Rochdale Borough Council, “Mains” (synthetic), edition 3 of 2 October 2026. Available at https://map.example.org/?view=53.6,-2.1,12&layers=a,b (seen 23 November 2026).',
    );
  });
});

describe('embedCode', () => {
  it('is a frame of the same view, safe to paste into a page', () => {
    const code = embedCode(cited.address, 'Land "B" <west>');
    expect(code).toContain('src="https://map.example.org/embed?view=53.6,-2.1,12&amp;layers=a,b"');
    expect(code).toContain('title="Map of Land &quot;B&quot; &lt;west>, ODIN"');
  });
});
