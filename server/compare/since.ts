import type { FeatureChange, FieldChange } from '#data/schema/change.ts';
import type { ChangeKind } from '#data/schema/change-kind.ts';

/**
 * What became of each feature over several editions: the first state beside the last. A feature that came and
 * went is not told, nor a field that is what it was.
 *
 * @param editions changes of each edition to the one before it, oldest edition first
 */
export function changesSince(
  editions: readonly (readonly FeatureChange[])[],
): readonly FeatureChange[] {
  const net = new Map<string, FeatureChange>();
  for (const change of editions.flat()) {
    const before = net.get(change.id);
    const joined = before === undefined ? change : join(before, change);
    if (joined === undefined) net.delete(change.id);
    else net.set(change.id, joined);
  }
  return [...net.values()];
}

/** Two changes one after the other as one; undefined when they undo each other. */
function join(first: FeatureChange, then: FeatureChange): FeatureChange | undefined {
  const wasAdded = first.kinds.includes('added');
  const isRemoved = then.kinds.includes('removed');
  if (wasAdded && isRemoved) return undefined;
  const { before: _was, fields: _said, move: _moved, kinds: _kinds, ...last } = then;
  const start = first.before === undefined ? {} : { before: first.before };
  if (wasAdded) return { ...last, kinds: ['added'], fields: [] };
  if (isRemoved) return { ...last, ...start, kinds: ['removed'], fields: [] };
  const fields = [...joinFields(first.fields, then.fields)];
  const hasReturned = first.kinds.includes('removed');
  const hasMoved = [first, then].some(({ kinds }) => kinds.includes('moved')) || hasReturned;
  const kinds: ChangeKind[] = [
    ...(fields.length > 0 ? (['changed'] as const) : []),
    ...(hasMoved ? (['moved'] as const) : []),
  ];
  if (kinds.length === 0) return undefined;
  const move = then.move ?? first.move;
  return { ...last, ...start, kinds, fields, ...(hasMoved && move ? { move } : {}) };
}

/** Each field from what it first was to what it last is. */
function joinFields(
  first: readonly FieldChange[],
  then: readonly FieldChange[],
): readonly FieldChange[] {
  const names = new Set([...first, ...then].map(({ name }) => name));
  return [...names].flatMap((name): FieldChange[] => {
    const [early, late] = [first, then].map((list) => list.find((each) => each.name === name));
    const from = (early ?? late)?.from;
    const to = (late ?? early)?.to;
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}
