import { accepted, type Matter, type Offer } from './offer.ts';
import { candidateOffers, typeOffers, withoutPoint } from './patch-choices.ts';
import { personalOffers } from './personal-choices.ts';
import { codeOffers, crsOffers, dateOffers, fillOffers, noteOffer } from './reading-choices.ts';
import { nameOf } from './words.ts';

/** Everything that can be done about an issue, the best first. */
export function offersFor(matter: Matter): readonly Offer[] {
  const { issue } = matter;
  if (issue.band === 'mended') return [];
  switch (issue.code) {
    case 'value.personal-data-suspected':
      return personalOffers(matter);
    case 'crs.digit-lost':
    case 'crs.out-of-country':
    case 'crs.null-island':
    case 'crs.false-origin':
    case 'crs.not-finite':
      return [...candidateOffers(matter), ...typeOffers(matter), withoutPoint(matter)];
    case 'crs.out-of-provider-area':
      return [keepOffer(matter, 'It is right: keep it there'), ...typeOffers(matter)];
    case 'crs.conflict':
    case 'crs.axes-ambiguous':
    case 'crs.mixed-within-file':
      return [...crsOffers(matter), keepOffer(matter, 'Leave it as it is read')];
    case 'value.code-unknown':
      return [...codeOffers(matter), keepOffer(matter, 'Leave it: publish the value as sent')];
    case 'value.date-ambiguous-order':
      return [...dateOffers(matter.context), keepOffer(matter, 'Leave it: day first')];
    case 'value.url-invalid':
      return [noteOffer(matter), ...typeOffers(matter), keepOffer(matter, 'Leave it as sent')];
    case 'value.missing':
    case 'column.missing-required':
    case 'column.all-empty':
      return [
        ...fillOffers(matter),
        keepOffer(matter, 'Publish as not known', 'Never as zero or as no.'),
      ];
    default:
      return [keepOffer(matter, 'It is right: keep it'), ...typeOffers(matter)];
  }
}

const keepOffer = ({ issue, context }: Matter, title: string, consequence?: string): Offer => ({
  id: 'keep',
  title,
  ...(consequence === undefined ? {} : { consequence }),
  decide: () => ({
    decisions: [accepted(issue, context)],
    words: `keep ${issue.column ?? nameOf(issue)} as it is`,
  }),
});
