import type { AreaAnswer } from '#data/schema/area.ts';
import { creditsTold, termsTold } from '#server/catalogue/told.ts';
import type { Measure } from '#server/measure/measure.ts';
import { tellMissing, tellNone } from './absence.ts';
import { consulteesIn, gatherConsultees } from './consultees.ts';
import { partByDistrict } from './districts.ts';
import { tellFindings, tellNear } from './findings.ts';
import type { Question } from './question.ts';

/** Bring what was found together into the answer to “what is here”. */
export function composeAnswer(question: Question, measure: Measure): AreaAnswer {
  const { subject, asked, layers, publishers, asOf } = question;
  const parting = partByDistrict(subject, question.districts, measure);
  const consultees = consulteesIn(parting.districts, publishers);
  const findings = tellFindings(layers, consultees, measure);
  const near = tellNear(layers, consultees);
  const inGroup = (group: string) =>
    findings.filter((each) => each.group === group).map(({ told }) => told);
  const told = new Set([...findings, ...near].flatMap(({ datasets }) => datasets));
  const datasets = layers.flatMap((here) => here.datasets).filter(({ id }) => told.has(id));
  return {
    area: asked,
    notes: [...question.notes, ...noteOutside(parting.outside)],
    districts: [...parting.districts],
    stop: inGroup('stop'),
    consult: inGroup('consult'),
    note: inGroup('note'),
    near: near.map((each) => each.told),
    none: tellNone(layers, parting),
    missing: tellMissing(layers, parting, publishers),
    closed: layers.flatMap(({ layer: { id, title, synthetic }, closed }) =>
      closed ? [{ layerId: id, title, synthetic, reason: closed }] : [],
    ),
    consultees: gatherConsultees([...findings, ...near].map((each) => each.told)),
    credits: creditsTold(datasets),
    terms: termsTold(datasets.flatMap(({ id }) => question.partOf(id) ?? [])),
    asOf,
  };
}

function noteOutside(outside: number): string[] {
  if (outside <= 0) return [];
  const share = outside > 0.995 ? 'All' : `${Math.max(1, Math.round(outside * 100))} %`;
  return [
    `${share} of the area lies outside the districts this map covers: nobody can say what is there.`,
  ];
}
