import { useState } from 'react';
import { type DownloadQuestion, downloadAddress, useDownloadPlan } from '#client/api/download.ts';
import { Callout } from '#client/ui/callout.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import type { DownloadCrs, DownloadFormat, DownloadPlan } from '#data/schema/download.ts';
import { LayerChoice, Tick } from './layer-choice.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { firstWish, type Offer, questionOf, type Wish, withFormat } from './wish.ts';
import './download.css';

type DownloadDialogProps = Offer & { readonly onClose: () => void };

const FORMATS = [
  { value: 'geojson', label: 'GeoJSON' },
  { value: 'csv', label: 'CSV' },
  { value: 'gpkg', label: 'GeoPackage' },
] as const satisfies readonly { value: DownloadFormat; label: string }[];

const USES: Readonly<Record<DownloadFormat, string>> = {
  geojson: 'For web maps and programs.',
  csv: 'For spreadsheets: a row a feature, its position in two columns, its shape as WKT.',
  gpkg: 'For QGIS, ArcGIS and MapInfo: every layer in one file that opens as it is.',
};

const SYSTEMS = [
  { value: 'EPSG:4326', label: 'Longitude, latitude' },
  { value: 'EPSG:27700', label: 'National Grid' },
] as const satisfies readonly { value: DownloadCrs; label: string }[];

/** Take away what is on the map, with the licences and credits of exactly that. */
export function DownloadDialog({ onClose, ...offer }: DownloadDialogProps) {
  const [wish, setWish] = useState(() => firstWish(offer));
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const question = questionOf(wish, offer);
  const { data: plan, error, isPlaceholderData } = useDownloadPlan(question);
  return (
    <DialogBox title="Download" onClose={onClose}>
      <LayerChoice {...offer} chosen={wish.chosen} onChange={(chosen) => change({ chosen })} />
      <h3>From</h3>
      <Segmented
        label="From where"
        value={wish.extent}
        choices={offer.extents.map(({ id, label }) => ({ value: id, label }))}
        onChange={(extent) => change({ extent })}
      />
      {offer.filters.length > 0 && (
        <Tick
          isOn={wish.isFiltered}
          onChange={(isFiltered) => change({ isFiltered })}
          label="Only what the filters let through"
        />
      )}
      <FormatChoice wish={wish} onChange={setWish} />
      {isOneFilePossible(wish, plan) && (
        <Tick
          isOn={wish.isMerged}
          onChange={(isMerged) => change({ isMerged })}
          label="All layers in one file: their licences allow it"
        />
      )}
      {error && (
        <Callout tone="bad" title="What it would hold could not be found out.">
          {error.message}
        </Callout>
      )}
      {question && plan ? (
        <PlanSummary
          plan={plan}
          isStale={isPlaceholderData}
          onLeaveOut={(id) => change({ chosen: without(wish.chosen, id) })}
        />
      ) : (
        question === undefined && <p className="meta-line">Choose at least one layer.</p>
      )}
      <div className="dialog-foot">
        <p>A zip with LICENCES.txt: whose data it is, what you may do, and the words to print.</p>
        <DownloadLink question={question} plan={plan} />
      </div>
    </DialogBox>
  );
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((each) => each !== id));

/** CSV has a file a layer whatever the licences say: its columns differ. */
const isOneFilePossible = ({ format }: Wish, plan: DownloadPlan | undefined): boolean =>
  plan?.mergeable === true && plan.layers.length > 1 && format !== 'csv';

type FormatChoiceProps = { readonly wish: Wish; readonly onChange: (wish: Wish) => void };

function FormatChoice({ wish, onChange }: FormatChoiceProps) {
  return (
    <>
      <h3>As</h3>
      <div className="download-as">
        <Segmented
          label="Format"
          value={wish.format}
          choices={FORMATS}
          onChange={(format) => onChange(withFormat(wish, format))}
        />
        <Segmented
          label="Coordinates"
          value={wish.crs}
          choices={SYSTEMS}
          onChange={(crs) => onChange({ ...wish, crs })}
        />
      </div>
      <p className="meta-line">{USES[wish.format]}</p>
    </>
  );
}

type DownloadLinkProps = {
  readonly question: DownloadQuestion | undefined;
  readonly plan: DownloadPlan | undefined;
};

/** A link, so that it can be copied for a script; a dead button while there is nothing to take. */
function DownloadLink({ question, plan }: DownloadLinkProps) {
  const label = (
    <>
      <Icon name="download" size={18} />
      Download
    </>
  );
  const isReady = plan !== undefined && plan.refused.length === 0 && plan.features > 0;
  return question && isReady ? (
    <a className="button primary" href={downloadAddress(question)} download>
      {label}
    </a>
  ) : (
    <button type="button" className="button primary" disabled>
      {label}
    </button>
  );
}
