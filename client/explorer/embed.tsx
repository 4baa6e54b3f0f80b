import { useMemo } from 'react';
import { useShownMode } from '#client/features/frame/use-shown-mode.ts';
import { Legend } from '#client/features/layers/legend.tsx';
import { MapPane } from '#client/features/map-pane/map-pane.tsx';
import { ModeContext } from '#client/state/mode-context.ts';
import { REGION } from '#client/state/region.ts';
import { writeUrl } from '#client/state/url.ts';
import { useExplore } from '#client/state/use-explore.ts';
import { Announcer, announce } from '#client/ui/announcer.tsx';
import { obey, sayWhere } from './obey.ts';
import { useBench } from './use-bench.ts';
import { useCard } from './use-card.ts';
import { type Layout, useLayout } from './use-layout.ts';
import { useMatches } from './use-matches.ts';
import { useStage } from './use-stage.ts';
import { useViewName } from './use-view-name.ts';
import './embed.css';

/** The map alone, for a frame on somebody's page: legend, credits, and a way to the full map. */
export function Embed() {
  const [state, dispatch] = useExplore();
  const mode = useShownMode(state.appearance);
  const layout = useLayout();
  const bare = useMemo((): Layout => ({ ...layout, kind: 'bare' }), [layout]);
  const bench = useBench(state, dispatch);
  const card = useCard(state, false, dispatch);
  const matches = useMatches(bench.layers, state);
  const stage = useStage({
    state,
    layers: matches.layers,
    mode,
    layout: bare,
    selected: card.mark,
    gaps: undefined,
    dispatch,
  });
  const placeName = useViewName(stage.view);
  const toMap = `/${writeUrl(state)}`;
  return (
    <ModeContext value={mode}>
      <div className="embed">
        <MapPane
          {...stage}
          placeName={placeName}
          region={REGION.name}
          catalogue={bench.catalogue ?? []}
          gaps={undefined}
          thinned={undefined}
          building={undefined}
          work={[]}
          give={[]}
          onHideGaps={() => undefined}
          onHome={() => stage.flyTo({ bounds: REGION.bounds })}
          onList={() => open(toMap, '_blank', 'noopener')}
          onCommand={(command) =>
            obey(command, {
              dispatch,
              say: () => announce(sayWhere(placeName, stage.view?.widthKm)),
              help: () => open('/help', '_blank', 'noopener'),
              leave: () => document.getElementById('to-map')?.focus(),
            })
          }
        />
        <aside className="embed-side">
          {card.feature && (
            <p className="embed-feature">
              <b>{card.feature.title}</b> {card.feature.typeTitle}
            </p>
          )}
          <details>
            <summary>Signs</summary>
            <Legend layers={bench.visible} zoom={stage.view?.zoom ?? 0} />
          </details>
          <a id="to-map" href={toMap} target="_blank" rel="noopener">
            Open the full map<span className="hidden"> in a new tab</span>
          </a>
        </aside>
        <Announcer />
      </div>
    </ModeContext>
  );
}
