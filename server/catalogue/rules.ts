/**
 * How licences combine, as `combine()` and `checkCombination()` do it: said on `/licences` and in docs/licences.md.
 * Not legal advice.
 */
export const COMBINATION_RULES = [
  'What is made from several datasets may do only what all of them permit, and owes what any of them asks.',
  'Open data goes everywhere; the narrowest tier among the datasets decides. What a licence does not let out stays out, and the refusal names the dataset and the term.',
  'Share-alike data beside other data leaves as a file a licence. It is merged only where the rest may take its licence, and then everything carries it. ODbL and CC BY-SA never merge.',
  'Attribution licences merge without being relabelled: the file says “Multiple licences, see LICENCES” and lists each.',
  'A field or a position filled from other data carries that data’s licence too.',
  'Credits: each line once with its newest year; Ordnance Survey, Royal Mail, ONS, then the others by name. A publisher’s own statement comes before the licence’s.',
  'Where a licence asks that changes be stated, they are taken from what was done to that edition.',
  'Nothing here means that a publisher endorses ODIN, and no logo is used. A licence stays with its edition: a later change affects later editions only.',
  'A licence nobody stated is not open: it is treated as all rights reserved until the publisher says otherwise. One that is only presumed is marked so.',
] as const;
