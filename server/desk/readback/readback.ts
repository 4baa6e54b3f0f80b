import { FEATURE_TYPES, findFeatureType } from '#data/features/index.ts';
import type { Part } from '#data/schema/desk-choice.ts';
import type { Readback } from '#data/schema/desk-readback.ts';
import { grouped, listed, many, plural } from '#data/words/figures.ts';
import { type DraftContext, takenLayers } from '../draft/context.ts';
import { formatText, quoted, shortHash, sizeText, titleOf } from '../words.ts';
import { datesRow, newestRow } from './dates.ts';
import { fallsOf, noticesOf } from './falls.ts';
import { totalsOf } from './totals.ts';
import { voteOf } from './vote.ts';

type Row = Readback['rows'][number];

/** What was read of a file, in words, each part with its evidence and what else it could be. */
export function readbackOf(context: DraftContext): Readback {
  const { found } = context;
  const vote = voteOf(context);
  return {
    sentence: sentenceOf(context),
    notices: noticesOf(context),
    rows: [
      fileRow(context),
      formatRow(context),
      tablesRow(context),
      kindRow(context),
      ...datesRow(context),
      ...newestRow(context),
      personalRow(context),
    ],
    ...(vote ? { vote } : {}),
    falls: fallsOf(context),
    totals: totalsOf(context),
    ...(found.bounds ? { box: [...found.bounds] } : {}),
  };
}

function sentenceOf(context: DraftContext): Part[] {
  const { found, type, noun, area, closer } = context;
  const tables = takenLayers(context).length;
  const crs = found.layers.find(({ crs: verdict }) => verdict.id !== undefined)?.crs.id;
  const parts: Part[] = [
    { text: 'We read ' },
    { text: many(found.records, noun), strong: true, row: 'tables' },
    { text: ' in ' },
    { text: tables === 1 ? 'one table' : many(tables, 'table'), strong: true, row: 'tables' },
    { text: '. ' },
  ];
  if (crs === undefined) parts.push({ text: 'They say nothing of where they are. ' });
  else {
    parts.push({ text: 'Their positions are in ' });
    parts.push({ text: CRS_NAMES[crs] ?? crs, strong: true, row: 'vote' }, { text: '. ' });
  }
  if (type) {
    const name = titleOf(type).toLowerCase();
    parts.push(
      { text: 'It looks like ' },
      { text: `${articleOf(name)}${name}`, strong: true, row: 'kind' },
    );
  } else
    parts.push(
      { text: 'We cannot tell ', row: 'kind' },
      { text: 'what kind of things they are', strong: true, row: 'kind' },
    );
  if (crs === undefined) return [...parts, { text: '.' }];
  const inside = `${grouped(closer.falls.inside)} of the ${grouped(found.records)}`;
  return [
    ...parts,
    { text: ', and ' },
    { text: inside, strong: true, row: 'falls' },
    { text: ` ${plural(noun)} fall in ${area}.` },
  ];
}

/** `a ` for a register, nothing for what is many. */
const articleOf = (name: string): string => (/register$/.test(name) ? 'a ' : '');

export const CRS_NAMES: Readonly<Record<string, string>> = {
  'EPSG:27700': 'British National Grid',
  'EPSG:4326': 'longitude and latitude (WGS 84)',
  'EPSG:4258': 'longitude and latitude (ETRS89)',
  'EPSG:3857': 'Web Mercator',
  'EPSG:29903': 'Irish Grid',
  'EPSG:2157': 'Irish Transverse Mercator',
  'EPSG:32630': 'UTM zone 30 north',
};

const fileRow = ({ draft }: DraftContext): Row => ({
  id: 'file',
  title: 'File',
  value: draft.detail.fileName,
  evidence: `${sizeText(draft.detail.sizeBytes)}, kept unchanged · ${shortHash(draft.sha256)}`,
  choices: [],
});

