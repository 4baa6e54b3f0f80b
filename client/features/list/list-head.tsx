import { Button } from 'react-aria-components';
import { type ListWidth, NEAREST, type Sort } from '#client/state/columns.ts';
import { writeSort } from '#client/state/url/table.ts';
import { nameLayerPublishers } from '#client/state/workbench.ts';
import { countOf, formatCount } from '#client/ui/format.ts';
import type { IconName } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { LicenceChip } from '#client/ui/licence-chip.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import { monthText } from '#data/words/dates.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { ALL_IN_VIEW, type ListTabProps } from './list-props.ts';

type ListHeadProps = ListTabProps & { readonly title: string };

/** What is listed, whose it is, and how the list is laid out. */
export function ListHead(props: ListHeadProps) {
  const { title, only, width } = props;
  return (
    <header className="list-head">
      <div className="list-title-line">
        <h2>{title}</h2>
        {width !== 'narrow' && <Choices {...props} />}
        <WidthChoice {...props} />
      </div>
      {only ? <LayerLine only={only} /> : <SeveralLine {...props} />}
      {width === 'narrow' && <Choices {...props} />}
      <Places {...props} />
    </header>
  );
}

/** Which layer, in which order, with which columns. */
function Choices(props: ListHeadProps) {
  const { layers, only, width, columns, attributes, dispatch } = props;
  return (
    <div className="list-choices">
      {layers.length > 1 && <LayerChoice {...props} />}
      {width === 'narrow' && <OrderChoice {...props} />}
      {only && attributes.length > 0 && (
        <ColumnsMenu
          attributes={attributes}
          chosen={columns}
          onChoose={(names) => dispatch({ kind: 'columns-chosen', layer: only.id, names })}
        />
      )}
    </div>
  );
}

/** Where the list is of and where distances are from, where that is not the view; the ways back to it. */
function Places({ isOfArea, table: { from }, width, onWhole, dispatch }: ListHeadProps) {
  if (!isOfArea && from === undefined && width !== 'full') return null;
  return (
    <div className="list-choices">
      {isOfArea && (
        <Button className="text-button" onPress={() => dispatch(ALL_IN_VIEW)}>
          List all in view
        </Button>
      )}
      {from && (
        <span className="list-origin">
          Distances from {from.title || 'a place'}
          <IconButton
            icon="close"
            size={14}
            label="Measure distances from the centre of the map"
            onPress={() => dispatch({ kind: 'table-arranged', change: { from: undefined } })}
          />
        </span>
      )}
      {width === 'full' && (
        <Button className="text-button" onPress={onWhole}>
          Look at the whole region
        </Button>
      )}
    </div>
  );
}

function LayerLine({ only }: { readonly only: NonNullable<ListTabProps['only']> }) {
  const { title, synthetic, licence, updated, publishers } = only.summary;
  return (
    <p className="meta-line">
      <b>{title}</b> ·{' '}
      <span title={publishers.map(({ name }) => name).join(', ')}>
        {nameLayerPublishers(only.summary)}
      </span>{' '}
      · {monthText(updated)}
      <LicenceChip kind={licence.chip} title={licence.title} />
      {synthetic && <SyntheticBadge />}
    </p>
  );
}

/** Of several layers there is no one publisher or date: the rows lead there. */
function SeveralLine({ layers, table }: ListHeadProps) {
  return (
    <p className="meta-line">
      {countOf(layers.length, 'layer')} ·{' '}
      {sayOrder(table.sort ?? NEAREST, table.from?.title || 'the centre of the map')}
    </p>
  );
}

/** The order in words. */
function sayOrder({ by, descending }: Sort, origin: string): string {
  if (by === 'distance') return `${descending ? 'furthest from' : 'nearest'} ${origin} first`;
  if (by === 'layer') return 'grouped by layer';
  return descending ? 'by name, Z first' : 'by name';
}

/** Several layers at once, or one with its columns. */
function LayerChoice({ layers, only, counts, dispatch }: ListHeadProps) {
  return (
    <label className="choice">
      <span className="hidden">Layer listed</span>
      <select
        value={only?.id ?? ''}
        onChange={(event) =>
          dispatch({
            kind: 'table-arranged',
            change: { layer: event.target.value === '' ? undefined : event.target.value },
          })
        }
      >
        <option value="">All {layers.length} layers together</option>
        {layers.map(({ id, summary }) => (
          <option key={id} value={id}>
            {summary.title}
            {counts[id] === undefined ? '' : ` (${formatCount(counts[id])})`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where there are no heads to press, the order is chosen from a list. */
function OrderChoice({ table, only, columns, attributes, dispatch }: ListHeadProps) {
  const shown = columns.flatMap((name) => attributes.find((each) => each.name === name) ?? []);
  const orders = [...ORDERS, ...(only ? shown.flatMap(ordersOf) : GROUPED)];
  return (
    <label className="choice">
      <span className="hidden">Order</span>
      <select
        value={writeSort(table.sort ?? NEAREST)}
        onChange={(event) => {
          const sort = orders.find((each) => writeSort(each) === event.target.value);
          dispatch({ kind: 'table-arranged', change: { sort } });
        }}
      >
        {orders.map((order) => (
          <option key={writeSort(order)} value={writeSort(order)}>
            {order.label}
          </option>
        ))}
      </select>
    </label>
  );
}

type Order = Sort & { readonly label: string };

const ORDERS: readonly Order[] = [
  { ...NEAREST, label: 'Nearest first' },
  { by: 'name', descending: false, label: 'By name' },
];
const GROUPED: readonly Order[] = [{ by: 'layer', descending: false, label: 'Grouped by layer' }];

const ordersOf = ({ name, title }: AttributeFigures): Order[] => [
  { by: name, descending: false, label: `${title}, least first` },
  { by: name, descending: true, label: `${title}, most first` },
];

const WIDTHS: readonly { width: ListWidth; label: string; icon: IconName }[] = [
  { width: 'narrow', label: 'Narrow list', icon: 'panel' },
  { width: 'wide', label: 'Wide list', icon: 'panel-wide' },
  { width: 'full', label: 'List only, no map', icon: 'panel-full' },
];

/** How much of the window the list takes; a phone has no choice. */
function WidthChoice({ width, widths, dispatch }: ListHeadProps) {
  if (widths.length < 2) return null;
  return (
    <div className="list-widths">
      {WIDTHS.filter((each) => widths.includes(each.width)).map((each) => (
        <IconButton
          key={each.width}
          icon={each.icon}
          label={each.label}
          size={18}
          isOn={each.width === width}
          onPress={() => dispatch({ kind: 'table-arranged', change: { width: each.width } })}
        />
      ))}
    </div>
  );
}
