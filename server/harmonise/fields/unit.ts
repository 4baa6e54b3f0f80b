/**
 * Spellings of units, folded to lower case without spaces or full stops, by the unit's usual symbol.
 * Source: headings of council registers, REPD, DNO tables and the corpus.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  ha: 'ha hectare hectares hect hectars',
  m2: 'm2 m² sqm sqmetre sqmetres sqmeters squaremetre squaremetres squaremeters m^2',
  km2: 'km2 km² sqkm squarekilometre squarekilometres',
  acre: 'acre acres ac',
  ft2: 'ft2 ft² sqft squarefoot squarefeet',
  mm: 'mm millimetre millimetres millimeters',
  cm: 'cm centimetre centimetres',
  m: 'm metre metres meter meters mtr mtrs',
  km: 'km kilometre kilometres kms',
  mile: 'mile miles mi',
  ft: 'ft foot feet',
  in: 'in inch inches "',
  V: 'v volt volts',
  kV: 'kv kilovolt kilovolts',
  W: 'w watt watts',
  kW: 'kw kilowatt kilowatts kwp kwe kwelec',
  MW: 'mw megawatt megawatts mwp mwe mwelec mwelectrical',
  GW: 'gw gigawatt gigawatts gwe',
  kWh: 'kwh kilowatthour kilowatthours',
  MWh: 'mwh megawatthour megawatthours',
  GWh: 'gwh',
  kVA: 'kva',
  MVA: 'mva',
  A: 'a amp amps',
  kA: 'ka',
  Hz: 'hz hertz',
  bar: 'bar',
  mbar: 'mbar millibar',
  mph: 'mph milesperhour',
  'Mbit/s': 'mbit/s mbps mb/s megabitspersecond',
  'km/h': 'km/h kmh kph',
  t: 't tonne tonnes te ton tons tpa t/yr t/year tonnes/year tonnesperannum',
  kg: 'kg kilogram kilograms',
  m3: 'm3 m³ cum cubicmetre cubicmetres',
  Ml: 'ml/d megalitre megalitres',
  l: 'l litre litres',
  '%': '% percent pct percentage',
  '£': '£ gbp pound pounds',
  '£k': '£k £000 £000s k£',
  '£m': '£m £million gbpm',
  min: 'min mins minute minutes',
  h: 'h hr hrs hour hours',
  yr: 'yr yrs year years',
};

const BY_SPELLING: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([symbol, spellings]) =>
    spellings.split(' ').map((spelling): [string, string] => [spelling, symbol]),
  ),
);

/** The usual symbol of a unit however it is spelt: `sq. metres` → `m2`, `MWelec` → `MW`; undefined for other words. */
export function readUnit(text: string): string | undefined {
  return BY_SPELLING.get(text.toLowerCase().replace(/[\s._]/g, ''));
}

/** A unit as a heading may end with it, brackets first: `Site area (m2)`, `area_ha`, `Height [m]`, `kW`. */
export function unitOfHeading(heading: string): string | undefined {
  for (const [, said = ''] of heading.matchAll(/[([]([^()[\]]+)[)\]]/g)) {
    const unit = readUnit(said.replace(/^\s*in\s/i, ''));
    if (unit !== undefined) return unit;
  }
  const words = heading
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_\-/]+/)
    .filter(Boolean);
  const pair = readUnit(words.slice(-2).join(''));
  if (words.length > 1 && pair !== undefined) return pair;
  return readUnit(words.at(-1) ?? '') ?? unitWithin(heading);
}

/** Symbols of power no word ends or begins with: `MW Connected`, `connector1RatedOutputKW`. */
const POWER =
  /(?:^|[^a-zA-Z]|[a-z](?=[A-Z]))(kW|KW|MW|GW|kV|KV|kVA|KVA|MVA|MWh|kWh|KWh)(?=$|[^a-zA-Z])/;

function unitWithin(heading: string): string | undefined {
  const said = POWER.exec(heading)?.[1];
  return said === undefined ? undefined : readUnit(said);
}

/** How figures in one unit become figures in the attribute's: multiply by `factor`. */
export type Conversion = { readonly factor: number; readonly rule: string };

/**
 * The conversion from a published unit into an attribute's.
 *
 * @returns factor 1 when the units are the same; undefined when the attribute does not take that unit
 */
export function conversionOf(
  from: string,
  to: string | undefined,
  convertible: Readonly<Record<string, number>> | undefined,
): Conversion | undefined {
  const target = to === undefined ? undefined : (readUnit(to) ?? to);
  if (from === target) return { factor: 1, rule: 'as published' };
  for (const [unit, factor] of Object.entries(convertible ?? {})) {
    if ((readUnit(unit) ?? unit) === from) return { factor, rule: `${from} → ${to ?? ''}`.trim() };
  }
  return undefined;
}
