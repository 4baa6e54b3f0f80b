import type { DeskStepId } from '#data/schema/desk.ts';

/** Every step: the type sees that none is left out. */
const STEPS: Readonly<Record<DeskStepId, true>> = {
  file: true,
  readback: true,
  columns: true,
  issues: true,
  licence: true,
  compare: true,
  publish: true,
};

const isStep = (page: string): page is DeskStepId => Object.hasOwn(STEPS, page);

/** A page of the desk. */
export type DeskRoute =
  | { readonly kind: 'home'; readonly publisher?: string; readonly show?: string }
  | {
      readonly kind: 'new';
      readonly publisher: string;
      readonly featureType?: string;
      readonly dataset?: string;
    }
  /** A draft, at the step it was left. */
  | { readonly kind: 'draft'; readonly draft: string }
  | {
      readonly kind: 'step';
      readonly draft: string;
      readonly step: DeskStepId;
      readonly issue?: string;
      /** Line of the file that is selected. */
      readonly line?: number;
      /** What a step shows of several things: a kind of change, a column. */
      readonly show?: string;
    }
  | { readonly kind: 'receipt'; readonly draft: string }
  | { readonly kind: 'nowhere' };

const ROOT = '/desk';

/** Read an address of the desk; `nowhere` for one that leads to nothing. */
export function readRoute(path: string, search: string): DeskRoute {
  const parts = path.slice(ROOT.length).split('/').filter(Boolean).map(decode);
  const query = new URLSearchParams(search);
  const [first, second, third] = parts;
  if (first === undefined)
    return { kind: 'home', ...texts(query, { publisher: 'publisher', show: 'show' }) };
  if (first === 'drafts')
    return parts.length > 3 ? { kind: 'nowhere' } : readDraft(second, third, query);
  if (second === 'new' && parts.length === 2) {
    return {
      kind: 'new',
      publisher: first,
      ...texts(query, { featureType: 'type', dataset: 'dataset' }),
    };
  }
  return { kind: 'nowhere' };
}

function readDraft(
  draft: string | undefined,
  page: string | undefined,
  query: URLSearchParams,
): DeskRoute {
  if (draft === undefined) return { kind: 'nowhere' };
  if (page === undefined) return { kind: 'draft', draft };
  if (page === 'receipt') return { kind: 'receipt', draft };
  if (!isStep(page)) return { kind: 'nowhere' };
  const line = readLine(query.get('line'));
  return {
    kind: 'step',
    draft,
    step: page,
    ...texts(query, { issue: 'issue', show: 'show' }),
    ...(line === undefined ? {} : { line }),
  };
}

/** The address of a page of the desk. */
export function writeRoute(route: DeskRoute): string {
  switch (route.kind) {
    case 'home':
      return `${ROOT}${writeQuery({ publisher: route.publisher, show: route.show })}`;
    case 'new':
      return `${ROOT}/${encodeURIComponent(route.publisher)}/new${writeQuery({
        type: route.featureType,
        dataset: route.dataset,
      })}`;
    case 'draft':
      return `${ROOT}/drafts/${encodeURIComponent(route.draft)}`;
    case 'receipt':
      return `${ROOT}/drafts/${encodeURIComponent(route.draft)}/receipt`;
    case 'step': {
      const { issue, show } = route;
      const line = route.line?.toString();
      const path = `${ROOT}/drafts/${encodeURIComponent(route.draft)}/${route.step}`;
      return `${path}${writeQuery({ issue, line, show })}`;
    }
    default:
      return ROOT;
  }
}

/** Whether an address is a page of this app. */
export const isDesk = (path: string): boolean => path === ROOT || path.startsWith(`${ROOT}/`);

/** Parts of an address that are there and not empty, under the names they have in a route. */
function texts<Name extends string>(
  query: URLSearchParams,
  names: Readonly<Record<Name, string>>,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(names) as Name[]) {
    const text = query.get(names[name]);
    if (text !== null && text !== '') found[name] = text;
  }
  return found;
}

function readLine(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined;
}

function writeQuery(fields: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, text] of Object.entries(fields)) if (text) query.set(name, text);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** A part of a path; one that is not properly escaped stays as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
