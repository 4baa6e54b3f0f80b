/** One option of a command. */
export type Option = {
  /** As typed: `--layer`. */
  readonly name: string;
  /** What its value is called in the help; absent: a switch without value. */
  readonly value?: string;
  readonly help: string;
};

/** What was typed after the command's name. */
export type Arguments = {
  readonly operands: readonly string[];
  /** Option name → value; `true` for switches. */
  readonly options: ReadonlyMap<string, string | true>;
};

/** One command of `odin`. */
export type Command = {
  readonly name: string;
  /** One line for `odin --help`. */
  readonly summary: string;
  /** What follows the name: `FILE [options]`. */
  readonly usage: string;
  readonly options: readonly Option[];
  /** Further lines of its help. */
  readonly notes?: readonly string[];
  /** @returns exit code: 0 done, 2 the file cannot be read. @throws WrongCall for exit code 64 */
  readonly run: (given: Arguments) => Promise<number>;
};

/** The caller typed something we cannot act on; exit code 64 (EX_USAGE of sysexits.h). */
export class WrongCall extends Error {
  override readonly name = 'WrongCall';
}

/** Exit codes of `odin`; 74 as EX_IOERR of sysexits.h, 130 as shells give it for Ctrl-C. */
export const EXIT = {
  done: 0,
  unreadable: 2,
  wrongCall: 64,
  diskFull: 74,
  interrupted: 130,
} as const;
