import type { DecisionRequest } from '#data/schema/desk.ts';
import { columnChoice, columnWith } from './columns/column-choice.ts';
import type { DraftContext } from './draft/context.ts';
import type { DeskDeps } from './draft/deps.ts';
import { issuesOf, openIssue } from './issues/detail.ts';
import type { Taken } from './issues/offer.ts';
import { dateOffers } from './issues/reading-choices.ts';
import { licenceFacts } from './licence/facts.ts';
import { licenceStep } from './licence/licence.ts';
import { Refusal } from './refusal.ts';
import { quoted } from './words.ts';

/** @throws {Refusal} `bad-request` when the licence chosen does not fit the answers */
export async function checkLicence(context: DraftContext, deps: DeskDeps): Promise<void> {
  const { licence } = context.draft.work.licence;
  if (licence === undefined) return;
  const issues = await issuesOf(context, deps.publishing.store);
  const personal = issues.filter(
    ({ code, band }) => code === 'value.personal-data-suspected' && band === 'blocks',
  ).length;
  const step = licenceStep(context, await licenceFacts(context, personal, deps));
  if (step.fits.some(({ id }) => id === licence) || step.fits.length === 0) return;
  const reason =
    step.refused.find(({ id }) => id === licence)?.reason ??
    'It is none of those that fit the answers.';
  throw new Refusal('bad-request', `${licence} cannot be used: ${reason}`);
}

type Choosing = Extract<DecisionRequest, { choice: string }>;

/** What a choice of a screen decides. @throws {Refusal} when it is none of those offered */
export async function takenBy(
  { about, choice, value = '', why = '' }: Choosing,
  context: DraftContext,
  deps: DeskDeps,
): Promise<Taken> {
  if (about === undefined) return ofReadback(choice, context);
  const column = columnWith(about, context);
  if (column) return columnChoice(column, choice, value, context);
  const { offers } = await openIssue(about, context, deps, deps.publishing.store);
  const offer = offers.find(({ id }) => id === choice);
  if (!offer) throw new Refusal('bad-request', `${quoted(choice)} is no choice for this issue.`);
  // a reason is what it is, whichever of the two it comes as
  const typed = value.trim() === '' && offer.input?.kind === 'reason' ? why : value;
  return offer.decide(typed.trim());
}

function ofReadback(choice: string, context: DraftContext): Taken {
  const [kind = '', ...rest] = choice.split(':');
  const what = rest.join(':');
  if (kind === 'type')
    return { decisions: [{ kind: 'type', type: what }], words: `read it as ${what}` };
  if (kind === 'layer')
    return { decisions: [{ kind: 'layer', layer: what }], words: `take ${quoted(what)}` };
  if (kind === 'dates') {
    const offer = dateOffers(context).find(({ id }) => id === choice);
    if (offer) return offer.decide('');
  }
  const crs = /^(EPSG:\d+):(xy|yx)$/.exec(what);
  if (kind === 'crs' && crs?.[1]) {
    const axis = crs[2] === 'yx' ? 'yx' : 'xy';
    return { decisions: [{ kind: 'crs', id: crs[1], axis }], words: `read positions as ${what}` };
  }
  throw new Refusal('bad-request', `${quoted(choice)} is no choice of the read-back.`);
}
