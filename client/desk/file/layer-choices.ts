/** A layer of a service, and the address that leads to it alone. */
export type LayerChoice = { readonly title: string; readonly url: string };

/** What the server says of an ArcGIS service with several layers: `Say which layer: 0 Grit boxes; 1 Routes.` */
const SAYS = /Say which layer: (.+)\.$/su;

/** The layers a failed address offers, each by its own address; none where the failure is another. */
export function layerChoices(problem: string, url: string): readonly LayerChoice[] {
  const [, list] = SAYS.exec(problem) ?? [];
  if (list === undefined || !URL.canParse(url)) return [];
  const { origin, pathname } = new URL(url);
  const service = `${origin}${pathname.replace(/\/+$/u, '')}`;
  return list.split('; ').flatMap((each) => {
    const [, id, title] = /^(\d+) (.+)$/su.exec(each) ?? [];
    return id === undefined || title === undefined ? [] : [{ title, url: `${service}/${id}` }];
  });
}
