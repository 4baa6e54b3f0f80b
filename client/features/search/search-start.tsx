/** What the one box takes, with an example of each. */
const WAYS: readonly (readonly [what: string, example: string])[] = [
  ['Place, district or ward', 'Altrincham'],
  ['Postcode or UPRN, where a list is loaded', 'M33 7ZF'],
  ['National Grid reference', 'SJ 8142 9137'],
  ['Easting and northing', '381420, 391370'],
  ['Latitude and longitude', '53.418, -2.281'],
  ['Layer, by any of its names', 'tram stops'],
  ['Feature, by name or reference', 'Sale Water Park'],
];

/** What can be searched, before anything is typed. */
export function SearchStart() {
  return (
    <div className="search-start">
      <p className="search-heading">What can be looked for</p>
      <dl>
        {WAYS.map(([what, example]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{example}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
