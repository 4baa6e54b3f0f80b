import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDistricts, useLayers } from '#client/api/queries.ts';
import { countOf } from '#client/ui/format.ts';
import type { SearchGround } from '#data/siting/search.ts';
import type { SitesDesk } from '../state/desk.ts';
import './areas.css';
import { AreasDialog } from './areas-dialog.tsx';
import { DistrictsDialog } from './districts-dialog.tsx';
import { sayTypes } from './say-ground.ts';

/** What is looked through, and the ways to change it. */
export function GroundLine({ desk }: { readonly desk: SitesDesk }) {
  const [dialog, setDialog] = useState<'districts' | 'areas'>();
  const { ground } = desk.finder.search;
  const { data: districts = [] } = useDistricts();
  const isOwn = ground.kind === 'areas';
  const chosen = ground.kind === 'sites' ? ground.districts : undefined;
  const names = chosen?.map(
    (code) => districts.find(({ gssCode }) => gssCode === code)?.name ?? code,
  );
  const close = () => setDialog(undefined);
  return (
    <div className="ground-line">
      <p>
        <b>Where</b>{' '}
        {isOwn ? (
          countOf(ground.areas.length, 'area of your own', 'areas of your own')
        ) : (
          <Kinds ground={ground} />
        )}
        {!isOwn && ` · ${names === undefined ? 'all districts' : names.join(', ')}`}
      </p>
      <p className="ground-ways">
        {!isOwn && (
          <Button className="text-button" onPress={() => setDialog('districts')}>
            Districts
          </Button>
        )}
        <Button className="text-button" onPress={() => setDialog('areas')}>
          Use my own areas
        </Button>
        {isOwn && desk.profile && (
          <Button
            className="text-button"
            onPress={() =>
              desk.profile && desk.dispatch({ kind: 'ground', ground: desk.profile.ground })
            }
          >
            Back to listed sites
          </Button>
        )}
      </p>
      {dialog === 'districts' && <DistrictsDialog desk={desk} onClose={close} />}
      {dialog === 'areas' && <AreasDialog desk={desk} onClose={close} />}
    </div>
  );
}

function Kinds({ ground }: { readonly ground: SearchGround }) {
  const { data: layers = [] } = useLayers();
  if (ground.kind !== 'sites') return null;
  const titles = ground.types.flatMap(
    (type) => layers.find(({ featureType }) => featureType === type)?.title ?? [],
  );
  return <span title={titles.join(', ')}>{sayTypes(titles, ground.types.length)}</span>;
}
