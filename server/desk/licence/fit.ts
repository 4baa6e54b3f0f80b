import type { LicenceAnswers, LicenceFit } from '#data/schema/desk-licence.ts';
import type { Licence } from '#data/schema/licence.ts';
import { grouped } from '#data/words/figures.ts';

/** Licences that fit some answers, those that do not with the reason, and why none does. */
export type Fitting = {
  readonly fits: readonly LicenceFit[];
  readonly refused: readonly {
    readonly id: string;
    readonly title: string;
    readonly reason: string;
  }[];
  readonly stop?: string;
};

/** Licences a council might name; others come from the file itself or the edition before. */
const USUAL = ['OGL-UK-3.0', 'CC-BY-4.0', 'CC0-1.0', 'ODbL-1.0'] as const;

/** What answers are held against. */
export type Fit = {
  readonly answers: LicenceAnswers;
  readonly licences: ReadonlyMap<string, Licence>;
  /** Licence the file or the edition before names. */
  readonly named?: string;
  /** Licence → live datasets under it. */
  readonly used: ReadonlyMap<string, number>;
  /** Personal data nobody has decided about. */
  readonly personal: number;
};

/** Which licences the answers leave. Reasons are for whoever decides, not for lawyers. */
export function fitting({ answers, licences, named, used, personal }: Fit): Fitting {
  const stop = stopOf(answers, personal, named);
  if (stop !== undefined) return { fits: [], refused: [], stop };
  const ids = [...new Set([...(named === undefined ? [] : [named]), ...USUAL])];
  const known = ids.flatMap((id) => licences.get(id) ?? []);
  const judged = known.map((licence) => ({
    licence,
    reason: reasonAgainst(licence, answers, named),
  }));
  const total = [...used.values()].reduce((sum, count) => sum + count, 0);
  const fits = judged.filter(({ reason }) => reason === undefined).map(({ licence }) => licence);
  return {
    fits: fits.map((licence, index) =>
      fitOf(licence, { named, count: used.get(licence.id) ?? 0, total, isFirst: index === 0 }),
    ),
    refused: judged.flatMap(({ licence, reason }) =>
      reason === undefined ? [] : [{ id: licence.id, title: licence.title, reason }],
    ),
  };
}

type Known = {
  readonly named: string | undefined;
  readonly count: number;
  readonly total: number;
  readonly isFirst: boolean;
};

function fitOf(
  { id, title, url, chip, tier }: Licence,
  { named, count, total, isFirst }: Known,
): LicenceFit {
  const said = id === named ? 'Named by the file or the edition before. ' : '';
  const others =
    count === 0
      ? 'No dataset here is under it yet.'
      : `Named by ${grouped(count)} of the ${grouped(total)} datasets here.`;
  return {
    ...{ id, title, chip, tier, suggested: isFirst },
    ...(url === undefined ? {} : { url }),
    note: said + others,
  };
}

/** Why no licence at all can be given, and what to do first. */
function stopOf(
  answers: LicenceAnswers,
  personal: number,
  named: string | undefined,
): string | undefined {
  const { author, os, addresses, people } = answers;
  if (people === 'yes')
    return 'No licence covers personal data. Take those parts out at step 4, then answer again.';
  if (personal > 0)
    return `${grouped(personal)} ${personal === 1 ? 'place' : 'places'} may still describe persons. Settle that at step 4 first.`;
  if (addresses === 'paf')
    return 'Royal Mail does not let its address text be published. Remove those columns at step 3, then answer “No”.';
  if (os === 'copied')
    return 'Plain copies of OS features are not covered by the presumption to publish. Ask OS for an exemption (www.ordnancesurvey.co.uk), or publish points of your own.';
  if ([os, addresses, answers['third-party']].includes('unsure'))
    return 'One answer is “We do not know”. Ask a colleague who does: your draft waits.';
  if (author === 'others' && named === undefined)
    return 'It is somebody else’s to license, and the file names no licence. Ask them to name one.';
  return undefined;
}

function reasonAgainst(
  { id, tier, obligations }: Licence,
  answers: LicenceAnswers,
  named: string | undefined,
): string | undefined {
  if (tier === 'blocked') return 'It lets nobody publish anything.';
  if (tier === 'restricted')
    return 'It is for a named audience, and this is published to everybody.';
  const isOthers = answers.author === 'others';
  if (isOthers && id !== named) return 'The data is somebody else’s, who named another.';
  if (isOthers) return undefined;
  const credits =
    answers.os === 'points' ||
    answers['third-party'] === 'open' ||
    answers['third-party'] === 'agreed';
  if (credits && !obligations.attribution) return 'It drops the credit you must keep.';
  if (answers.os === 'points' && obligations.shareAlike)
    return 'It adds a duty that OS’s terms do not need.';
  if (obligations.shareAlike && id !== named)
    return 'It binds whoever combines it: councils rarely mean that.';
  return undefined;
}
