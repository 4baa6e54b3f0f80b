import type { RuleSource } from '#data/schema/area.ts';

/** Where a rule comes from; one not yet read against its text says so. */
export function Rule({ source }: { readonly source: RuleSource }) {
  return (
    <span className="rule">
      {source.url === undefined ? source.title : <a href={source.url}>{source.title}</a>}
      {!source.confirmed && ' (to be confirmed)'}
    </span>
  );
}
