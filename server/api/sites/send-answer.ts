import { setImmediate as breathe } from 'node:timers/promises';
import type { Response } from 'express';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { writeSearch } from '#data/siting/search-text.ts';
import type { WorkedOut } from '#server/columns/shelf.ts';
import { STREAMED, type Streamed } from '../route.ts';
import type { Services } from '../services.ts';
import { sendWritten, type Written, writeDown } from '../settled.ts';
import { editionsFor } from './measure-search.ts';
import type { MeasuredFor } from './moment.ts';

type KeptAnswer = WorkedOut & { readonly written: Written };

/**
 * Send an answer; what was answered before from the same editions is sent again as it was written then. An answer
 * about areas or a former moment is made each time.
 *
 * @param of the search, and what else tells its answer from others
 */
export async function sendAnswer(
  response: Response,
  of: { readonly search: SiteSearch; readonly name: string },
  { services, asOf }: MeasuredFor,
  answer: () => Promise<SitesAnswer>,
): Promise<SitesAnswer | Streamed> {
  const { search, name } = of;
  if (asOf !== undefined || search.ground.kind !== 'sites') return await answer();
  const written = await keptAnswer({ search, name }, services, answer);
  sendWritten(response, written);
  return STREAMED;
}

async function keptAnswer(
  { search, name }: { readonly search: SiteSearch; readonly name: string },
  services: Services,
  answer: () => Promise<SitesAnswer>,
): Promise<Written> {
  const editions = editionsFor(search, await services.catalogue());
  // whoever may not have one of them is turned away here, and whoever reads one is written down
  await services.sites.take(editions);
  const rows = editions.map(({ row }) => row);
  // a dataset that is opened or closed comes into another layer
  const layers = editions.map(({ layerId }) => layerId).join();
  const day = services.accounts.now().toISOString().slice(0, 10);
  const kept = await services.sites.workOut<KeptAnswer>(
    `answer ${name} ${day} ${layers} ${writeSearch(search)}`,
    rows,
    async () => {
      const written = await writeDown(await write(await answer()));
      return { written, bytes: written.plain.length + written.packed.length };
    },
  );
  return kept.written;
}

/** Sites written between two turns of the event loop. */
const SLICE = 2_000;

/** An answer as JSON, a piece at a time: a large one takes a tenth of a second. */
async function write({ sites, columns, ...rest }: SitesAnswer): Promise<Buffer> {
  const pieces = [`${JSON.stringify(rest).slice(0, -1)},"sites":[`];
  for (let from = 0; from < sites.length; from += SLICE) {
    const slice = JSON.stringify(sites.slice(from, from + SLICE)).slice(1, -1);
    pieces.push(from === 0 ? slice : `,${slice}`);
    await breathe();
  }
  pieces.push('],"columns":[');
  for (const [at, column] of columns.entries()) {
    pieces.push(at === 0 ? JSON.stringify(column) : `,${JSON.stringify(column)}`);
    await breathe();
  }
  pieces.push(']}');
  return Buffer.from(pieces.join(''));
}
