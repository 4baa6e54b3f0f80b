import { Icon } from '#client/ui/icon.tsx';
import type { AttributeFigures, ColumnValue } from '#data/schema/layer-figures.ts';

type ListCellProps = {
  readonly attribute: AttributeFigures;
  /** Absent: the publisher does not state it. */
  readonly value: ColumnValue | undefined;
};

/** Whether values of an attribute stand to the right, digits under digits. */
export const isFigure = ({ type }: Pick<AttributeFigures, 'type'>): boolean =>
  type === 'integer' || type === 'decimal';

/** A value of a table: figures to the right, yes and no by glyph and word, the unknown in words. */
export function ListCell({ attribute, value }: ListCellProps) {
  const classes = isFigure(attribute) ? 'figure' : undefined;
  return (
    <td className={classes}>
      <CellValue type={attribute.type} value={value} />
    </td>
  );
}

type CellValueProps = {
  readonly type: AttributeFigures['type'];
  readonly value: ColumnValue | undefined;
};

/** The value alone, for cards too; what is not stated is said, never a dash or 0. */
export function CellValue({ type, value: cell }: CellValueProps) {
  if (cell === undefined) return <i className="unknown">Not stated</i>;
  const { value, text } = cell;
  if (typeof value === 'boolean') {
    return (
      <span className="yes-no">
        <Icon name={value ? 'check-circle' : 'minus-circle'} size={16} />
        {value ? 'Yes' : 'No'}
      </span>
    );
  }
  if (type === 'url' && typeof value === 'string') {
    return (
      <a href={value} rel="noreferrer">
        {hostOf(value)}
      </a>
    );
  }
  return <span className="clamped">{text}</span>;
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
