import { isForename } from './forenames.ts';

/** Words that make “Dr”, “St John” or “John Street” a place, a firm or a public thing, not a person. */
const NOT_A_PERSON =
  /\b(way|road|rd|street|lane|avenue|ave|drive|close|court|crescent|place|square|terrace|grove|walk|gardens?|bridge|hill|house|hall|hotel|inn|arms|head|school|academy|college|university|centre|center|church|chapel|cathedral|mosque|temple|park|playing|fields?|farm|mill|works|station|depot|library|museum|gallery|surgery|practice|clinic|hospital|hospice|pharmacy|care|home|homes|housing|trust|charity|foundation|association|society|club|group|partnership|council|borough|authority|department|office|team|services?|solutions|energy|solar|power|wind|networks?|electric|water|gas|company|co|ltd|limited|plc|llp|llc|inc|cic|cio|partners|brothers|bros|sons?|estates?|developments?|properties|property|investments?|holdings|construction|contractors?|builders|architects?|consult\w*|planning|surveyors|associates|stores?|shop|supermarket|cafe|bar|bakery|bakers|barbers?|butchers?|chippy|fish|pizza|kebab|takeaway|restaurant|salon|memorial|statue|monument|nature|reserve|wood|pond|brook|river|canal|reservoir|lock|junction|roundabout|stop|bay|lake|green|common|moor|heath|quay|wharf|tower|building|buildings|unit|plot|phase|site|north|south|east|west|row|fold|nook|brow|bank|view|mount|rise|vale|meadow|meadows|rd|primary|infant|nursery|rc|ce|methodist|baptist)\b/i;

/** One given name or initials, then one or two surnames, as a whole cell: `Jane Smith`, `J. P. Smith`, `Smith, Jane`. */
const WORD = "\\p{Lu}[\\p{L}’'-]+";
const INITIALS = '(?:\\p{Lu}(?:\\.\\s*|\\s+)){1,3}';
const WHOLE_NAME = new RegExp(
  `^(?:(${WORD})(?:\\s+(?:${WORD}|\\p{Lu}\\.?)){1,2}|${WORD},\\s*(${WORD})(?:\\s+\\p{Lu}\\.?)?)$`,
  'u',
);
const TITLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:erend)?|Cllr|Councillor)\\.?(?:\\s*(?:&|and)\\s*(?:Mr|Mrs|Ms|Dr)\\.?)?\\s+((?:${INITIALS})?${WORD}(?:\\s+${WORD}){0,2})`,
  'gu',
);
const NAME_LIMIT = 60;

/** Names with a title in a text, `Mr J Smith`; places and firms named after persons left out. */
export function titledNames(text: string): readonly { title: string; found: string }[] {
  const names: { title: string; found: string }[] = [];
  for (const match of text.matchAll(TITLED)) {
    const [found, title = '', rest = ''] = match;
    const after = text.slice(match.index + found.length, match.index + found.length + 24);
    if (/^[’']s\b/.test(after) || /[’']s$/.test(rest)) continue;
    if (NOT_A_PERSON.test(rest) || NOT_A_PERSON.test(/^\s+\S+/.exec(after)?.[0] ?? '')) continue;
    names.push({ title, found });
  }
  return names;
}

/** True for a cell that is a forename and a surname and nothing else: `Jane Smith`, `SMITH, Jane`; not `St John Street`. */
export function isWholeName(cell: string): boolean {
  const text = cell.trim();
  if (text.length > NAME_LIMIT || NOT_A_PERSON.test(text)) return false;
  const match = WHOLE_NAME.exec(text);
  return match !== null && isForename(match[1] ?? match[2] ?? '');
}

/** True for a cell that may be a person's name, under a heading that says so: initials or unknown forenames count too. */
export function mayBeName(cell: string): boolean {
  const text = cell.trim();
  if (text.length < 4 || text.length > NAME_LIMIT || NOT_A_PERSON.test(text)) return false;
  if (titledNames(text).length > 0 || isWholeName(text)) return true;
  return new RegExp(`^(?:${INITIALS}${WORD}|${WORD},?\\s+(?:\\p{Lu}\\.?\\s?){1,3})$`, 'u').test(
    text,
  );
}
