import { createInterface } from 'node:readline';
import { openWorld, secretOf, TOMORROW } from './access-world.ts';

/**
 * A server with a dataset that is shared by agreement until the end of today. Prints its address and the secrets of
 * sessions of somebody it is shared with and of its owner; `tomorrow` on its input sets its clock to the first second
 * after the agreement.
 */
const world = await openWorld(true, {});
await world.changeAccess('by-agreement');
for (const who of ['grantee', 'owner']) process.stdout.write(`${who}: ${secretOf(who)}\n`);
process.stdout.write(`ODIN is at ${world.url}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'tomorrow') continue;
  await world.setClock(TOMORROW);
  process.stdout.write('it is tomorrow\n');
}
