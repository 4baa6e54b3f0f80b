import { formTokenOf } from '#server/accounts/secret.ts';
import {
  PUBLIC_URL,
  SECRET_DATASET,
  SECRET_LAYER,
  type SubjectName,
  secretOf,
  type World,
} from './access-world.ts';

/** Addresses of the dataset that is not for everybody. */
export const DETAIL = `/api/datasets/${SECRET_DATASET}`;
export const FEATURES = `/api/layers/${SECRET_LAYER}/features`;

/** Ask a world, and look at what it has written down. */
export function askingOf(world: () => World) {
  const textOf = async (who: SubjectName, path: string, init?: RequestInit): Promise<string> =>
    (await world().ask(who, path, init)).text();
  const audit = () =>
    world().odin.deps.store.access.listAudit({ dataset: SECRET_DATASET, limit: 500 });
  return {
    textOf,
    status: async (who: SubjectName, path: string, init?: RequestInit): Promise<number> => {
      const response = await world().ask(who, path, init);
      await response.arrayBuffer();
      return response.status;
    },
    /** Send a form as the page of a session does. */
    send: (
      who: Exclude<SubjectName, 'anonymous'>,
      path: string,
      filled: Readonly<Record<string, string>>,
    ): Promise<Response> =>
      world().ask(who, path, {
        method: 'POST',
        headers: { Origin: PUBLIC_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ token: formTokenOf(secretOf(who)), ...filled }),
      }),
    /** Newest first. */
    readings: async () => (await audit()).filter(({ entry }) => entry.kind === 'read'),
  };
}
