/** One pair of a DXF text. */
export type Pair = readonly [code: number, value: string];

/** An entity and its pairs, those of its vertices (POLYLINE) or attributes (INSERT) after its own. */
export type Entity = {
  readonly type: string;
  readonly values: readonly Pair[];
  readonly vertices: readonly (readonly Pair[])[];
};

/** Entities that belong to the one before them. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['VERTEX', 'POLYLINE'],
  ['ATTRIB', 'INSERT'],
]);

/** Pairs of one entity, at most: a longer one is damaged. */
const PAIR_LIMIT = 4_000_000;

/** The entities of a drawing, in order. */
export function* readEntities(text: string): Generator<Entity> {
  let open: { type: string; values: Pair[]; vertices: Pair[][] } | undefined;
  for (const group of groupsOf(text)) {
    const [, type] = group[0] ?? [0, 'EOF'];
    const values = group.slice(1);
    if (OWNERS.get(type) === open?.type && open) {
      open.vertices.push(values);
      continue;
    }
    if (open) yield open;
    open = type === 'SEQEND' ? undefined : { type, values, vertices: [] };
  }
  if (open) yield open;
}

/** Everything from one code 0 to the next, within the section ENTITIES. */
function* groupsOf(text: string): Generator<Pair[]> {
  let group: Pair[] = [];
  for (const pair of entityPairs(text)) {
    if (pair[0] === 0) {
      if (group.length > 0) yield group;
      group = [pair];
    } else if (group.length > 0 && group.length < PAIR_LIMIT) group.push(pair);
  }
  if (group.length > 0) yield group;
}

/** The pairs between `ENTITIES` and its `ENDSEC`. */
function* entityPairs(text: string): Generator<Pair> {
  let isInside = false;
  for (const pair of pairsOf(text)) {
    const [code, value] = pair;
    if (isInside && code === 0 && (value === 'ENDSEC' || value === 'EOF')) return;
    if (isInside) yield pair;
    else isInside = code === 2 && value === 'ENTITIES';
  }
}

/** Lines two by two: a group code, then its value. */
function* pairsOf(text: string): Generator<Pair> {
  for (let at = 0; at < text.length; ) {
    const codeEnd = endOfLine(text, at);
    const valueEnd = endOfLine(text, codeEnd + 1);
    const code = Number(text.slice(at, codeEnd).trim() || Number.NaN);
    if (!Number.isInteger(code)) return;
    yield [code, text.slice(codeEnd + 1, valueEnd).trim()];
    at = valueEnd + 1;
  }
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}
