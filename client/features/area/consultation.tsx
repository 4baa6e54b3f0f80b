import type { AreaConsultation } from '#data/schema/area.ts';
import { Rule } from './rule.tsx';

/** Whom a finding asks to consult, by which rule. */
export function Consultation({ ask }: { readonly ask: AreaConsultation }) {
  const { name, href, duty, why, source } = ask;
  return (
    <p className="consultation">
      Ask <b>{href === undefined ? name : <a href={href}>{name}</a>}</b>{' '}
      {duty === 'statutory' ? '(required by law)' : '(advised)'}: {why} <Rule source={source} />
    </p>
  );
}
