import { Role } from '#data/schema/subject.ts';
import { type AccountDeps, emailKey } from '#server/accounts/deps.ts';
import { invite, inviteToReset } from '#server/accounts/inviting.ts';
import { type Config, readConfig } from '#server/config.ts';
import type { AccountRow } from '#server/store/accounts/account-rows.ts';
import { openStore } from '#server/store/open.ts';
import { textOption } from './arguments.ts';
import { type Arguments, type Command, EXIT, WrongCall } from './command.ts';

/** `odin account`: who may sign in. */
export const ACCOUNT: Command = {
  name: 'account',
  summary: 'List accounts; invite somebody, make a link to a new password, close an account.',
  usage:
    'list | invite EMAIL [--organisation ID --role ROLE] [--administrator] | reset EMAIL | close EMAIL',
  options: [
    { name: '--organisation', value: 'ID', help: 'where they will belong: trafford-council' },
    { name: '--role', value: 'ROLE', help: 'owner, publisher or viewer; publisher unless said' },
    { name: '--administrator', help: 'they may manage every organisation' },
  ],
  notes: [
    'A link is printed once. An invitation is good for 7 days, a link to a new password for one.',
    'The server may run meanwhile.',
  ],
  async run(given) {
    const config = readConfig(process.env);
    const store = openStore(config.dataFolder);
    try {
      const deps = { store: store.accounts, now: () => new Date() };
      process.stdout.write(`${(await act(given, config, deps)).join('\n')}\n`);
      return EXIT.done;
    } finally {
      await store.close();
    }
  },
};

async function act(given: Arguments, config: Config, deps: AccountDeps): Promise<string[]> {
  const [verb, email = '', ...more] = given.operands;
  if (more.length > 0) throw new WrongCall(`One account at a time: “${more[0]}” is too many`);
  if (verb === 'list') return await listAccounts(deps);
  if (verb === 'invite') return [linkOf(config, await inviteOne(given, email, deps))];
  if (verb === 'reset') {
    const account = await findAccount(email, deps);
    return [linkOf(config, await inviteToReset(account, 'Whoever runs this server', deps))];
  }
  if (verb === 'close') return [await closeOne(await findAccount(email, deps), deps)];
  throw new WrongCall('Say list, invite, reset or close');
}

async function listAccounts({ store }: AccountDeps): Promise<string[]> {
  const accounts = await store.listAccounts();
  if (accounts.length === 0) return ['Nobody has an account.'];
  return await Promise.all(
    accounts.map(async ({ id, email, name, isAdministrator, closedAt }) => {
      const roles = (await store.listMemberships(id)).map(
        ({ organisationId, role }) => `${role} of ${organisationId}`,
      );
      const words = [...(isAdministrator ? ['administrator'] : []), ...roles];
      const closed = closedAt === undefined ? '' : `  closed ${closedAt.slice(0, 10)}`;
      return `${email}  ${name}  ${words.join(', ') || 'belongs nowhere'}${closed}`;
    }),
  );
}

async function inviteOne(given: Arguments, email: string, deps: AccountDeps): Promise<string> {
  if (!email.includes('@')) throw new WrongCall('Name the e-mail address to invite');
  const organisationId = textOption(given, '--organisation');
  const role = Role.safeParse(textOption(given, '--role') ?? 'publisher');
  const isAdministrator = given.options.has('--administrator');
  if (!role.success) throw new WrongCall('--role is owner, publisher or viewer');
  if (organisationId === undefined && !isAdministrator) {
    throw new WrongCall('Say where they will belong: --organisation ID, or --administrator');
  }
  if (organisationId !== undefined && !(await deps.store.findOrganisation(organisationId))) {
    throw new WrongCall(`There is no organisation “${organisationId}”`);
  }
  const place = organisationId === undefined ? {} : { organisationId, role: role.data };
  const invitedBy = 'Whoever runs this server';
  return await invite({ email, ...place, isAdministrator, invitedBy }, deps);
}

async function findAccount(email: string, { store }: AccountDeps): Promise<AccountRow> {
  const account = await store.findAccountByEmail(emailKey(email));
  if (!account) throw new WrongCall(`Nobody has an account by “${email}”`);
  return account;
}

async function closeOne({ id, email }: AccountRow, { store, now }: AccountDeps): Promise<string> {
  await store.closeAccount(id, now());
  await store.endSessions(id);
  return `The account of ${email} is closed; its sessions and tokens are no longer good.`;
}

/** The link as people open it: by the address the public sees where it is known. */
function linkOf({ publicUrl, host, port }: Config, secret: string): string {
  const here = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return `${publicUrl ?? here}/invitation/${secret}`;
}
