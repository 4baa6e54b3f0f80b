import { issue } from '#data/issues/issue.ts';
import type { DecodedFile, Format } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { dataParts, openContainer, together } from './container.ts';
import { issueOf, Refusal, refuse } from './refusal.ts';
import { baseOf, type Decoder, extensionOf, type Part, type Source, stemOf } from './source.ts';
import { isOffice, statementsBeside, withStatements } from './statements.ts';
import { openBudget, type Spent } from './zip/index.ts';

/** How deep in archives a file stands, and what has been inflated on the way to it. */
export type Nesting = { readonly depth: number; readonly spent: Spent };

/** A file that stands in no archive. */
export const outermost = (): Nesting => ({ depth: 0, spent: openBudget() });

/** What reading an archive needs of the room: a decoder by format, and one by content. */
export type Readers = {
  readonly decoderOf: (format: Format) => Decoder;
  readonly decodeSource: (source: Source, nesting: Nesting) => DecodedFile;
};

/**
 * Everything a zip holds: the format its members make together, or each dataset in it as layers.
 *
 * @throws Refusal when nothing in it can be read, or when it breaks a limit
 */
export function decodeArchive(source: Source, nesting: Nesting, readers: Readers): DecodedFile {
  const { format, parts, issues } = openContainer(source.bytes, nesting.spent);
  const inside = { ...source, parts };
  const file = format
    ? readers.decoderOf(format)(inside)
    : decodeMembers(inside, { ...nesting, depth: nesting.depth + 1 }, readers);
  const told = isOffice(format) ? file : withStatements(file, statementsBeside(parts));
  const isNested = nesting.depth > 0 && format === undefined;
  const noticed = isNested ? [issue('file.archive-nested', { value: source.name })] : [];
  return { ...told, issues: [...noticed, ...issues, ...told.issues] };
}

/** One dataset of an archive: members of one format together, or a file of its own. */
type Unit = {
  readonly name: string;
  /** Stems it takes up: the same data may stand beside it in another format. */
  readonly stems: readonly string[];
  readonly read: () => DecodedFile;
};

const BOMB = 'file.archive-bomb-or-path-escape';

/** The datasets one by one; those that cannot be read are told of, the others kept. */
function decodeMembers(source: Source, nesting: Nesting, readers: Readers): DecodedFile {
  const files: { name: string; file: DecodedFile }[] = [];
  const refused: Issue[] = [];
  const { units, again } = withoutCopies(listUnits(source, nesting, readers));
  if (units.length === 0) refuseDataless(source.parts);
  for (const { name, read } of units) {
    try {
      files.push({ name, file: read() });
    } catch (thrown) {
      const found = issueOf(thrown);
      if (!found || found.code === BOMB) throw thrown;
      refused.push({ ...found, layer: found.layer ?? name });
    }
  }
  const [first] = refused;
  if (files.length === 0 && first) throw new Refusal(first);
  const file = together(files);
  const milder = refused.map((found) => ({ ...found, severity: 'error' as const }));
  return { ...file, issues: [...file.issues, ...again, ...milder] };
}

/** Names shown of an archive that holds no data. */
const NAMES_SHOWN = 5;

function refuseDataless(parts: readonly Part[]): never {
  const names = parts.slice(0, NAMES_SHOWN).map(({ name }) => baseOf(name));
  const more = parts.length > NAMES_SHOWN ? ' …' : '';
  const count =
    parts.length === 1 ? '1 file, which is no data' : `${parts.length} files and none is data`;
  const message = `The archive holds ${count}: ${names.join(', ')}${more}. Put the table or the map layer itself in it.`;
  return refuse('file.empty', message);
}

function listUnits(source: Source, nesting: Nesting, readers: Readers): Unit[] {
  const { parts } = source;
  const units = [
    ...geodatabases(parts).map((group) => groupUnit('filegdb', group, source, readers)),
    ...shapefiles(parts).map((group) => groupUnit('shapefile', group, source, readers)),
  ];
  const taken = new Set(units.flatMap(({ members }) => members));
  const single = dataParts(
    parts.filter((part) => !taken.has(part)),
    units.length === 0,
  );
  return [...units, ...single.map((part) => partUnit(part, parts, nesting, readers))];
}

function groupUnit(
  format: Format,
  members: readonly Part[],
  source: Source,
  readers: Readers,
): Unit & { readonly members: readonly Part[] } {
  const shapes = members.filter(({ name }) => extensionOf(name) === 'shp');
  return {
    name: baseOf(shapes[0]?.name ?? source.name),
    stems: shapes.map(({ name }) => stemOf(name).toLowerCase()),
    members,
    read: () => readers.decoderOf(format)({ ...source, parts: members }),
  };
}

function partUnit(part: Part, parts: readonly Part[], nesting: Nesting, readers: Readers): Unit {
  const name = baseOf(part.name);
  return {
    name,
    stems: [stemOf(name).toLowerCase()],
    read: () => readers.decodeSource({ name, bytes: part.bytes(), parts }, nesting),
  };
}

/** The members of every .gdb, a group for each folder. */
function geodatabases(parts: readonly Part[]): Part[][] {
  const folderOf = ({ name }: Part) => name.slice(0, name.length - baseOf(name).length);
  const folders = new Set(parts.filter(({ name }) => /\.gdbtable$/i.test(name)).map(folderOf));
  return [...folders].map((folder) => parts.filter((part) => folderOf(part) === folder));
}

const SHAPE_PART = /\.(shp|shx|dbf|prj|cpg|cst|qpj|sbn|sbx|qix|dbt|fpt)$/i;

/** The parts of all shapefiles, as one group; a .dbf with no shape beside it is a table of its own. */
function shapefiles(parts: readonly Part[]): Part[][] {
  const trunk = ({ name }: Part) => name.slice(0, name.length - extensionOf(name).length);
  const trunks = new Set(
    parts.filter(({ name }) => /\.shp$/i.test(name)).map((part) => trunk(part).toLowerCase()),
  );
  if (trunks.size === 0) return [];
  const isPart = (part: Part) =>
    SHAPE_PART.test(part.name) && trunks.has(trunk(part).toLowerCase());
  return [parts.filter(isPart)];
}

/** Portals zip one dataset in several formats: the one that keeps most of it is read. */
const PREFERRED = ['gpkg', 'shp', 'geojson', 'fgb', 'parquet', 'gml', 'tab', 'mif', 'kml', 'kmz'];

function withoutCopies(units: readonly Unit[]): { units: Unit[]; again: Issue[] } {
  const rank = ({ name }: Unit) => {
    const place = PREFERRED.indexOf(extensionOf(name));
    return place < 0 ? PREFERRED.length : place;
  };
  const kept: Unit[] = [];
  const left: string[] = [];
  for (const unit of [...units].sort((a, b) => rank(a) - rank(b))) {
    const isCopy = unit.stems.length === 1 && kept.some(({ stems }) => overlap(stems, unit.stems));
    if (isCopy) left.push(unit.name);
    else kept.push(unit);
  }
  const again =
    left.length === 0
      ? []
      : [
          issue(
            'file.archive-multiple-datasets',
            { value: left.join(', ') },
            `The same name stands in the archive in several formats; left out: ${left.join(', ')}.`,
          ),
        ];
  return { units: units.filter((unit) => kept.includes(unit)), again };
}

const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((stem) => others.includes(stem));
