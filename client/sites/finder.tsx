import { type CSSProperties, useCallback, useEffect, useState } from 'react';
import { Sheet } from '#client/features/frame/sheet.tsx';
import { heightOf, type Stop } from '#client/state/sheet.ts';
import { announceRanking } from '#data/siting/announce.ts';
import { CriteriaPanel } from './criteria/criteria-panel.tsx';
import { titleOf } from './criteria/profile-chooser.tsx';
import { EvidenceSheet } from './evidence/evidence-sheet.tsx';
import { CloseCriteria } from './frame/close-criteria.tsx';
import { PhoneBar } from './frame/phone-bar.tsx';
import { useLayout, usePadding } from './frame/use-layout.ts';
import { focusRow, useRegions } from './frame/use-regions.ts';
import { SitesMap } from './map/sites-map.tsx';
import { RankingPanel } from './ranking/ranking-panel.tsx';
import { RankingTable } from './ranking/ranking-table.tsx';
import type { SitesDesk } from './state/desk.ts';
import { useDesk } from './state/use-desk.ts';
import { useSpoken } from './state/use-spoken.ts';
import { SurfaceSheet } from './surface/surface-sheet.tsx';
import { useSurfaceState } from './surface/use-surface-state.ts';

/** The finder: criteria, sites best first, and the map; one selection in all three. */
export function Finder() {
  const desk = useDesk();
  const { finder, dispatch, answer, ranking, addressProblem } = desk;
  const layout = useLayout();
  const [stop, setStop] = useState<Stop>('half');
  const [hasCriteria, setCriteria] = useState(false);
  const shows = showing(desk, layout.kind, hasCriteria);
  const sheetPx = layout.kind === 'phone' ? heightOf(stop, layout.roomPx) : 0;
  const padding = usePadding(layout, { hasUnder: shows.evidence || shows.table, stop });
  useRegions();
  useVoice(desk);
  const site = finder.isOpen ? answer?.sites.find(({ key }) => key === finder.site) : undefined;
  const close = useCallback(() => {
    dispatch({ kind: 'close' });
    const key = finder.site;
    // the row is where it was once the page has been drawn without the sheet
    if (key !== undefined) requestAnimationFrame(() => focusRow(key));
  }, [dispatch, finder.site]);
  const surface = useSurfaceState(finder.search, finder.map === 'surface');
  const onCriteria = () => {
    if (finder.isOpen) close();
    setCriteria(true);
  };
  const onWeights = () => {
    dispatch({ kind: 'map', map: 'sites' });
    setCriteria(true);
  };
  return (
    <main
      className="finder"
      data-layout={layout.kind}
      data-open={shows.evidence}
      data-stop={stop}
      style={{ '--sheet-top': `${sheetPx}px` } as CSSProperties}
    >
      {layout.kind === 'phone' && <PhoneBar desk={desk} onCriteria={() => setCriteria(true)} />}
      {shows.criteria && (
        <CriteriaPanel
          desk={desk}
          problem={addressProblem}
          close={
            layout.kind !== 'wide' && (
              <CloseCriteria kind={layout.kind} onClose={() => setCriteria(false)} />
            )
          }
        />
      )}
      {shows.surface && (
        <SurfaceSheet
          surface={surface}
          title={titleOf(desk)}
          stop={stop}
          availablePx={layout.roomPx}
          onStop={setStop}
          onChangeWeights={onWeights}
          onStart={(area) => dispatch({ kind: 'start', ground: { kind: 'areas', areas: [area] } })}
        />
      )}
      {shows.ranking && (
        <Sheet
          id="ranking"
          label="Sites, best first"
          className="ranking"
          stop={stop}
          availablePx={layout.roomPx}
          onStop={setStop}
        >
          <RankingPanel
            desk={desk}
            hasTable={layout.kind !== 'phone'}
            onCriteria={shows.criteria || layout.kind === 'phone' ? undefined : onCriteria}
          />
        </Sheet>
      )}
      <div className="finder-map">
        <SitesMap
          search={finder.search}
          answer={answer}
          ranking={ranking}
          selected={finder.site}
          isOpen={shows.evidence}
          compared={finder.compare}
          onSelect={(key) => dispatch({ kind: 'select', key })}
          shows={finder.map}
          surface={surface}
          onShows={(map) => dispatch({ kind: 'map', map })}
          padding={padding}
          isHeld={finder.moving !== undefined}
        />
        {shows.table && <RankingTable desk={desk} />}
        {shows.evidence && site && <EvidenceSheet desk={desk} site={site} onClose={close} />}
      </div>
    </main>
  );
}

type Showing = Readonly<Record<'criteria' | 'ranking' | 'surface' | 'table' | 'evidence', boolean>>;

/** Which parts are on the page. */
function showing({ finder, answer }: SitesDesk, kind: string, hasCriteria: boolean): Showing {
  const isSurface = finder.map === 'surface';
  const isKnown = answer?.sites.some(({ key }) => key === finder.site) === true;
  const evidence = finder.isOpen && isKnown && !isSurface;
  const table = finder.view === 'table' && kind !== 'phone' && !evidence && !isSurface;
  const criteria = kind === 'wide' ? !evidence && !isSurface : hasCriteria && !evidence;
  const isAside = criteria && kind === 'one';
  return {
    criteria,
    surface: isSurface && !(hasCriteria && kind !== 'wide'),
    // a phone's criteria lie over all; where one panel has room, they take the list's place
    ranking: !isSurface && !isAside && !(table && kind === 'wide'),
    table,
    evidence,
  };
}

/** What a re-ranking did, said once it is over; and the name of the page. */
function useVoice(desk: SitesDesk): void {
  const { finder, answer, ranking, edit } = desk;
  const sentence = answer && ranking && announceRanking(answer, ranking, edit.before);
  useSpoken(sentence, finder.moving !== undefined);
  const title = titleOf(desk);
  useEffect(() => {
    document.title = `${title} · Sites · ODIN`;
  }, [title]);
}
