import { useState } from 'react';
import { Button } from 'react-aria-components';
import { usePublishedLine } from '#client/api/published-line.ts';
import { useDatasets } from '#client/api/queries.ts';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { UnplacedList, UnplacedRecord } from '#data/schema/layer-figures.ts';
import './unplaced-bar.css';

type UnplacedBarProps = { readonly unplaced: UnplacedList };

/** Records the publisher sent that stand nowhere on the map: how many, which, why, and the line itself. */
export function UnplacedBar({ unplaced: { total, records } }: UnplacedBarProps) {
  const [isOpen, setOpen] = useState(false);
  const [first] = records;
  if (total === 0) return null;
  return (
    <section className="unplaced" aria-label="Records not on the map">
      <div className="unplaced-line">
        <Icon name="warning" size={20} />
        <p>
          <b>{total === 1 ? '1 record is' : `${formatCount(total)} records are`} not on the map.</b>{' '}
          {first && !isOpen && sayRecord(first)}
        </p>
        <Button className="text-button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide' : total === 1 ? 'Show it' : 'Show them'}
        </Button>
      </div>
      {isOpen && (
        <ul className="unplaced-records">
          {records.map((record) => (
            <UnplacedRow key={`${record.sha256}/${record.layer}/${record.line}`} record={record} />
          ))}
          {total > records.length && (
            <li className="meta-line">
              and {formatCount(total - records.length)} more, listed with their datasets
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

const sayRecord = ({ reference, title, line, why }: UnplacedRecord): string =>
  `${reference ?? title}, line ${formatCount(line)}: ${why ?? 'the file gives it no position.'}`;

function UnplacedRow({ record }: { readonly record: UnplacedRecord }) {
  const { dataset, sha256, line, title } = record;
  const { edition } = useDatasets().data?.find(({ id }) => id === dataset) ?? {};
  const isText = edition?.sha256 === sha256 && edition.encoding !== undefined;
  const { data } = usePublishedLine({ sha256, line, isText });
  return (
    <li>
      <p>
        <b>{title}</b> · {sayRecord(record)}{' '}
        <a href={`/data/${encodeURIComponent(dataset)}#issues`}>The dataset and its issues</a>
      </p>
      {data !== undefined && (
        <pre className="published-line">
          <span className="line-number">{line}</span>
          {data}
        </pre>
      )}
    </li>
  );
}
