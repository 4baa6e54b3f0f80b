import { BarredChip } from '#client/map/barred-chip.tsx';
import { LayerSwatch } from '#client/map/layer-swatch.tsx';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { LayerSummary } from '#data/schema/api.ts';
import type { OptionGroup, SearchOption } from './options.ts';
import { SearchStart } from './search-start.tsx';

const ICONS: Record<SearchOption['kind'], IconName> = {
  place: 'pin',
  coordinates: 'target',
  address: 'pin',
  layer: 'layers',
  feature: 'info',
};

export type SearchStanding = 'start' | 'waiting' | 'answered' | 'failed';

type SearchResultsProps = {
  readonly id: string;
  readonly groups: readonly OptionGroup[];
  readonly catalogue: readonly LayerSummary[];
  /** Number of the option the arrow keys are on. */
  readonly active: number | undefined;
  readonly asked: string;
  readonly isShown: boolean;
  /** Where the search stands: nothing asked yet, on its way, answered, or not answered. */
  readonly standing: SearchStanding;
  /** Why nothing can be found for such a text here. */
  readonly hint: string | undefined;
  readonly onPick: (option: SearchOption) => void;
  readonly onRetry: () => void;
};

/** What else to type when nothing was found. */
const TRY =
  'Try fewer words, a town or station, a grid reference such as SJ 8142 9137, a latitude and longitude, or the name of a layer.';

/** The list under the search box, under a heading for each kind. */
export function SearchResults(props: SearchResultsProps) {
  const { id, groups, catalogue, active, asked, isShown, standing, onPick, onRetry } = props;
  return (
    <div className="search-results" hidden={!isShown}>
      <div id={id} role="listbox" aria-label="Search results">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role
          <div key={group.title} role="group" aria-label={group.title}>
            <p className="search-heading" aria-hidden="true">
              {group.title}
            </p>
            {group.options.map((option) => (
              <Option
                key={option.index}
                id={`${id}-${option.index}`}
                option={option}
                summary={catalogue.find(({ id: layerId }) => layerId === option.result.layerId)}
                isActive={option.index === active}
                onPick={onPick}
              />
            ))}
          </div>
        ))}
      </div>
      {isShown && standing === 'start' && <SearchStart />}
      {isShown && standing === 'waiting' && <Skeleton label="Search" rows={3} rowPx={36} />}
      {isShown && standing === 'failed' && (
        <Notice
          icon="warning"
          title="The search does not answer"
          action={{ label: 'Try again', onPress: onRetry }}
        >
          The map and the list still work.
        </Notice>
      )}
      {isShown && standing === 'answered' && groups.length === 0 && (
        <Notice icon="search" title={`Nothing found for “${asked}”`}>
          {props.hint ?? TRY}
        </Notice>
      )}
    </div>
  );
}

type OptionProps = {
  readonly id: string;
  readonly summary: LayerSummary | undefined;
  readonly option: SearchOption;
  readonly isActive: boolean;
  readonly onPick: (option: SearchOption) => void;
};

function Option({ id, option, summary, isActive, onPick }: OptionProps) {
  const { title, detail, synthetic } = option.result;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above holds the focus and the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="search-option"
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onPick(option)}
    >
      {summary ? <LayerSwatch summary={summary} /> : <Icon name={ICONS[option.kind]} size={18} />}
      <span className="search-title">
        {title} <BarredChip summary={summary} />
      </span>
      {synthetic && <SyntheticBadge />}
      <span className="search-detail">{detail}</span>
    </div>
  );
}
