import { CONSULTEES, type Consultee } from '#data/consultation/consultees.ts';
import type { Consultation } from '#data/consultation/rule.ts';
import type { AreaAnswer, AreaConsultation, AreaDistrict } from '#data/schema/area.ts';
import type { Publisher } from '#data/schema/publisher.ts';

/** Who is meant by a consultation here. */
export type Consultees = {
  /**
   * One or more: a council's office is that of every district the area is in.
   *
   * @param within names of the districts all of the thing is in, where they are known
   */
  readonly ask: (consultation: Consultation, within?: ReadonlySet<string>) => AreaConsultation[];
};

const ROLES: ReadonlyMap<string, Consultee> = new Map(CONSULTEES.map((each) => [each.id, each]));

/** Resolve consultees for the districts an area is in. */
export function consulteesIn(
  districts: readonly Pick<AreaDistrict, 'gssCode' | 'name'>[],
  publishers: ReadonlyMap<string, Publisher>,
): Consultees {
  const councilsIn = (within: ReadonlySet<string> | undefined) => {
    const some = districts.filter(({ name }) => within?.has(name));
    const codes = (some.length > 0 ? some : districts).map(({ gssCode }) => gssCode);
    return councilsOf(codes, publishers);
  };
  return {
    ask({ consultee, duty, why, source }, within) {
      const who = whoIs(consultee, councilsIn(within), publishers);
      return who.map((each) => ({ ...each, duty, why, source }));
    },
  };
}

/** The councils of some districts, in their order. */
export const councilsOf = (
  districts: readonly string[],
  publishers: ReadonlyMap<string, Publisher>,
): Publisher[] =>
  districts.flatMap((code) =>
    [...publishers.values()].filter(({ kind, gssCode }) => kind === 'district' && gssCode === code),
  );

type Who = Pick<AreaConsultation, 'id' | 'name' | 'href'>;

function whoIs(
  id: string,
  councils: readonly Publisher[],
  publishers: ReadonlyMap<string, Publisher>,
): Who[] {
  const role = ROLES.get(id);
  if (role?.isCouncil) {
    return councils.map((council) => ({
      ...whoOf(council),
      id: `${council.id}/${id}`,
      name: `${council.name}, ${role.name}`,
    }));
  }
  if (role) return [{ id, name: role.name, ...(role.href ? { href: role.href } : {}) }];
  const publisher = publishers.get(id);
  return [publisher ? whoOf(publisher) : { id, name: id }];
}

const whoOf = ({ id, name, homepage }: Publisher): Who => ({
  id,
  name,
  ...(homepage ? { href: homepage } : {}),
});

type Asking = { readonly title: string; readonly ask: readonly AreaConsultation[] };

/** Everybody asked for by some findings, each once; those the law asks for first. */
export function gatherConsultees(findings: readonly Asking[]): AreaAnswer['consultees'] {
  const all = new Map<string, AreaAnswer['consultees'][number]>();
  for (const { title, ask } of findings) {
    for (const { why, source, ...who } of ask) {
      const known = all.get(who.id) ?? { ...who, because: [] };
      const isTold = known.because.some((each) => each.finding === title && each.why === why);
      if (!isTold) known.because.push({ finding: title, why, source });
      all.set(who.id, who.duty === 'statutory' ? { ...known, duty: 'statutory' } : known);
    }
  }
  const order = (duty: string) => (duty === 'statutory' ? 0 : 1);
  return [...all.values()].sort((one, other) => order(one.duty) - order(other.duty));
}
