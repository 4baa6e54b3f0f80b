/** Kinds of colour vision the palette is tested for. */
export const VISIONS = ['normal', 'protan', 'deutan', 'tritan'] as const;
export type Vision = (typeof VISIONS)[number];

type Triple = readonly [number, number, number];

/** Red, green and blue as light, 0 to 1. Source: IEC 61966-2-1 (sRGB). */
function linear(hex: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast ratio of two colours `#rrggbb`, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(linear(a)), luminance(linear(b))].toSorted(
    (x, y) => y - x,
  );
  return (high + 0.05) / (low + 0.05);
}

type Matrix = readonly [Triple, Triple, Triple];

/** Colours as seen without one kind of cone. Source: Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHT: Readonly<Record<Vision, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = ([x, y, z]: Matrix, [r, g, b]: Triple): Triple => {
  const row = ([i, j, k]: Triple): number => i * r + j * g + k * b;
  return [row(x), row(y), row(z)];
};

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** sRGB light to XYZ over the white of D65. */
const TO_XYZ: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

/** CIE L*a*b* of a colour as seen. */
function lab(hex: string, vision: Vision): Triple {
  const [r, g, b] = times(SIGHT[vision], linear(hex));
  const [x, y, z] = times(TO_XYZ, [clamp(r), clamp(g), clamp(b)]);
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

const RADIANS = Math.PI / 180;

/** Hue angle in degrees, 0 to 360. */
const angle = (a: number, b: number): number => (Math.atan2(b, a) / RADIANS + 360) % 360;

/** Weight of a chroma against the power 7 of 25, as CIEDE2000 uses twice. */
const sevenths = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

/** Difference of two hue angles and their mean, the short way round. */
function turn(first: number, second: number): { delta: number; mean: number } {
  const raw = second - first;
  if (Math.abs(raw) <= 180) return { delta: raw, mean: (first + second) / 2 };
  const delta = raw > 0 ? raw - 360 : raw + 360;
  const sum = first + second;
  return { delta, mean: (sum + (sum < 360 ? 360 : -360)) / 2 };
}

/** How far two colours `#rrggbb` look apart to a kind of vision: CIEDE2000, 0 alike. Source: CIE 142:2001. */
export function differenceOf(first: string, second: string, vision: Vision): number {
  const [l1, a1, b1] = lab(first, vision);
  const [l2, a2, b2] = lab(second, vision);
  const g = 0.5 * (1 - sevenths((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [wide1, wide2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(wide1, b1), Math.hypot(wide2, b2)];
  const hue =
    c1 * c2 === 0
      ? { delta: 0, mean: angle(wide1 + wide2, b1 + b2) }
      : turn(angle(wide1, b1), angle(wide2, b2));
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((hue.delta / 2) * RADIANS);
  return weigh(
    { dL: l2 - l1, dC: c2 - c1, dH },
    { l: (l1 + l2) / 2, c: (c1 + c2) / 2, h: hue.mean },
  );
}

type Difference = { readonly dL: number; readonly dC: number; readonly dH: number };
type Mean = { readonly l: number; readonly c: number; readonly h: number };

function weigh({ dL, dC, dH }: Difference, { l, c, h }: Mean): number {
  const t =
    1 -
    0.17 * Math.cos((h - 30) * RADIANS) +
    0.24 * Math.cos(2 * h * RADIANS) +
    0.32 * Math.cos((3 * h + 6) * RADIANS) -
    0.2 * Math.cos((4 * h - 63) * RADIANS);
  const lightness = dL / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const chroma = dC / (1 + 0.045 * c);
  const hue = dH / (1 + 0.015 * c * t);
  const rotation = -2 * sevenths(c) * Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * RADIANS);
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue);
}
