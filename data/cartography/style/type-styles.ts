import type { Shape } from '#data/schema/geometry.ts';
import { THEMES, type Theme } from '#data/schema/theme.ts';
import { THEME_HUES } from '../palette.ts';
import { BOUNDARIES } from './boundaries.ts';
import { DIGITAL } from './digital.ts';
import { ENERGY } from './energy.ts';
import { ENVIRONMENT } from './environment.ts';
import { LAND } from './land.ts';
import { PLANNING } from './planning.ts';
import { ground, mark, named, plain } from './scales.ts';
import { SOCIAL } from './social.ts';
import { TRANSPORT } from './transport.ts';
import type { ThemeStyle, TypeStyle } from './type-style.ts';
import { WASTE } from './waste.ts';
import { WATER } from './water.ts';

/** One file a theme. */
export const THEME_STYLES: Readonly<Record<Theme, ThemeStyle>> = {
  energy: ENERGY,
  water: WATER,
  transport: TRANSPORT,
  digital: DIGITAL,
  waste: WASTE,
  land: LAND,
  planning: PLANNING,
  social: SOCIAL,
  environment: ENVIRONMENT,
  boundaries: BOUNDARIES,
};

/** What a layer says of itself that decides how it is drawn. */
export type Drawable = {
  readonly featureType: string;
  readonly theme: Theme;
  readonly shapes: readonly Shape[];
};

/**
 * How a layer is drawn: its type's own style, with the theme's plain mark, line or area for any shape that
 * style does not speak of. A type nobody has styled is drawn too.
 */
export function styleOf({ featureType, theme, shapes }: Drawable): TypeStyle {
  const [themeId = '', slug = ''] = featureType.split('/');
  const known = THEMES.find((each) => each === themeId) ?? theme;
  const own = THEME_STYLES[known][slug];
  const plainStyle = fallbackOf(theme);
  const style = own ?? { hue: plainStyle.hue, name: named(13) };
  return {
    ...style,
    ...(shapes.includes('point') ? { point: style.point ?? plainStyle.point } : {}),
    ...(shapes.includes('line') ? { line: style.line ?? plainStyle.line } : {}),
    ...(shapes.includes('polygon') ? { area: style.area ?? plainStyle.area } : {}),
  };
}

/** The plain look of a theme. */
function fallbackOf(theme: Theme): Required<Omit<TypeStyle, 'name'>> {
  return {
    hue: THEME_HUES[theme],
    point: mark('dot', 13, 13),
    line: { steps: plain([1, 1.8, 2.6]) },
    area: ground(),
  };
}
