import { useMode } from '#client/state/mode-context.ts';
import { pathOf } from '#data/cartography/marks/drawing.ts';
import { drawSiteSign, letteringOf, type SiteSign } from './sites-sign.ts';

/** A marker of the finder's map, for its legend. */
export function SiteSignPicture({ sign }: { readonly sign: SiteSign }) {
  const mode = useMode();
  const { widthPx, heightPx, marginPx = 0, strokes } = drawSiteSign(sign, mode);
  const lettering = letteringOf(sign, mode);
  return (
    <svg
      className="site-sign"
      width={widthPx * 0.8}
      height={heightPx * 0.8}
      viewBox={`${-marginPx} ${-marginPx} ${widthPx} ${heightPx}`}
      aria-hidden="true"
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: paths and colours of our own tables, no data in it */}
      <g dangerouslySetInnerHTML={{ __html: strokes.map(pathOf).join('') }} />
      {lettering && (
        <text
          x={widthPx / 2 - marginPx}
          y={heightPx / 2 - marginPx}
          dy="0.35em"
          textAnchor="middle"
          fontSize="13.5"
          fontWeight="700"
          fill={lettering.colour}
        >
          {lettering.text}
        </text>
      )}
    </svg>
  );
}
