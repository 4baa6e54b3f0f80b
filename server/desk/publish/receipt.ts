import { findFeatureType } from '#data/features/index.ts';
import { BROWNFIELD_COLUMNS } from '#data/features/land-brownfield.ts';
import type { Receipt } from '#data/schema/desk-compare.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import { dateText } from '#data/words/dates.ts';
import { grouped, many } from '#data/words/figures.ts';
import { attributionOf } from '#server/catalogue/attribution.ts';
import { dueOn } from '#server/catalogue/cadence.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { contextOf } from '../draft/context.ts';
import type { DeskDeps } from '../draft/deps.ts';
import { publisherOf } from '../draft/reading-drafts.ts';
import { countsOf, issuesOf } from '../issues/detail.ts';
import { nounOf, sizeText, timeText } from '../words.ts';

/** Types that have a statutory form of their own. */
const STATUTORY = new Set(['land/brownfield-site']);

/** Proof of what went live, made once it is. */
export async function makeReceipt(
  draft: DraftRow,
  edition: EditionRow,
  deps: DeskDeps,
): Promise<Receipt> {
  const { store } = deps.publishing;
  const publisher = publisherOf(draft.publisher, deps);
  const licence = deps.licences.get(edition.licence);
  if (!licence) throw new RangeError(`Cannot write a receipt: no licence "${edition.licence}"`);
  const { source, report, sha256, dataset } = edition;
  const noun = nounOf(findFeatureType(source.type));
  const events = await store.listEvents(dataset);
  const event = events.find((each) => each.edition === edition.number && each.kind === 'published');
  const publishedAt = event?.at ?? edition.publishedAt;
  const { fileName: name, sizeBytes, bounds } = report;
  return {
    ...{ number: receiptNumber(edition, publisher.shortName), draft: draft.id, dataset },
    ...{ title: source.title, edition: edition.number, publishedAt },
    words: liveWords(edition, publisher, publishedAt),
    ...{ synthetic: source.synthetic, page: `/data/${dataset}` },
    map: `/?layers=${encodeURIComponent(edition.layerId)}`,
    file: { name, sizeBytes, sha256 },
    rows: rowsOf(draft, edition, { licence: licence.title, noun }),
    happened: happenedAt(publishedAt, edition, noun),
    left: await leftOver(draft, source, publishedAt, deps),
    citation: `${publisher.name} (${publishedAt.slice(0, 4)}) ${source.title}, edition ${edition.number}. ODIN, published ${dateText(publishedAt)}.`,
    licence: {
      ...{ id: licence.id, title: licence.title, chip: licence.chip },
      ...(licence.url === undefined ? {} : { url: licence.url }),
      attribution: attributionOf(source, publishedAt, { licence, publisher }),
    },
    ...(await beforeIt(edition, store)),
    status: 'live',
    ...(bounds ? { box: [...bounds] } : {}),
    ...(isStatutory(source) ? { statutory: `/api/desk/datasets/${dataset}/statutory.csv` } : {}),
  };
}

const isStatutory = ({ type }: Pick<EditionRow['source'], 'type'>): boolean => STATUTORY.has(type);

/** `Rochdale’s brownfield land register went live at 11:06 on 23 November 2026 with 128 current sites and 5 ended.` */
function liveWords({ source, report }: EditionRow, { shortName }: Publisher, at: string): string {
  const ended = source.ended?.length ?? 0;
  const noun = nounOf(findFeatureType(source.type));
  const title = source.title.charAt(0).toLowerCase() + source.title.slice(1);
  const current = many(report.records - ended, `current ${noun}`);
  const rest = ended > 0 ? ` and ${grouped(ended)} ended` : '';
  return `${shortName}’s ${title} went live at ${timeText(at)} on ${dateText(at)} with ${current}${rest}.`;
}

function happenedAt(at: string, { source, report }: EditionRow, noun: string): Receipt['happened'] {
  const columns = Object.keys(BROWNFIELD_COLUMNS).length;
  const done = [`${many(report.records, noun)} stored`, 'Search, lists and downloads updated'];
  if (isStatutory(source)) done.push(`Statutory ${columns}-column CSV can be had`);
  return done.map((words) => ({ words, at, state: 'done' }));
}

/** What is still to be done about it. */
async function leftOver(
  draft: DraftRow,
  source: EditionRow['source'],
  publishedAt: string,
  deps: DeskDeps,
): Promise<Receipt['left']> {
  const context = contextOf(draft, publisherOf(draft.publisher, deps), deps.atlas);
  const issues = context ? await issuesOf(context, deps.publishing.store) : [];
  const { later } = countsOf(issues);
  const due = dueOn(publishedAt, source.cadence);
  const left: Receipt['left'] = [];
  if (later > 0) {
    // a draft that is published is not worked on any more: its issues are told on the page
    const href = `/data/${draft.dataset}#issues`;
    left.push({ tone: 'warn', words: `${many(later, 'issue')} to fix later`, label: 'Open', href });
  }
  if (due !== undefined) {
    const words = `The next edition is promised for ${dateText(due)}.`;
    const href = `/desk/${draft.publisher}/new?dataset=${draft.dataset}`;
    left.push({ tone: 'info', words, label: 'Start it', href });
  }
  return left;
}

async function beforeIt(
  { dataset, comparison }: EditionRow,
  store: Store,
): Promise<Pick<Receipt, 'before'>> {
  if (!comparison) return {};
  const editions = await store.listEditions(dataset);
  const before = editions.find(({ number }) => number === comparison.against);
  if (!before) return {};
  const { number: edition, report, source } = before;
  return { before: { edition, records: report.records, synthetic: source.synthetic } };
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
