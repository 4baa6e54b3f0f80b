import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDistricts } from '#client/api/queries.ts';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import type { SitesDesk } from '../state/desk.ts';

type DistrictsDialogProps = { readonly desk: SitesDesk; readonly onClose: () => void };

/** Which districts are looked through. */
export function DistrictsDialog({ desk, onClose }: DistrictsDialogProps) {
  const { ground } = desk.finder.search;
  const { data: all = [] } = useDistricts();
  const [chosen, setChosen] = useState<readonly string[]>(
    ground.kind === 'sites' ? (ground.districts ?? []) : [],
  );
  if (ground.kind !== 'sites') return null;
  const isAll = chosen.length === 0 || chosen.length === all.length;
  const use = () => {
    const { districts: _, ...rest } = ground;
    desk.dispatch({ kind: 'ground', ground: isAll ? rest : { ...rest, districts: chosen } });
    onClose();
  };
  return (
    <DialogBox title="Districts" onClose={onClose}>
      <p className="meta-line">Only sites whose middle lies in one of them. None ticked: all.</p>
      <fieldset className="district-list">
        <legend className="hidden">Districts</legend>
        {all.map(({ gssCode, name }) => (
          <label key={gssCode}>
            <input
              type="checkbox"
              checked={chosen.includes(gssCode)}
              onChange={({ target }) =>
                setChosen(
                  target.checked
                    ? [...chosen, gssCode].toSorted()
                    : chosen.filter((code) => code !== gssCode),
                )
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
      <div className="dialog-foot">
        <Button className="button" onPress={() => setChosen([])}>
          All districts
        </Button>
        <Button className="button primary" onPress={use}>
          {isAll ? 'Look in all districts' : `Look in ${chosen.length}`}
        </Button>
      </div>
    </DialogBox>
  );
}
