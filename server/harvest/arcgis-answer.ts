import { z } from 'zod';
import type { Failed } from './fetched.ts';
import { broken, type Get, getJson, passing } from './harvested.ts';

/** JSON, with the faults ArcGIS answers 200 with told apart. */
export async function ask(address: string, get: Get): Promise<{ json: unknown } | Failed> {
  const told = await getJson(get, address);
  if ('status' in told) return told;
  const fault = z
    .object({ error: z.object({ code: z.number().optional(), message: z.string().optional() }) })
    .safeParse(told.json).data?.error;
  if (!fault) return told;
  const { code = 0, message = 'no reason given' } = fault;
  if (code === 498 || code === 499 || code === 403) {
    return broken(`The server asks for a sign-in (${code}). Use the address of a public layer.`);
  }
  const why = `The server says: ${message} (${code}).`;
  return code >= 500 || code === 429 ? passing(why) : broken(why);
}
