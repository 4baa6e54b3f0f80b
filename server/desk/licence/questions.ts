import type {
  LicenceAnswers,
  LicenceQuestion,
  LicenceQuestionId,
} from '#data/schema/desk-licence.ts';

/**
 * The questions that narrow licences down. Source: Open Government Licence v3.0, exemptions; Ordnance Survey, public
 * sector geospatial agreement, presumption to publish; Royal Mail, PAF licence; Information Commissioner’s Office.
 */
type Asked = {
  readonly id: LicenceQuestionId;
  readonly title: string;
  readonly help?: string;
  readonly choices: readonly (readonly [id: string, title: string, consequence: string])[];
};

export const QUESTIONS: readonly Asked[] = [
  {
    id: 'author',
    title: 'Who wrote it?',
    choices: [
      ['council', 'Our own officers', 'So the words and the list are ours to license.'],
      [
        'contractor',
        'Somebody we paid, who gave us the rights',
        'As our own, where the contract says so in writing.',
      ],
      [
        'others',
        'Somebody else',
        'Only they can license it: publish it under their licence, with their page or letter.',
      ],
    ],
  },
  {
    id: 'os',
    title: 'Were points or areas drawn over Ordnance Survey mapping?',
    help: 'What is traced or placed on an OS map carries a part of it.',
    choices: [
      ['none', 'No', 'From survey, GPS, addresses we know, or open data.'],
      [
        'points',
        'Yes, drawn or placed on an OS base map',
        'Covered by OS’s presumption to publish. Credit OS, with your licence number.',
      ],
      [
        'copied',
        'OS features were copied as they are',
        'OS must agree first: ask for an exemption, and keep the letter.',
      ],
      ['unsure', 'We do not know', 'Ask whoever drew it. Your draft waits.'],
    ],
  },
  {
    id: 'addresses',
    title: 'Are addresses copied from Royal Mail or AddressBase?',
    choices: [
      ['none', 'No, typed by officers', 'No Royal Mail credit is needed.'],
      ['uprn', 'Only the UPRN', 'UPRNs are open: no credit beyond OS.'],
      [
        'paf',
        'Yes, address text or postcodes',
        'Royal Mail does not let that be published: remove the columns first.',
      ],
      ['unsure', 'We do not know', 'Ask whoever keeps the list. Your draft waits.'],
    ],
  },
  {
    id: 'third-party',
    title: 'Is any of it taken from somebody else?',
    choices: [
      ['none', 'No', 'Nobody else need be asked or credited.'],
      ['open', 'Yes, from open data', 'Name them in the description. Their licence goes along.'],
      ['agreed', 'Yes, and they agreed in writing', 'Keep the letter as evidence below.'],
      ['unsure', 'We do not know', 'Find out first. Your draft waits.'],
    ],
  },
  {
    id: 'people',
    title: 'Does it describe people?',
    choices: [
      ['no', 'No', 'No licence covers personal data.'],
      ['yes', 'Yes', 'Then it cannot be published openly: take those parts out first.'],
    ],
  },
];

/** The questions with the answers given, and what follows from each in this file. */
export const askedOf = (
  answers: LicenceAnswers,
  notes: Readonly<Partial<Record<LicenceQuestionId, string>>>,
): LicenceQuestion[] =>
  QUESTIONS.map(({ id, title, help, choices }) => {
    const answer = answers[id];
    const taken = choices.find(([each]) => each === answer);
    const note = notes[id];
    return {
      id,
      title,
      ...(help === undefined ? {} : { help }),
      choices: choices.map(([each, words, consequence]) => ({
        ...{ id: each, title: words, consequence },
        ...(each === answer ? { current: true } : {}),
      })),
      ...(taken ? { answer: taken[0], says: taken[1] } : {}),
      ...(note === undefined ? (taken ? { note: taken[2] } : {}) : { note }),
    };
  });

/** Questions nobody has answered yet. */
export const unanswered = (answers: LicenceAnswers): number =>
  QUESTIONS.filter(({ id }) => answers[id] === undefined).length;
