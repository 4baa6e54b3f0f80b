import { loadGrid } from '#data/load.ts';
import type { Subject } from '#data/schema/subject.ts';
import { readConfig } from '#server/config.ts';
import { openDesk } from '#server/desk/index.ts';
import { openDeskDeps } from '#server/desk/open.ts';
import { publishDraft } from '#server/desk/publish/publish-draft.ts';
import { openOdin } from '#server/odin.ts';

/**
 * A process that hands a file in, answers the licence questions and publishes, and stands still for ever at a named
 * point on the way, so that it can be killed there. It says on standard output what it was told is kept.
 */

const { folder, text, fileName, stopAt } = JSON.parse(process.argv[2] ?? '{}') as Given;

type Given = {
  readonly folder: string;
  readonly text: string;
  readonly fileName: string;
  readonly stopAt?: string;
};

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

function reach(point: string): void {
  if (point !== stopAt) return;
  say('here');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** The method, with a named point before it and one after. */
const between =
  <Given extends unknown[], Answer>(
    method: (...given: Given) => Promise<Answer>,
    before: string,
    after: string,
  ) =>
  async (...given: Given): Promise<Answer> => {
    reach(before);
    const answer = await method(...given);
    reach(after);
    return answer;
  };

const odin = await openOdin(readConfig({ ODIN_DATA: folder }));
const { store } = odin.deps;
const { drafts } = store;
const watched = {
  ...store,
  putResource: between(store.putResource, 'before the file is kept', 'after the file is kept'),
  stageEdition: between(store.stageEdition, 'before staging', 'after staging'),
  stageFrames: between(store.stageFrames, 'before records are kept', 'after records are kept'),
  goLive: between(store.goLive, 'before the flip', 'after the flip'),
  drafts: {
    ...drafts,
    insertDraft: between(drafts.insertDraft, 'before the draft', 'after the draft'),
    saveDraft: between(drafts.saveDraft, 'before a step is saved', 'after a step is saved'),
    finish: between(drafts.finish, 'before the receipt', 'after the receipt'),
  },
};
const publishing = { ...odin.deps, store: watched };
const limits = { fileBytes: 1e8, roomBytes: 1e9, drafts: 500, floorBytes: 0 };
const desk = openDesk(openDeskDeps(odin, publishing, loadGrid(odin.deps.vocabulary), limits));
const who: Subject = {
  kind: 'account',
  accountId: 'a'.repeat(24),
  name: 'Test',
  email: 'test@example.org',
  isAdministrator: false,
  memberships: [{ organisationId: 'demonstration-rochdale', role: 'publisher' }],
  via: 'session',
};
say('begun');
const bytes = Buffer.from(text);
const { createHash } = await import('node:crypto');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const asked = { publisher: 'demonstration-rochdale', fileName };
const draft = await desk.drafting.create(who, asked, { sha256, fileName, bytes });
say(`kept ${draft.id}`);
const answered = await desk.deciding.answerLicence(who, draft.id, {
  ...{ author: 'council', os: 'none', addresses: 'none', 'third-party': 'none', people: 'no' },
  ...{ licence: 'OGL-UK-3.0', evidence: { kind: 'here' } },
});
say(`answered ${draft.id}`);
const { reading } = answered.detail;
const receipt = await publishDraft(
  { subject: who, id: draft.id, reading },
  desk.deps,
  desk.drafting,
);
say(`published ${draft.id} ${receipt.edition}`);
await desk.close();
await odin.close();
