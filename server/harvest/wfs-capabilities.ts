import { type Element, elementsOf, readXml, textIn } from './xml-tree.ts';

/** One feature type a server offers. */
export type WfsLayer = {
  readonly name: string;
  readonly title: string;
  /** National Grid as this server writes it, when it keeps or offers it. */
  readonly grid?: string;
};

/** What a Web Feature Service says of itself. */
export type WfsService = {
  readonly version: '1.0.0' | '1.1.0' | '2.0.0';
  readonly layers: readonly WfsLayer[];
  readonly hasJson: boolean;
  /** True when features can be asked for in pages (`startIndex`). */
  readonly canPage: boolean;
  /** Its words on access and use. */
  readonly constraints?: string;
};

/** Words that say nothing. */
const SAYS_NOTHING = /^(?:none|no conditions apply|n\/a|unknown)?$/i;

const SYSTEMS = new Set(['SRS', 'DefaultSRS', 'OtherSRS', 'DefaultCRS', 'OtherCRS']);

/** Read the capabilities of a WFS 1.0, 1.1 or 2.0. Nothing when the document is none. */
export function readCapabilities(xml: string): WfsService | undefined {
  const root = readXml(xml);
  if (root?.name !== 'WFS_Capabilities') return undefined;
  const constraints = [...elementsOf(root, 'AccessConstraints')]
    .map(({ text }) => text)
    .find((text) => !SAYS_NOTHING.test(text));
  return {
    version: versionOf(root.attributes.get('version') ?? ''),
    layers: [...elementsOf(root, 'FeatureType')].map(layerOf).filter(({ name }) => name !== ''),
    hasJson: formatsOf(root).some((format) =>
      /^(?:application\/json|json|geojson)\b/i.test(format),
    ),
    canPage: [...elementsOf(root, 'Constraint')].some(
      (each) =>
        each.attributes.get('name') === 'ImplementsResultPaging' &&
        /true/i.test(textIn(each, 'DefaultValue')),
    ),
    ...(constraints === undefined ? {} : { constraints }),
  };
}

function versionOf(said: string): WfsService['version'] {
  if (said.startsWith('1.0')) return '1.0.0';
  return said.startsWith('1.1') ? '1.1.0' : '2.0.0';
}

function layerOf(type: Element): WfsLayer {
  const systems = type.children.filter(({ name }) => SYSTEMS.has(name)).map(({ text }) => text);
  const grid = systems.find((system) => /\b27700$/.test(system));
  return {
    name: textIn(type, 'Name'),
    title: textIn(type, 'Title'),
    ...(grid === undefined ? {} : { grid }),
  };
}

/** As elements in 1.0, as values of a parameter since. */
function formatsOf(root: Element): string[] {
  const asElements = [...elementsOf(root, 'ResultFormat')].flatMap(({ children }) =>
    children.map(({ name }) => name),
  );
  const asValues = [...elementsOf(root, 'Parameter')]
    .filter(({ attributes }) => attributes.get('name') === 'outputFormat')
    .flatMap((parameter) => [...elementsOf(parameter, 'Value')].map(({ text }) => text));
  return [...asElements, ...asValues];
}
