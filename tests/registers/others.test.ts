import { describe, expect, it } from 'vitest';
import type { Harmonised } from '#data/schema/harmonised.ts';
import { run } from '#tests/support/harmonise.ts';
import { type Kind, readKinds, STYLES } from './kinds.ts';

const ROWS = 8;
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The cell of a row: four are given, and keys differ in the rows after them. */
function cellOf({ attribute, values }: Kind['columns'][number], row: number): string {
  const value = values[row % values.length] ?? '';
  const isKey = /^(reference|name|uprn|gss-code|.*-(ref|reference|number|id))$/.test(attribute);
  if (row < values.length || !isKey || value === '') return value;
  return /\d$/.test(value)
    ? value.replace(/\d$/, (digit) => String((Number(digit) + 4) % 10))
    : `${value} North`;
}

/** A kind of register as a file: CSV where it is points, GeoJSON where it is lines or areas. */
function fileOf(kind: Kind, headings: readonly string[], name: string): [string, string] {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    kind.columns.map((column) => cellOf(column, row)),
  );
  if (kind.shape === 'L' || kind.shape === 'A') {
    return [`${name}.geojson`, geojsonOf(kind.shape, headings, rows)];
  }
  const placed = kind.shape === 'N' || /lat|easting|geox|x-coord/i.test(headings.join(' '));
  const head = placed ? headings : [...headings, 'Easting', 'Northing'];
  const lines = rows.map((cells, row) =>
    [...cells, ...(placed ? [] : [String(377_000 + row * 310), String(391_000 + row * 270)])]
      .map(quote)
      .join(','),
  );
  return [`${name}.csv`, [head.map(quote).join(','), ...lines, ''].join('\n')];
}