function formatRow({ found, closer }: DraftContext): Row {
  const columns = closer.layers.filter(({ isTaken }) => isTaken)[0]?.columns.length ?? 0;
  return {
    id: 'format',
    title: 'Format',
    value: formatText(found.format, found.encoding),
    evidence: `Told by its content. Every row was read as ${many(columns, 'cell')}`,
    choices: [],
  };
}

function tablesRow(context: DraftContext): Row {
  const { closer, found, draft } = context;
  const taken = takenLayers(context);
  const columns = taken.reduce((sum, layer) => sum + layer.columns.length, 0);
  const others = closer.layers.filter(({ isTaken, name }) => !isTaken && name !== '');
  const firstLine = Math.min(
    ...taken.flatMap(({ columns: each }) =>
      each.flatMap(({ values }) => values.flatMap(({ lines }) => lines)),
    ),
  );
  const headers =
    Number.isFinite(firstLine) && firstLine > 1 ? `First row on line ${firstLine}. ` : '';
  const rest =
    others.length === 0
      ? 'No other tables or sheets'
      : `Also there: ${listed(others.map(({ name }) => quoted(name)))}`;
  const rejected = found.rejected > 0 ? `. ${many(found.rejected, 'row')} could not be read` : '';
  return {
    id: 'tables',
    title: 'Tables and sheets',
    value: `${many(taken.length, 'table')}, ${many(found.records, 'row')}, ${many(columns, 'column')}`,
    evidence: `${headers}${rest}${rejected}`,
    choices:
      others.length === 0
        ? []
        : closer.layers
            .filter(({ name }) => name !== '')
            .map(({ name, records, isTaken }) => ({
              id: `layer:${name}`,
              title: name,
              consequence: many(records, 'row'),
              ...(isTaken && taken.length === 1 ? { current: true } : {}),
            })),
    ...(draft.found?.rejected ? { tone: 'warn' as const } : {}),
  };
}

/** Kinds offered beside those the file suggests. */
function kindRow(context: DraftContext): Row {
  const { type, found } = context;
  const suggestions = found.layers[0]?.suggestions ?? [];
  const own = suggestions.find(({ featureType }) => featureType === type?.id);
  const next = suggestions.find(({ featureType }) => featureType !== type?.id);
  const columns = takenLayers(context)[0]?.columns.length ?? 0;
  const fit = own ? `${own.columns.length} of ${columns} headers fit. ` : '';
  const nextType = next && findFeatureType(next.featureType);
  const second =
    nextType && next
      ? `Next best: ${nextType.title.toLowerCase()}, ${next.columns.length} of ${columns}`
      : 'Nothing else comes near';
  const likely = suggestions.map(({ featureType }) => featureType as string);
  const ordered = [...FEATURE_TYPES].sort(
    (a, b) => rankIn(likely, a.id) - rankIn(likely, b.id) || (a.title < b.title ? -1 : 1),
  );
  return {
    id: 'kind',
    title: 'Kind of data',
    value: type?.title ?? 'Not known: choose one',
    evidence: type ? `${fit}${second}` : 'Nothing in the file says what it holds',
    ...(type ? {} : { tone: 'bad' as const }),
    choices: ordered.map(({ id, title, plural: words }) => ({
      id: `type:${id}`,
      title,
      consequence: words,
      ...(id === type?.id ? { current: true } : {}),
      ...(likely[0] === id ? { suggested: true } : {}),
    })),
  };
}

const rankIn = (likely: readonly string[], id: string): number => {
  const at = likely.indexOf(id);
  return at < 0 ? likely.length : at;
};

function personalRow({ closer }: DraftContext): Row {
  const found = closer.layers.flatMap(({ personal }) => personal);
  const grave = found.filter(({ severity }) => severity === 'error').length;
  return {
    id: 'personal',
    title: 'Personal data',
    value:
      grave > 0
        ? `${many(grave, 'place')} may describe persons`
        : found.length > 0
          ? 'Nothing that stops you'
          : 'None found',
    evidence: `${many(closer.screened, 'cell')} screened for people, e-mail and phone numbers`,
    ...(grave > 0 ? { tone: 'bad' as const } : {}),
    choices: [],
  };
}
