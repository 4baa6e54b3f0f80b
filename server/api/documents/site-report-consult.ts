import { CONSULTATION_RULES } from '#data/consultation/index.ts';
import { findFeatureType } from '#data/features/index.ts';
import type { AreaAnswer } from '#data/schema/area.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import { consulteesIn, councilsOf } from '#server/area/consultees.ts';
import type { ConsultRow } from '#server/pages/site-report/report.ts';

/** Kinds named of one body whose part is not known. */
const NAMED = 3;

/** Who must be consulted: by what was found, then by what nobody supplied and the law would ask about. */
export function consultRows(
  area: AreaAnswer,
  publishers: ReadonlyMap<string, Publisher>,
): ConsultRow[] {
  const councils = councilsOf(
    area.districts.map(({ gssCode }) => gssCode),
    publishers,
  );
  const deciding = councils.map(
    ({ name }): ConsultRow => ({
      name,
      why: [
        `Decides the application: the site lies in ${area.districts.find((each) => name.includes(each.name))?.name ?? 'its district'}.`,
      ],
      applies: 'yes',
    }),
  );
  const found = area.consultees.map(({ name, duty, because }): ConsultRow => {
    const [first] = because;
    return {
      name,
      why: because.slice(0, NAMED).map(({ finding, why }) => `${finding}: ${why}`),
      applies: duty === 'statutory' ? 'yes' : 'advised',
      ...(first ? { source: first.source } : {}),
    };
  });
  const told = new Set(found.flatMap(({ name, applies }) => (applies === 'yes' ? [name] : [])));
  return [
    ...deciding,
    ...found,
    ...unknownRows(area, publishers).filter(({ name }) => !told.has(name)),
  ];
}

/** Bodies the law would ask for, if there were what nobody supplied. */
function unknownRows(area: AreaAnswer, publishers: ReadonlyMap<string, Publisher>): ConsultRow[] {
  const missing = new Set(
    area.missing.flatMap(({ layers }) => layers.map(({ featureType }) => featureType)),
  );
  const consultees = consulteesIn(area.districts, publishers);
  const kinds = new Map<string, Set<string>>();
  for (const { type, ask } of CONSULTATION_RULES) {
    if (!missing.has(type)) continue;
    for (const consultation of ask.filter(({ duty }) => duty === 'statutory')) {
      for (const { name } of consultees.ask(consultation)) {
        const plural = findFeatureType(type)?.plural ?? type;
        kinds.set(name, (kinds.get(name) ?? new Set()).add(plural));
      }
    }
  }
  return [...kinds].map(([name, all]) => {
    const titles = [...all];
    const more = titles.length - NAMED;
    return {
      name,
      why: [
        `Not supplied: ${titles.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
      ],
      applies: 'unknown' as const,
    };
  });
}
