/**
 * 53 bits that differ where two things are told differently, but for one pair in 10¹⁵.
 * Source: cyrb53 by bryc, public domain: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
export class Mark {
  private high = 0xdeadbeef;
  private low = 0x41c6ce57;

  /** Tell a whole number of 32 bits. */
  number(value: number): this {
    this.high = Math.imul(this.high ^ value, 2_654_435_761);
    this.low = Math.imul(this.low ^ value, 1_597_334_677);
    return this;
  }

  /** Tell a text, letter by letter. */
  text(text: string): this {
    for (let at = 0; at < text.length; at++) this.number(text.charCodeAt(at));
    return this;
  }

  /** Tell some bytes and how many they are, four at a time. */
  bytes(bytes: Uint8Array, from: number, to: number): this {
    let at = from;
    for (; at + 4 <= to; at += 4) {
      const [one = 0, two = 0, three = 0, four = 0] = [
        bytes[at],
        bytes[at + 1],
        bytes[at + 2],
        bytes[at + 3],
      ];
      this.number(one | (two << 8) | (three << 16) | (four << 24));
    }
    for (; at < to; at++) this.number(bytes[at] ?? 0);
    return this.number(to - from);
  }

  /** What was told so far, as a whole number every JavaScript holds exactly. */
  value(): number {
    const { high, low } = this;
    const one =
      Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
    const other =
      Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
    return 4_294_967_296 * (2_097_151 & other) + (one >>> 0);
  }
}

/** The mark of a text, as of an id that is looked for. */
export const markOfText = (text: string): number => new Mark().text(text).value();

/** What is no code unit of a text: which kind of value begins, and where it ends. */
const [TEXT, OTHER, END] = [0x10001, 0x10002, 0x10003] as const;

/** Makes marks of what no attribute took, 0 for nothing said; the names of columns are read once. */
export function markExtras(): (
  extra: Readonly<Record<string, string | number | boolean>>,
) => number {
  const known = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = known.get(name) ?? markOfText(name);
    known.set(name, number);
    return number;
  };
  return (extra) => {
    const names = Object.keys(extra);
    if (names.length === 0) return 0;
    const mark = new Mark();
    for (const name of names) {
      const value = extra[name];
      const of = numberOf(name);
      mark.number(of % 2 ** 32).number(of / 2 ** 32);
      mark.number(typeof value === 'string' ? TEXT : OTHER);
      mark.text(typeof value === 'string' ? value : String(value)).number(END);
    }
    return mark.value();
  };
}
