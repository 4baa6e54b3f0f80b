import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { datasetApart } from '#data/schema/access-layer.ts';
import type { AccountSubject, Subject } from '#data/schema/subject.ts';
import { can } from '#server/access/can.ts';
import { askerOf, setAsker } from '../asking.ts';
import type { Services } from '../services.ts';
import type { Permit } from '../tiles/route.ts';
import { holdBack } from './hold-back.ts'; //                    until it is written down
import { keepPrivate } from './private-answer.ts'; //            for whoever asked alone
import { withPurpose } from './purpose.ts'; //              what they read for
import { openReadings, type Readings } from './readings.ts'; //  what is read of what is not for everybody
import { seenServices } from './seen-services.ts'; //            what is not to be seen is not there
import { type Held, type Sight, sightOf } from './sight.ts'; //  what somebody may see now
import { openStanding } from './standing.ts'; //                 who may have what

/** Data as whoever asks sees it. */
export type Seen = {
  /**
   * The services as whoever asks sees them: the one place where answers are held against who may have what. Every
   * route and page is given these, and finds nothing in them that its asker may not see; outside a request they are
   * what everybody sees.
   */
  readonly services: Services;
  /** Lets `services` know who asks; before whatever answers, and after it is known. */
  readonly seeing: RequestHandler;
  /** Lets in whoever may have the tiles of a layer that is not for everybody. */
  readonly admit: (request: IncomingMessage, layerId: string) => Promise<Permit | undefined>;
};

/** Files that are the same for everybody: whoever is signed in keeps them as others do. */
const FILES = /^\/(?:assets|fonts|basemap|api\/fonts|api\/sprites)\/|^\/[a-z-]+\.(?:css|js|svg)$/;

type Asking = { readonly subject: AccountSubject; readonly readings: Readings };

/**
 * Open the data as it is seen.
 *
 * @param services all there is
 * @param now the server's clock: it alone says what is in force
 */
export function openSeen(services: Services, now: () => Date): Seen {
  const { store, log, whoAsks } = services;
  const standing = openStanding(store.access);
  const asking = new AsyncLocalStorage<Asking>();
  const sightFor = async (subject: Subject): Promise<Sight> => {
    const { apart, everybody } = await standing();
    return subject.kind === 'anonymous' || apart.length === 0
      ? everybody
      : sightOf(apart, subject, now());
  };
  const record = async (asker: Asking, asked: Parameters<Readings['take']>[1]): Promise<void> => {
    const entries = asker.readings.take(asker.subject, asked);
    if (entries.length > 0) await store.access.audit(entries);
  };
  const everybody: Services = seenServices(
    { ...services, everybody: () => everybody },
    { look: async () => (await standing()).everybody, note: () => undefined },
  );
  return {
    services: seenServices(
      { ...services, everybody: () => everybody },
      {
        look: async () => {
          const asker = asking.getStore();
          return asker ? await sightFor(asker.subject) : (await standing()).everybody;
        },
        note: (held, records) => asking.getStore()?.readings.note(held, records),
      },
    ),
    async seeing(request, response, next) {
      const known = askerOf(request);
      if (known.subject.kind === 'anonymous' || FILES.test(request.path)) return next();
      const subject = await withPurpose(known.subject, { ...known, request }, store.access);
      setAsker(request, { ...known, subject });
      const asker = { subject, readings: openReadings() };
      keepPrivate(response);
      holdBack(response, () => record(asker, { ...askedOf(response), now: now() }), log);
      asking.run(asker, next);
    },
    async admit(request, layerId) {
      const known = await whoAsks(request);
      if (known.subject.kind === 'anonymous') return undefined;
      const subject = await withPurpose(known.subject, { ...known, request }, store.access);
      const held = heldOf(await sightFor(subject), layerId);
      if (!held) return undefined;
      if (!can(subject, 'see-tiles', held.apart.thing, now())) return undefined;
      const layers = await store.listLayers();
      if (!layers.some(({ id }) => id === layerId)) return undefined;
      const asker = { subject, readings: openReadings() };
      asker.readings.note(held, 0);
      return { record: (path, version) => record(asker, { path, version, now: now() }) };
    },
  };
}

/** What somebody holds of the dataset a layer is kept apart for. */
function heldOf({ held }: Sight, layerId: string): Held | undefined {
  const dataset = datasetApart(layerId);
  for (const each of held.values()) {
    if (each.apart.thing.id === dataset && each.apart.thing.state !== 'open') return each;
  }
  return undefined;
}

/** The path of what was asked, and the box or area it was asked about. */
function askedOf({ req: { originalUrl, query } }: Response) {
  const [path = ''] = originalUrl.split('?', 1);
  const { area = query.bbox } = query;
  return { path, ...(typeof area === 'string' ? { area } : {}) };
}
