/** How a figure goes wrong: lost (or its sign), added (or its point moved), two exchanged, one another. */
export const SLIP_KINDS = ['lost', 'added', 'exchanged', 'wrong'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** One coordinate that is probably wrong, and what it may have been. */
export type Slip = {
  readonly axis: 'x' | 'y';
  /** `41?554` when several figures fit one place. */
  readonly proposals: readonly string[];
};

/**
 * Find what one wrong figure or sign in one coordinate would explain: every value that would bring the
 * position home, of the likeliest kind that has any.
 *
 * @param isHome asked of the position with one coordinate changed
 * @param kinds likeliest first
 */
export function findSlip(
  x: number,
  y: number,
  isHome: (x: number, y: number) => boolean,
  kinds: readonly SlipKind[],
): Slip | undefined {
  for (const kind of kinds) {
    const ys = VARIANTS[kind](y).filter((value) => isHome(x, value));
    const xs = VARIANTS[kind](x).filter((value) => isHome(value, y));
    // wrong figures are many: they are worth a proposal only where few fit
    if (kind === 'wrong' && ys.length + xs.length > FEW) return undefined;
    if (ys.length > 0) return { axis: 'y', proposals: pattern(y, ys) };
    if (xs.length > 0) return { axis: 'x', proposals: pattern(x, xs) };
  }
  return undefined;
}

/** More proposals than this help nobody. */
const FEW = 12;

/** The number's sign, its whole figures and the rest as written. */
function figuresOf(value: number): { sign: number; whole: string; rest: string } {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  return { sign: value < 0 ? -1 : 1, whole, rest: fraction === undefined ? '' : `.${fraction}` };
}

const finite = (values: Iterable<number>): readonly number[] =>
  [...new Set(values)].filter(Number.isFinite);

/** A number with its sign turned, and with each figure put at each place of its whole part. */
function lostFigure(value: number): readonly number[] {
  const { sign, whole, rest } = figuresOf(value);
  const values = [-value];
  for (let place = 0; place <= whole.length; place++) {
    for (let figure = place === 0 ? 1 : 0; figure <= 9; figure++) {
      values.push(sign * Number(`${whole.slice(0, place)}${figure}${whole.slice(place)}${rest}`));
    }
  }
  return finite(values);
}

/** A number without one of its whole figures, or with its decimal point set elsewhere. */
function addedFigure(value: number): readonly number[] {
  const { sign, whole, rest } = figuresOf(value);
  if (whole.length > 15) return [];
  const values = [...whole].map(
    (_, place) => sign * Number(`${whole.slice(0, place)}${whole.slice(place + 1)}${rest}`),
  );
  for (let place = 1; place < whole.length; place++) {
    values.push(sign * Number(`${whole.slice(0, place)}.${whole.slice(place)}${rest.slice(1)}`));
  }
  return finite(values.filter((_, place) => whole.length > 1 || place > 0));
}

/** A number with two neighbouring figures of its whole part exchanged. */
function exchangedFigures(value: number): readonly number[] {
  const { sign, whole, rest } = figuresOf(value);
  return finite(
    [...whole.slice(1)].map((figure, place) => {
      const turned = `${whole.slice(0, place)}${figure}${whole[place]}${whole.slice(place + 2)}`;
      return sign * Number(`${turned}${rest}`);
    }),
  );
}

/** A number with one of its two first figures another one. */
function wrongFigure(value: number): readonly number[] {
  const { sign, whole, rest } = figuresOf(value);
  if (whole.length < 5) return [];
  return finite(
    [0, 1].flatMap((place) =>
      [...'0123456789'].map(
        (figure) =>
          sign * Number(`${whole.slice(0, place)}${figure}${whole.slice(place + 1)}${rest}`),
      ),
    ),
  );
}

const VARIANTS: Readonly<Record<SlipKind, (value: number) => readonly number[]>> = {
  lost: lostFigure,
  added: addedFigure,
  exchanged: exchangedFigures,
  wrong: wrongFigure,
};

/** Proposals grouped by place: `41?554` when several figures fit one place. */
function pattern(value: number, fitting: readonly number[]): readonly string[] {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const rest = fraction === undefined ? '' : `.${fraction}`;
  const sign = value < 0 ? '-' : '';
  const texts = new Set(fitting.map((number) => String(number)));
  const groups: string[] = texts.has(String(-value)) ? [String(-value)] : [];
  for (let place = 0; place <= whole.length; place++) {
    const [before, after] = [whole.slice(0, place), whole.slice(place)];
    const here = [...'0123456789']
      .map((figure) => `${sign}${before}${figure}${after}${rest}`)
      .filter((text) => texts.has(text));
    const [only] = here;
    if (here.length === 1 && only !== undefined && !groups.includes(only)) groups.push(only);
    if (here.length > 1) groups.push(`${sign}${before}?${after}${rest}`);
  }
  return groups.length > 0 ? groups : [...texts].slice(0, 5);
}
