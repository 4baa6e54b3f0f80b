/** A source of numbers in [0, 1): the same seed gives the same damage. */
export type Random = () => number;

/** A way of damaging a file, as transfers, editors and export scripts do. */
type Damage = (bytes: Buffer, random: Random) => Buffer;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** A stretch of the file: up to a tenth of it, at least one byte. */
function stretch(bytes: Buffer, random: Random): readonly [from: number, to: number] {
  const from = below(random, bytes.length);
  return [from, Math.min(bytes.length, from + 1 + below(random, Math.ceil(bytes.length / 10)))];
}

function flip(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const times = 1 + below(random, 24);
  for (let time = 0; time < times; time++) {
    copy[below(random, copy.length)] = below(random, 256);
  }
  return copy;
}

/** Most of what makes a reader fall over stands at the head of a file. */
function flipHead(bytes: Buffer, random: Random): Buffer {
  const head = Math.min(bytes.length, 512);
  return Buffer.concat([flip(bytes.subarray(0, head), random), bytes.subarray(head)]);
}

const truncate: Damage = (bytes, random) => bytes.subarray(0, below(random, bytes.length));

const cut: Damage = (bytes, random) => {
  const [from, to] = stretch(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
};

const repeat: Damage = (bytes, random) => {
  const [from, to] = stretch(bytes, random);
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
};

/** A stretch of the file written over another. */
const splice: Damage = (bytes, random) => {
  const [from, to] = stretch(bytes, random);
  const copy = Buffer.from(bytes);
  bytes.copy(copy, below(random, bytes.length), from, to);
  return copy;
};

const blank: Damage = (bytes, random) => {
  const [from, to] = stretch(bytes, random);
  return Buffer.from(bytes).fill(0, from, to);
};

/** Figures at the edges of what numbers can be, written over a number's bytes. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

const edge: Damage = (bytes, random) => {
  const copy = Buffer.from(bytes);
  if (copy.length < 4) return copy;
  const figure = EDGES[below(random, EDGES.length)] ?? 0;
  const at = below(random, copy.length - 3);
  if (random() < 0.5) copy.writeUInt32LE(figure, at);
  else copy.writeUInt32BE(figure, at);
  return copy;
};

const asText =
  (change: (text: string, random: Random) => string): Damage =>
  (bytes, random) =>
    Buffer.from(change(bytes.toString('latin1'), random), 'latin1');

/** Two cells of the first line change places. */
const swapHeadings = asText((text, random) => {
  const end = text.indexOf('\n');
  const cells = text.slice(0, end < 0 ? text.length : end).split(',');
  const [left, right] = [below(random, cells.length), below(random, cells.length)];
  const swapped = cells.map((cell, index) =>
    index === left ? (cells[right] ?? '') : index === right ? (cells[left] ?? '') : cell,
  );
  return `${swapped.join(',')}${end < 0 ? '' : text.slice(end)}`;
});

const DELIMITERS = [';', '\t', '|', '^', ':', ',,', ''];
const changeDelimiter = asText((text, random) =>
  text.replaceAll(',', DELIMITERS[below(random, DELIMITERS.length)] ?? ';'),
);

const LINE_ENDS = ['\r\n', '\r', '\n\n', '', '\0\n'];
const changeLineEnds = asText((text, random) =>
  text.replaceAll(/\r?\n/g, LINE_ENDS[below(random, LINE_ENDS.length)] ?? ''),
);

const MARKS = ['"', "'", '<', '>', '{', '}', '[', ']', '\\', '&', '\0', '\u00ff\u00fe', '1e999'];
const strew = asText((text, random) => {
  const at = below(random, text.length);
  return `${text.slice(0, at)}${MARKS[below(random, MARKS.length)]}${text.slice(at)}`;
});

const ODD_NUMBERS = [
  'NaN',
  '-0',
  '1e308',
  '1e999',
  '9'.repeat(30),
  '',
  'null',
  '0x1F',
  '١٢',
  '1,5',
];
const oddNumber = asText((text, random) => {
  const numbers = [...text.slice(0, 200_000).matchAll(/-?\d+(\.\d+)?/g)];
  const number = numbers[below(random, numbers.length)];
  if (number === undefined) return text;
  const odd = ODD_NUMBERS[below(random, ODD_NUMBERS.length)] ?? '';
  return `${text.slice(0, number.index)}${odd}${text.slice(number.index + number[0].length)}`;
});

const toUtf16: Damage = (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le');
const doubleUtf8: Damage = (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8');

/** Every way there is, by name; those that harm most formats stand more than once. */
const DAMAGES: readonly (readonly [name: string, damage: Damage])[] = [
  ['bytes flipped', flip],
  ['head flipped', flipHead],
  ['cut short', truncate],
  ['a stretch cut out', cut],
  ['a stretch repeated', repeat],
  ['a stretch copied elsewhere', splice],
  ['a stretch of NULs', blank],
  ['a figure at its edge', edge],
  ['headings swapped', swapHeadings],
  ['another delimiter', changeDelimiter],
  ['other line ends', changeLineEnds],
  ['a mark strewn in', strew],
  ['an odd number', oddNumber],
  ['as UTF-16', toUtf16],
  ['UTF-8 encoded twice', doubleUtf8],
];

/** A damaged copy of a file, and how it was damaged: `cut short, a stretch of NULs`. */
export type Mutant = { readonly bytes: Buffer; readonly how: string };

/** Damage a file in one to three ways. */
export function mutate(bytes: Uint8Array, random: Random): Mutant {
  let copy: Buffer = Buffer.from(bytes);
  const names: string[] = [];
  const times = 1 + below(random, 3);
  for (let time = 0; time < times && copy.length > 0; time++) {
    const [name, damage] = DAMAGES[below(random, DAMAGES.length)] ?? ['bytes flipped', flip];
    copy = damage(copy, random);
    names.push(name);
  }
  return { bytes: copy, how: names.join(', ') };
}
