import { Icon, type IconName } from './icon.tsx';

const CHIPS = {
  open: { word: 'Open', icon: 'padlock-open', tone: 'good' },
  attribution: { word: 'Attribution', icon: 'padlock-open', tone: 'good' },
  'share-alike': { word: 'Share-alike', icon: 'loop', tone: 'warn' },
  'view-only': { word: 'View only', icon: 'eye', tone: 'ink' },
  restricted: { word: 'Restricted', icon: 'padlock', tone: 'ink' },
  'not-stated': { word: 'Not stated', icon: 'help', tone: 'bad' },
} as const satisfies Record<string, { word: string; icon: IconName; tone: string }>;

export type ChipKind = keyof typeof CHIPS;

type LicenceChipProps = {
  readonly kind: ChipKind;
  /** Name of the licence, told on hover and to screen readers. */
  readonly title: string;
};

/** What may be done with data, by word, glyph and colour. */
export function LicenceChip({ kind, title }: LicenceChipProps) {
  const { word, icon, tone } = CHIPS[kind];
  return (
    <span className={`chip chip-${tone}`} title={title}>
      <Icon name={icon} size={13} />
      {word}
    </span>
  );
}
