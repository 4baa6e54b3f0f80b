import { Icon, type IconName } from '#client/ui/icon.tsx';
import type { Tone } from '#data/schema/desk-choice.ts';

/** good: a tick · info · warn: a triangle · bad: an octagon with a cross. */
const GLYPHS: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  info: 'info',
  warn: 'warning',
  bad: 'cross-circle',
};

const WORDS: Readonly<Record<Tone, string>> = {
  good: 'Good',
  info: 'For information',
  warn: 'Can be fixed later',
  bad: 'Blocks publishing',
};

type ToneGlyphProps = {
  readonly tone: Tone;
  /** Says the tone to those who do not see the glyph, where the words beside it do not. */
  readonly isSaid?: boolean;
};

/** How grave something is, by glyph and colour. */
export function ToneGlyph({ tone, isSaid = false }: ToneGlyphProps) {
  return (
    <span className={`tone-glyph tone-${tone}`}>
      <Icon name={GLYPHS[tone]} size={16} />
      {isSaid && <span className="hidden">{WORDS[tone]}: </span>}
    </span>
  );
}