function geojsonOf(
  shape: 'L' | 'A',
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const features = rows.map((cells, row) => {
    const [x, y] = [-2.3 + row * 0.01, 53.4 + row * 0.01];
    const line = [
      [x, y],
      [x + 0.002, y],
      [x + 0.002, y + 0.002],
    ];
    return {
      type: 'Feature',
      properties: Object.fromEntries(
        headings.map((heading, index) => [heading, cells[index] === '' ? null : cells[index]]),
      ),
      geometry:
        shape === 'L'
          ? { type: 'LineString', coordinates: line }
          : { type: 'Polygon', coordinates: [[...line, line[0]]] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** Styles tried on each kind; the whole round of them is that of the brownfield register. */
const TRIED = ['verbatim', 'snake case', 'cut by a shapefile'] as const;

const kinds = readKinds();
const cases = kinds.flatMap((kind, index) =>
  TRIED.flatMap((style, turn) => {
    const headings = STYLES[style]?.(kind.columns.map(({ heading }) => heading)) ?? [];
    const name = kind.files[turn % kind.files.length] ?? '';
    if (new Set(headings).size < headings.length) return [];
    return [[`${index}. ${kind.type} as “${name}”, ${style}`, kind, headings, name] as const];
  }),
);

/** Runs are long: each case is harmonised once for all that is asked of it. */
const reads = new Map<string, Harmonised>();

function readOf([label, kind, headings, name]: (typeof cases)[number]): Harmonised {
  const read = reads.get(label) ?? run(...fileOf(kind, headings, name));
  reads.set(label, read);
  return read;
}

describe('registers and layers of councils and utilities', () => {
  it.each(cases)('%s', (...given) => {
    expect(readOf(given).featureType).toBe(given[1].type);
  });

  it('have their columns mapped', () => {
    let [right, all] = [0, 0];
    for (const given of cases) {
      const [, kind, headings] = given;
      const taken = readOf(given).lock[0]?.columns ?? {};
      kind.columns.forEach(({ attribute }, index) => {
        if (attribute === '') return;
        all++;
        if (taken[attribute]?.[0] === headings[index]) right++;
      });
    }
    expect(right / all).toBeGreaterThan(0.95);
  });

  it('under a name that says nothing are unclassified rather than wrong', () => {
    const verbatim = cases.filter(([label]) => label.endsWith('verbatim'));
    const wrong = verbatim.flatMap(([label, kind, headings]) => {
      const { featureType } = run(...fileOf(kind, headings, 'export'));
      return featureType === kind.type || featureType === 'unclassified' ? [] : [label];
    });
    expect(wrong).toEqual([]);
  });
});

/** Files that hold nothing ODIN has a type for. */
const STRANGE: readonly (readonly [string, string])[] = [
  ['CIL receipts', 'Parish,Receipts (£),Spend (£)\nWilmslow,1000,0\nPoynton,5000,200\nDisley,0,0'],
  [
    'business properties',
    'Site ID,Site Name,Address,Postcode,Ownership Type\n1,Unit A,1 Road,M33 1YH,Ltd\n2,Unit B,2 Road,M41 0TZ,Plc\n3,Unit C,3 Road,M32 8AP,Ltd',
  ],
  [
    'parking income by car park',
    'Car Park,Income,Tickets\nOxford Road,12000,5000\nRegent Road,5000,2000\nBrown Street,23000,11000',
  ],
  [
    'library loans by branch',
    'Library,Month,Issues,Visits\nSale Library,2023-04,1200,5000\nHale Library,2023-04,900,3000\nOld Library,2023-04,800,2500',
  ],
  [
    'customer service requests',
    'Case ID,Category,Date,Easting,Northing\n1,Potholes,13/02/2023,378900,391700\n2,Trees,14/02/2023,379910,394701\n3,Graffiti,15/02/2023,374910,394701',
  ],
  [
    'llpg extract',
    'UPRN,USRN,PAO,STREET_DESCRIPTOR,POSTCODE,BLPU_CLASS,X_COORDINATE,Y_COORDINATE\n100011682000,36000001,12,HIGH STREET,M33 7ZF,RD04,378900,391700\n100011682001,36000001,14,HIGH STREET,M33 7ZF,RD06,378910,391701\n100011682002,36000001,16,HIGH STREET,M33 7ZF,CR08,378920,391705',
  ],
  ['parking fines 2024', 'PCN No,Amount,Street\nP1,35,A\nP2,70,B\nP3,35,C'],
  [
    'spend over 500 march',
    'Supplier,Amount,Directorate\nA,1200.50,Place\nB,900,People\nC,33,Place',
  ],
  [
    'food hygiene ratings',
    'FHRSID,BusinessName,RatingValue,Postcode\n1,Cafe,5,M33 1YH\n2,Pub,4,M41 0TZ\n3,Deli,3,M32 8AP',
  ],
  ['councillors', 'Name,Ward,Party\nA,Sale,P\nB,Hale,Q\nC,Urmston,R'],
  [
    'library visits by month',
    'Month,Library,Visits\nJan,Sale,1200\nFeb,Urmston,900\nMar,Hale,1000',
  ],
  ['school admissions appeals', 'Year,Appeals,Upheld\n2021,100,20\n2022,90,10\n2023,80,15'],
  ['tree surgery works programme', 'Week,Gang,Hours\n1,A,10\n2,B,20\n3,A,30'],
  [
    'crime 2024-01',
    'Crime ID,Month,Crime type,LSOA code,Longitude,Latitude\na,2024-01,Burglary,E01006074,-2.3,53.4\nb,2024-01,Drugs,E01006075,-2.31,53.41\nc,2024-01,Robbery,E01006076,-2.32,53.42',
  ],
  [
    'road collisions 2022',
    'accident_index,accident_severity,number_of_casualties,longitude,latitude,date\n1,3,1,-2.3,53.4,01/02/2022\n2,2,2,-2.31,53.41,13/02/2022\n3,3,1,-2.32,53.42,14/02/2022',
  ],
  [
    'house prices by ward',
    'Ward,Median,Year\nSale,300000,2022\nHale,600000,2022\nUrmston,280000,2022',
  ],
  [
    'bin collection days',
    'UPRN,Day,Round\n100012345678,Mon,R1\n100012345679,Tue,R2\n100012345680,Wed,R3',
  ],
  [
    'fly tipping incidents',
    'Ref,Date,Waste,Street,Easting,Northing\n1,01/02/2022,Household,A,378000,391000\n2,13/02/2022,White goods,B,379000,392000\n3,14/02/2022,Tyres,C,380000,390000',
  ],
  [
    'HMO register',
    'Licence ref,Address,Occupants,Storeys\n1,1 Road,5,3\n2,2 Road,6,2\n3,3 Road,7,3',
  ],
  ['population estimates', 'Age,Persons\n0,100\n1,200\n2,150'],
  [
    'school meals uptake',
    'School,Meals,Uptake %\nA Primary,100,50\nB Primary,200,40\nC High,150,30',
  ],
];

describe('a subject ODIN does not know', () => {
  it.each(STRANGE)('is not forced into a type: %s', (name, text) => {
    const read = run(`${name}.csv`, `${text}\n`);
    expect(read.featureType).toBe('unclassified');
    expect(read.issues.map(({ code }) => code)).toContain('column.unknown-type');
  });
});
