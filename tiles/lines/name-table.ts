const ZERO = 0x30;
const NINE = 0x39;

type Known = { readonly name: string; readonly bytes: Uint8Array; follower: number; line: number };

/** Property names by their bytes: most lines have the same ones in the same order as the line before. */
export class NameTable {
  readonly #known: Known[] = [];
  readonly #numbers = new Map<string, number>();
  #line = 0;
  #last = 0;

  constructor() {
    // stands before the first name of every line
    this.#known.push({ name: '', bytes: new Uint8Array(0), follower: 0, line: 0 });
  }

  /** Go to the next line. */
  next(): void {
    this.#line++;
    this.#last = 0;
  }

  /** The name; undefined when the line had it already, or when it is one objects put out of order. */
  find(bytes: Buffer, from: number, to: number): string | undefined {
    const before = this.#known[this.#last] as Known;
    let number = before.follower;
    if (number === 0 || !isAt(this.#known[number] as Known, bytes, { from, to })) {
      // JavaScript puts names that are numbers first
      if ((bytes[from] as number) >= ZERO && (bytes[from] as number) <= NINE) return undefined;
      number = this.#numberOf(bytes.toString('utf8', from, to));
      before.follower = number;
    }
    const known = this.#known[number] as Known;
    if (known.line === this.#line) return undefined;
    known.line = this.#line;
    this.#last = number;
    return known.name;
  }

  #numberOf(name: string): number {
    const found = this.#numbers.get(name);
    if (found !== undefined) return found;
    const number = this.#known.length;
    this.#known.push({ name, bytes: new TextEncoder().encode(name), follower: 0, line: 0 });
    this.#numbers.set(name, number);
    return number;
  }
}

function isAt({ bytes }: Known, line: Buffer, span: { from: number; to: number }): boolean {
  if (bytes.length !== span.to - span.from) return false;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== line[span.from + i]) return false;
  return true;
}
