import { parse, type Span, textOf } from './scan.ts';
import { nextSign, takeElements, takeValue, type Window } from './window.ts';

/** A long object, walked through once. */
export type Walk = {
  /** Members of the object, the list of features among them without what it holds. */
  readonly members: Map<string, Span>;
  /** Where the first feature may begin, just past the bracket of `features`; undefined when there is no such list. */
  features: number | undefined;
};

/** What is done on the way. */
export type Walker = {
  /** Told of each feature; false ends the walk. */
  readonly see: (feature: Span) => boolean;
  /** Told when the text ends or breaks before the object does. */
  readonly cut: () => void;
};

const [QUOTE, COMMA, COLON, OPEN_ARRAY, CLOSE_OBJECT] = [34, 44, 58, 91, 125];
/** Longest member beside the features that is held, bytes. */
const MEMBER_BYTES = 1 << 26;

/**
 * Walk through the object whose brace was just passed, wherever its list of features stands: the cursor goes past
 * its end.
 *
 * @returns undefined when it is no collection to be read so: `see` ended the walk, a member beside the features is over
 * 64 MB, or there are two lists of features
 */
export function walkCollection(window: Window, walker: Walker): Walk | undefined {
  const walk: Walk = { members: new Map(), features: undefined };
  let step: Step = 'on';
  while (step === 'on' && nextSign(window) !== CLOSE_OBJECT)
    step = passMember(window, walk, walker);
  if (step === 'unfit') return undefined;
  if (step === 'cut') walker.cut();
  else window.at += 1;
  return walk;
}

/** Whether the walk goes on, meets the end of the text or finds what is no collection to be read so. */
type Step = 'on' | 'cut' | 'unfit';

function passMember(window: Window, walk: Walk, walker: Walker): Step {
  const name = nextSign(window) === QUOTE ? takeName(window) : undefined;
  if (name === undefined) return 'cut';
  const isList = name === 'features' && nextSign(window) === OPEN_ARRAY;
  const step = isList ? passFeatures(window, walk, walker) : passOther(window, walk, name);
  return step === 'on' && !passComma(window) ? 'cut' : step;
}

/** The name of a member, and past its colon. */
function takeName(window: Window): string | undefined {
  const span = takeValue(window);
  const name = span && textOf(parse(span.bytes, span));
  if (nextSign(window) !== COLON) return undefined;
  window.at += 1;
  return name;
}

/** True when another member follows or the object ends. */
function passComma(window: Window): boolean {
  const sign = nextSign(window);
  if (sign === COMMA) window.at += 1;
  return sign === COMMA || sign === CLOSE_OBJECT;
}

const NOTHING: Span = { bytes: Buffer.alloc(0), start: 0, end: 0, members: 0 };

function passFeatures(window: Window, walk: Walk, { see }: Walker): Step {
  if (walk.features !== undefined) return 'unfit';
  window.at += 1;
  walk.features = window.offset + window.at;
  walk.members.set('features', NOTHING);
  let step: Step = 'on';
  const cut = (): void => {
    step = 'cut';
  };
  for (const feature of takeElements(window, cut)) if (!see(feature)) return 'unfit';
  return step;
}

function passOther(window: Window, { members }: Walk, name: string): Step {
  nextSign(window);
  const span = takeValue(window);
  if (span === undefined) return 'cut';
  const { start, end } = span;
  if (end - start > MEMBER_BYTES) return 'unfit';
  // In bytes of its own: the window goes on.
  const bytes = Buffer.from(span.bytes.subarray(start, end));
  members.set(name, { bytes, start: 0, end: bytes.length, members: span.members });
  return 'on';
}
