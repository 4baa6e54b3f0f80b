import { findFeatureType } from '#data/features/index.ts';
import { BROWNFIELD_COLUMNS } from '#data/features/land-brownfield.ts';
import type { Receipt } from '#data/schema/desk-compare.ts';
import { attributionOf } from '#server/catalogue/attribution.ts';
import { dueOn } from '#server/catalogue/cadence.ts';
import type { DraftRow } from '#server/store/draft-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import { contextOf } from './context.ts';
import type { DeskDeps } from './deps.ts';
import { countsOf, issuesOf } from './issue-detail.ts';
import { dateText, grouped, many, nounOf, sizeText, timeText } from './words.ts';

/** Types that have a statutory form of their own. */
const STATUTORY = new Set(['land/brownfield-site']);

/** Proof of what went live, made once it is. */
export async function makeReceipt(
  draft: DraftRow,
  edition: EditionRow,
  deps: DeskDeps,
): Promise<Receipt> {
  const { store } = deps.publishing;
  const publisher = deps.publishers.get(draft.publisher);
  const licence = deps.licences.get(edition.licence);
  if (!publisher || !licence)
    throw new RangeError('Cannot write a receipt: publisher or licence is unknown');
  const { source, report, sha256 } = edition;
  const type = findFeatureType(source.type);
  const noun = nounOf(type);
  const events = await store.listEvents(edition.dataset);
  const event = events.find((each) => each.edition === edition.number && each.kind === 'published');
  const publishedAt = event?.at ?? edition.publishedAt;
  const before = (await store.listEditions(edition.dataset)).find(
    ({ number }) => number === edition.comparison?.against,
  );
  const context = contextOf(draft, publisher, deps.atlas);
  const counts = context ? countsOf(await issuesOf(context, store)) : { later: 0 };
  const ended = source.ended?.length ?? 0;
  const current = report.records - ended;
  const day = dateText(publishedAt);
  const page = `/data/${edition.dataset}`;
  const year = publishedAt.slice(0, 4);
  const due = dueOn(publishedAt, source.cadence);
  return {
    number: receiptNumber(edition, publisher.shortName),
    draft: draft.id,
    dataset: edition.dataset,
    title: source.title,
    edition: edition.number,
    publishedAt,
    words: `${publisher.shortName}’s ${source.title.charAt(0).toLowerCase()}${source.title.slice(1)} went live at ${timeText(publishedAt)} on ${day} with ${many(current, `current ${noun}`)}${ended > 0 ? ` and ${grouped(ended)} ended` : ''}.`,
    synthetic: source.synthetic,
    page,
    map: `/?layers=${encodeURIComponent(edition.layerId)}`,
    file: { name: report.fileName, sizeBytes: report.sizeBytes, sha256 },
    rows: rowsOf(draft, edition, { licence: licence.title, noun }),
    happened: [
      { words: `${many(report.records, noun)} stored`, at: publishedAt, state: 'done' },
      { words: 'Search, lists and downloads updated', at: publishedAt, state: 'done' },
      ...(STATUTORY.has(source.type)
        ? [
            {
              words: `Statutory ${Object.keys(BROWNFIELD_COLUMNS).length}-column CSV can be had`,
              at: publishedAt,
              state: 'done' as const,
            },
          ]
        : []),
    ],
    left: [
      ...(counts.later > 0
        ? [
            {
              tone: 'warn' as const,
              words: `${many(counts.later, 'issue')} to fix later`,
              label: 'Open',
              href: `/desk/drafts/${draft.id}/issues`,
            },
          ]
        : []),
      ...(due === undefined
        ? []
        : [
            {
              tone: 'info' as const,
              words: `The next edition is promised for ${dateText(due)}.`,
              label: 'Start it',
              href: `/desk/${draft.publisher}/new?type=${source.type}`,
            },
          ]),
    ],
    citation: `${publisher.name} (${year}) ${source.title}, edition ${edition.number}. ODIN, published ${day}.`,
    licence: {
      id: licence.id,
      title: licence.title,
      ...(licence.url === undefined ? {} : { url: licence.url }),
      chip: licence.chip,
      attribution: attributionOf(source, publishedAt, { licence, publisher }),
    },
    ...(before
      ? {
          before: {
            edition: before.number,
            records: before.report.records,
            synthetic: before.source.synthetic,
          },
        }
      : {}),
    status: 'live',
    ...(report.bounds ? { box: [...report.bounds] } : {}),
    ...(STATUTORY.has(source.type)
      ? { statutory: `/api/desk/datasets/${edition.dataset}/statutory.csv` }
      : {}),
  };
}

/** `ROC-BS-0002`: publisher, type, edition. */
const receiptNumber = ({ source, number }: EditionRow, shortName: string): string => {
  const slug = source.id.slice(source.id.indexOf('/') + 1);
  const initials = slug
    .split('-')
    .map((word) => word.charAt(0))
    .join('');
  const letters = shortName.replaceAll(/[^A-Za-z]/g, '').slice(0, 3);
  return `${letters}-${initials}-${String(number).padStart(4, '0')}`.toUpperCase();
};

function rowsOf(
  { detail }: DraftRow,
  { source, report, sha256 }: EditionRow,
  { licence, noun }: { readonly licence: string; readonly noun: string },
): Receipt['rows'] {
  const near = (source.patch ?? []).filter(({ withinM }) => withinM !== undefined);
  const asSent = report.features - near.length;
  const names = near.map(({ record }) => Object.values(record)[0]).join(', ');
  const changed = source.patch?.length ?? 0;
  return [
    { title: 'File kept', text: report.fileName, note: `${sizeText(report.sizeBytes)}, unchanged` },
    { title: 'Fingerprint', text: sha256, note: 'sha-256, to prove it is the same file' },
    {
      title: 'Positions',
      text: `${many(asSent, noun)} as sent${near.length > 0 ? `, ${grouped(near.length)} approximate (${names})` : ''}`,
      ...(report.unplaced > 0 ? { note: `${many(report.unplaced, noun)} without a point` } : {}),
    },
    ...(changed > 0
      ? [{ title: 'Values changed', text: `${grouped(changed)}, each with its rule` }]
      : []),
    { title: 'Licence', text: licence },
    { title: 'Published by', text: detail.publishing?.by ?? detail.savedBy },
    ...(detail.publishing?.reason
      ? [{ title: 'Reason given', text: detail.publishing.reason }]
      : []),
  ];
}
