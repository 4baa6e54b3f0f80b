import { combineCredits } from '#data/schema/credits.ts';
import type {
  DownloadCrs,
  DownloadedLayer,
  DownloadForm,
  DownloadFormat,
  DownloadPlan,
} from '#data/schema/download.ts';
import type { Licence } from '#data/schema/licence.ts';
import { type Combination, combine, mayPartLeave, whyPartNot } from '#server/catalogue/combine.ts';

/** A layer somebody wants to take away, with its licence. */
export type WantedLayer = Omit<DownloadedLayer, 'licence'> & {
  readonly licence: Licence;
  /** Licences of what placed or filled some of it: they hold for it too. */
  readonly filledFrom?: readonly Licence[];
};

/** How it is wanted. */
export type Wish = { readonly format: DownloadFormat; readonly form: DownloadForm };

/** One file of the zip and the layers in it. */
export type PlannedFile = {
  readonly path: string;
  readonly crs: DownloadCrs;
  readonly layers: readonly WantedLayer[];
};

/** A plan as it is told, and the files to write. */
export type Planned = { readonly plan: DownloadPlan; readonly files: readonly PlannedFile[] };

/** A file that states everybody's terms stands beside the data. */
export const LICENCES_FILE = 'LICENCES.txt';
export const LICENCES_JSON = 'licences.json';

/**
 * Decide what a download holds, file by file, from the licences of what is wanted.
 *
 * Data under different licences is never joined unless that was asked for and every licence allows it; layers
 * whose licence lets no copy out are left out and named with the reason. Source: rules 2, 3, 6 and 12 of
 * combining licences in one export (docs/licences.md).
 */
export function planDownload(wanted: readonly WantedLayer[], wish: Wish): Planned {
  const taken = wanted.filter(mayPartLeave);
  const refused = wanted.filter((layer) => !mayPartLeave(layer)).map(refusal);
  const together = taken.length === 0 ? undefined : combine(taken);
  const mergedLabel = together?.mergedLabel;
  const form = mergedLabel !== undefined && wish.form === 'merged' ? 'merged' : 'collective';
  const files = form === 'merged' ? mergedFiles(taken, wish) : filesByLicence(taken, wish);
  return {
    files,
    plan: {
      format: wish.format,
      form,
      mergeable: mergedLabel !== undefined,
      label: (form === 'merged' ? mergedLabel : together?.label) ?? 'Nothing',
      reason: reasonOf(together, wish, form),
      warnings: [
        ...(form === 'merged' ? (together?.warnings ?? []) : []),
        ...warningsOf(taken, wish),
      ],
      features: taken.reduce((sum, { features }) => sum + features, 0),
      layers: taken.map(({ licence, filledFrom: _own, ...layer }) => ({
        ...layer,
        licence: licence.id,
      })),
      licences: licencesOf(taken).map(({ id, title, url, chip }) => ({
        id,
        title,
        chip,
        ...(url ? { url } : {}),
      })),
      refused,
      credits: creditsOfAll(taken),
      files: [LICENCES_FILE, LICENCES_JSON, ...files.map(({ path }) => path)],
    },
  };
}

const refusal = (layer: WantedLayer) => ({
  id: layer.id,
  title: layer.title,
  reason: `${layer.title} cannot be taken away: ${whyPartNot(layer)}.`,
});

function reasonOf(together: Combination | undefined, wish: Wish, form: DownloadForm): string {
  if (together === undefined) return 'Nothing that was asked for may be taken away.';
  if (wish.form === 'merged' && form !== 'merged') {
    return `It cannot be one file: ${together.reason}`;
  }
  if (form === 'merged' && together.form !== 'merged') {
    return `One file, and all of it under the ${together.mergedLabel}: that licence asks that whatever is made from it carry the same.`;
  }
  return together.reason;
}

function warningsOf(taken: readonly WantedLayer[], { format }: Wish): string[] {
  const synthetic = taken.filter((layer) => layer.synthetic).map(({ title }) => title);
  const mixed = new Set(taken.map(({ crs }) => crs)).size > 1;
  const far = taken.filter(({ crs }) => mixed && crs === 'EPSG:4326').map(({ title }) => title);
  return [
    ...(synthetic.length > 0
      ? [`Synthetic, made up to show how ODIN works, not fact: ${synthetic.join(', ')}.`]
      : []),
    ...(far.length > 0
      ? [
          `In longitude and latitude because they reach beyond Great Britain’s National Grid: ${far.join(', ')}.`,
        ]
      : []),
    ...unplacedWarning(taken),
    ...(format === 'csv'
      ? ['A text that a spreadsheet would run as a formula begins with an apostrophe.']
      : []),
  ];
}

function unplacedWarning(taken: readonly WantedLayer[]): string[] {
  const count = taken.reduce((sum, { unplaced }) => sum + unplaced, 0);
  if (count === 0) return [];
  const [records, are] = count === 1 ? ['record has', 'is'] : ['records have', 'are'];
  return [`${count} ${records} no position and ${are} not in it: each dataset’s page lists them.`];
}

const licencesOf = (layers: readonly WantedLayer[]): Licence[] => [
  ...new Map(layers.map(({ licence }) => [licence.id, licence])).values(),
];

function creditsOfAll(taken: readonly WantedLayer[]): DownloadPlan['credits'] {
  const { short, long } = combineCredits(taken.flatMap(creditsOf));
  return { short, long: [...long] };
}

const creditsOf = ({ licence, datasets }: WantedLayer) =>
  datasets.map(({ publisher, attribution }) => ({
    holder: publisher,
    licence: licence.id,
    statement: attribution,
  }));

/** One file of everything; a table of text has one kind of row, so CSV stays a file a layer. */
function mergedFiles(layers: readonly WantedLayer[], { format }: Wish): PlannedFile[] {
  if (format === 'csv') return layers.map((layer) => alone(layer, format));
  return byCrs(layers).map(([crs, group], index) => ({
    path: `features${index === 0 ? '' : '-wgs84'}.${format}`,
    crs,
    layers: group,
  }));
}

/** A folder, or a GeoPackage, a licence; no folders where there is but one. */
function filesByLicence(layers: readonly WantedLayer[], { format }: Wish): PlannedFile[] {
  const licences = licencesOf(layers);
  return licences.flatMap(({ id }) => {
    const under = layers.filter(({ licence }) => licence.id === id);
    if (format === 'gpkg') {
      return byCrs(under).map(([crs, group], index) => ({
        path: `${id.toLowerCase()}${index === 0 ? '' : '-wgs84'}.gpkg`,
        crs,
        layers: group,
      }));
    }
    const folder = licences.length === 1 ? '' : `${id.toLowerCase()}/`;
    return under.map((layer) => alone(layer, format, folder));
  });
}

const alone = (layer: WantedLayer, format: DownloadFormat, folder = ''): PlannedFile => ({
  path: `${folder}${layer.id}.${format}`,
  crs: layer.crs,
  layers: [layer],
});

/** National Grid first, where both are. */
function byCrs(layers: readonly WantedLayer[]): [DownloadCrs, WantedLayer[]][] {
  const groups = new Map<DownloadCrs, WantedLayer[]>();
  for (const crs of ['EPSG:27700', 'EPSG:4326'] as const) {
    const group = layers.filter((layer) => layer.crs === crs);
    if (group.length > 0) groups.set(crs, group);
  }
  return [...groups];
}
