import { issue } from '#data/issues/issue.ts';
import type { DecodedFile, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type Entity, type Pair, readEntities } from './dxf/entities.ts';
import { entityGeometry, READ_ENTITIES } from './dxf/geometry.ts';
import { refuse } from './refusal.ts';
import { type Source, stemOf } from './source.ts';
import { readText, wholeText } from './text.ts';

/** What a drawing knows of an object. */
const COLUMNS = ['Layer', 'Entity', 'Handle', 'Block', 'Text'] as const;

/**
 * DXF drawings: points, lines, polylines, curves, hatched areas, block insertions and texts of the model.
 * A drawing names no coordinate system. Source: Autodesk DXF reference, ENTITIES section.
 *
 * @throws Refusal when it has no entities
 */
export function decodeDxf(source: Source): DecodedFile {
  const file = readText(source.bytes);
  const text = wholeText(file);
  if (readEntities(text).next().done) return refuse('file.empty', 'The drawing holds no entities.');
  const name = stemOf(source.name);
  const layer: DecodedLayer = {
    name,
    columns: [...COLUMNS],
    spatial: true,
    records: (report) => recordsOf(name, text, report),
  };
  return { format: 'dxf', encoding: file.encoding, layers: [layer], issues: file.issues };
}

function* recordsOf(
  layer: string,
  text: string,
  report: (found: Issue) => void,
): Generator<RawRecord> {
  let line = 0;
  const unread = new Map<string, number>();
  for (const entity of readEntities(text)) {
    if (!READ_ENTITIES.has(entity.type)) {
      unread.set(entity.type, (unread.get(entity.type) ?? 0) + 1);
      continue;
    }
    line += 1;
    const geometry = entityGeometry(entity);
    if (typeof geometry === 'string') report(issue('geom.parse-failed', { layer, line }, geometry));
    yield {
      line,
      values: valuesOf(entity),
      geometry: typeof geometry === 'string' ? null : geometry,
    };
  }
  for (const [type, count] of unread) {
    const message = `${count} entities of type ${type} are not read and were left out.`;
    report(issue('geom.type-unexpected', { layer, severity: 'warning', value: type }, message));
  }
}

function valuesOf({ type, values, vertices }: Entity): (string | null)[] {
  const first = (code: number) => values.find(([key]) => key === code)?.[1] ?? null;
  const isInsert = type === 'INSERT';
  return [
    first(8),
    type,
    first(5),
    isInsert ? first(2) : null,
    isInsert ? attributesOf(vertices) : /TEXT$/.test(type) ? first(1) : null,
  ];
}

/** The texts of a block's attributes: `L101`, or `REF: L101; LAMP: LED` where there are several. */
function attributesOf(attributes: readonly (readonly Pair[])[]): string | null {
  const said = attributes.flatMap((pairs) => {
    const of = (code: number) => pairs.find(([key]) => key === code)?.[1] ?? '';
    return of(1) === '' ? [] : [{ tag: of(2), text: of(1) }];
  });
  if (said.length <= 1) return said[0]?.text ?? null;
  return said.map(({ tag, text }) => `${tag}: ${text}`).join('; ');
}
