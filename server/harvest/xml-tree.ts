import { SaxesParser } from 'saxes';

/** An element of a short document: names without prefix, text with single spaces. */
export type Element = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
};

/** Deepest nesting that is read. */
const MOST_DEPTH = 64;

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Read a short document whole. Nothing when it is not well-formed or declares entities: none is ever expanded. */
export function readXml(xml: string): Element | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  const open: Element[] = [];
  let root: Element | undefined;
  const parser = new SaxesParser();
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === MOST_DEPTH) throw new RangeError('nested too deeply');
    const said = Object.entries(attributes).map(([key, value]) => [localOf(key), value] as const);
    const element: Element = {
      name: localOf(name),
      attributes: new Map(said),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.text = element.text.replaceAll(/\s+/g, ' ').trim();
  });
  try {
    parser.write(xml).close();
  } catch {
    return undefined;
  }
  return root;
}

/** Every element of a name, at any depth, in order. */
export function* elementsOf(element: Element, name: string): Generator<Element> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* elementsOf(child, name);
  }
}

/** Text of the first child of a name; empty when there is none. */
export const textIn = ({ children }: Element, name: string): string =>
  children.find((child) => child.name === name)?.text ?? '';
