import { ISSUE_REGISTER, type IssueCode } from '#data/issues/register.ts';
import type { Part } from '#data/schema/desk-choice.ts';
import { grouped, listed, many } from '#data/words/figures.ts';
import { type DraftContext, findColumn, placeOf } from '../draft/context.ts';
import { inPlace } from '../readback/whereabouts.ts';
import { distanceText, quoted, windText } from '../words.ts';
import type { FoundIssue } from './found.ts';

/** What an issue is called, where it stands, and how it is known. */
export type IssueWords = {
  readonly title: string;
  readonly where: string;
  readonly body: readonly Part[];
  readonly mend: string;
};

/** Say one issue. */
export function wordsOf(issue: FoundIssue, context: DraftContext): IssueWords {
  const say = SAID.find(([pattern]) => pattern.test(issue.code))?.[1] ?? saidByRegister;
  const { title, body } = say(issue, context);
  return { title, body, where: whereOf(issue, context), mend: mendOf(issue) };
}

/** `9 sites · OWNERSHIP STATUS`, `1 site · GeoY · line 96`. */
function whereOf({ records, column, line, lines }: FoundIssue, { noun }: DraftContext): string {
  // what is said of a column is not said of one record
  const isColumn = records === 1 && line === undefined;
  const parts = [
    isColumn ? undefined : many(records, noun),
    column,
    lines.length === 1 && line !== undefined ? `line ${line}` : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

const kindOf = (code: string) => ISSUE_REGISTER[code as IssueCode];
const mendOf = ({ code }: FoundIssue): string => kindOf(code)?.mend ?? '';

type Said = { readonly title: string; readonly body: readonly Part[] };
type Say = (issue: FoundIssue, context: DraftContext) => Said;

const plain = (text: string): readonly Part[] => [{ text }];

/** `SH 2132`, or `Line 96`. */
export const nameOf = ({ astray, line }: FoundIssue): string =>
  astray?.reference ?? (line === undefined ? 'A record' : `Line ${line}`);

function saidByRegister({ code, message }: FoundIssue): Said {
  const kind = kindOf(code);
  return { title: kind?.meaning.replace(/\.$/, '') ?? code, body: plain(message) };
}

const strayed: Say = (issue, context) => {
  const { astray, records, message } = issue;
  const { area, noun } = context;
  if (!astray?.at) {
    return records === 1
      ? { title: `${nameOf(issue)} has no place that makes sense`, body: plain(message) }
      : {
          title: `${many(records, noun)} are outside ${area}`,
          body: plain(
            message ||
              `They stand outside ${area}, over its line or farther. Check that they belong to it.`,
          ),
        };
  }
  const place = placeOf(context, astray.at);
  const metres = astray.distanceM ?? 0;
  if (issue.code === 'crs.out-of-provider-area') {
    return {
      title: `${nameOf(issue)} is ${distanceText(metres)} outside ${area}${place === area ? '' : `, ${inPlace(place)}`}`,
      body: plain(
        `It stands ${distanceText(metres)} over the line of ${area}. It may be right: a thing can lie across a boundary.`,
      ),
    };
  }
  return { title: `${nameOf(issue)} is ${inPlace(place)}`, body: lostBody(issue, context) };
};

/** `The northing 41554 has five digits; the other 127 have six. It puts the site 362 km south of Rochdale.` */
function lostBody(issue: FoundIssue, context: DraftContext): readonly Part[] {
  const { astray, column, value, layer } = issue;
  const { noun, area, found } = context;
  const digits = String(value ?? '').replaceAll(/\D/g, '').length;
  const others = usualDigits(
    findColumn(context, column, layer)?.values.map(({ text }) => text) ?? [],
  );
  const axis = axisName(column, context);
  const home = found.bounds;
  const middle = home && ([(home[0] + home[2]) / 2, (home[1] + home[3]) / 2] as const);
  const far =
    astray?.at && middle
      ? `${distanceText(astray.distanceM ?? 0)} ${windText(middle, astray.at)} of ${area}`
      : `outside ${area}`;
  const count = grouped(found.records - 1);
  const shorter = others !== undefined && others !== digits;
  return [
    { text: `The ${axis} ` },
    { text: String(value ?? ''), strong: true },
    {
      text: shorter
        ? ` has ${numeral(digits)} digits; the other ${count} have ${numeral(others)}. `
        : ' cannot be right. ',
    },
    { text: `It puts the ${noun} ${far}. ` },
    { text: shorter && digits < others ? 'A digit has probably been lost.' : '' },
  ];
}

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const numeral = (count: number): string => NUMERALS[count] ?? String(count);

/** How many digits most figures of a column have. */
function usualDigits(texts: readonly string[]): number | undefined {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const digits = (text.split('.')[0] ?? '').replaceAll(/\D/g, '').length;
    counts.set(digits, (counts.get(digits) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** What a coordinate column holds: the first of two is east unless the reading says otherwise. */
export function axisName(column: string | undefined, { closer }: DraftContext): string {
  const vote = closer.layers.find((layer) => layer.vote)?.vote;
  const at = vote?.columns.indexOf(column ?? '') ?? -1;
  const isFirst = at === (vote?.won?.axis === 'yx' ? 1 : 0);
  const isDegrees = vote?.won?.id === 'EPSG:4326';
  if (at < 0) return 'coordinate';
  if (isDegrees) return isFirst ? 'longitude' : 'latitude';
  return isFirst ? 'easting' : 'northing';
}

const personal: Say = ({ column, layer, message }) => ({
  title: `${quoted(column ?? layer ?? 'The file')} may describe persons`,
  body: [...plain(`${message} `), { text: 'Nothing has left this desk.', strong: true }],
});

const unknownCode: Say = ({ value, column }, context) => {
  const look = findColumn(context, column);
  const known = (look?.values ?? []).filter(({ becomes }) => becomes !== undefined).slice(0, 3);
  const has =
    known.length === 0
      ? ''
      : ` Others in the column are: ${listed(known.map(({ text }) => quoted(text)))}.`;
  return {
    title: `${quoted(value ?? '')} is not in the list`,
    body: plain(`${column} takes one value of a list, and this is none of them.${has}`),
  };
};

const notAnAddress: Say = ({ column, value, records }, context) => ({
  title: `The ${attributeTitle(column, context)} is not a web address`,
  body: plain(
    `${grouped(records)} of ${grouped(context.found.records)} ${records === 1 ? 'says' : 'say'} ${quoted(value ?? '')}.`,
  ),
});

const empty: Say = ({ column, records }, context) => ({
  title: `The ${attributeTitle(column, context)} is empty`,
  body: plain(
    `${grouped(records)} of ${many(context.found.records, context.noun)} ${records === 1 ? 'says' : 'say'} nothing in it.`,
  ),
});

const twoDates: Say = ({ records, message }) => ({
  title: `${many(records, 'date')} could be read two ways`,
  body: plain(message),
});

const noDate: Say = ({ value, records }) => ({
  title:
    records === 1
      ? `${quoted(value ?? '')} is not a date`
      : `${many(records, 'value')} are not dates`,
  body: plain(
    records === 1
      ? 'The cell is kept as sent beside the record.'
      : `Such as ${quoted(value ?? '')}.`,
  ),
});

const twice: Say = ({ value, records, message }) => ({
  title:
    records === 1
      ? `${value ?? 'A reference'} stands twice`
      : `${many(records, 'reference')} stand more than once`,
  body: plain(message),
});

const swapped: Say = ({ records, message }, { noun, found }) => ({
  title: `${grouped(records)} of ${many(found.records, noun)} ${records === 1 ? 'has' : 'have'} easting and northing the wrong way round`,
  body: plain(message),
});

const disagree: Say = ({ message }) => ({
  title: 'The file names one system, and its figures are in another',
  body: plain(message),
});

const mended: Say = ({ value, message }) => ({
  title: `${quoted(value ?? '')} was put right by a rule`,
  body: plain(message),
});

const nothings: Say = ({ value, message }) => ({
  title: `${quoted(value ?? '')} read as empty`,
  body: plain(message),
});

const SAID: readonly (readonly [pattern: RegExp, say: Say])[] = [
  [/^crs\.(?:digit-lost|out-of-country|out-of-provider-area|null-island|false-origin)$/, strayed],
  [/^crs\.(?:axes-swapped-fixed|axes-ambiguous|swapped-row)$/, swapped],
  [/^crs\.conflict$/, disagree],
  [/^value\.personal-data-suspected$/, personal],
  [/^value\.code-unknown$/, unknownCode],
  [/^value\.url-invalid$/, notAnAddress],
  [/^(?:value\.missing|column\.all-empty)$/, empty],
  [/^value\.date-ambiguous-order$/, twoDates],
  [/^value\.date-invalid$/, noDate],
  [/^id\.duplicate$/, twice],
  [/^value\.patched$/, mended],
  [/^value\.null-token$/, nothings],
];

/** The attribute a column became, as people call it; else the column. */
export function attributeTitle(column: string | undefined, context: DraftContext): string {
  const name = findColumn(context, column)?.taken?.attribute;
  const title = context.type?.attributes.find((each) => each.name === name)?.title;
  return title === undefined
    ? quoted(column ?? 'column')
    : title.charAt(0).toLowerCase() + title.slice(1);
}
