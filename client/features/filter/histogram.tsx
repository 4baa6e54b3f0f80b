import { useId, useState } from 'react';
import { formatCount } from '#client/ui/format.ts';
import './histogram.css';
import type { Bar } from './scale.ts';

type HistogramProps = {
  /** What is counted, with its unit: `Area, ha`. */
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly stepsPerBar: number;
  /** Steps of the two handles; 0 and the last are open ends. */
  readonly low: number;
  readonly high: number;
  /** What a handle at a step asks for, in words. */
  readonly sayLeast: (step: number) => string;
  readonly sayMost: (step: number) => string;
  /** Both steps, once a handle is let go. */
  readonly onChange: (low: number, high: number) => void;
};

/** Drawing units: the picture stretches, its bars stay in proportion. */
const HEIGHT = 60;
const BAR = 10;
const GAP = 0.8;

/** Least height of a bar that counts anything. */
const SEEN = 2;

/** How many features have each value, with a handle for either end of a range. */
export function Histogram(props: HistogramProps) {
  const { label, bars, stepsPerBar, onChange } = props;
  const last = bars.length * stepsPerBar;
  const [dragged, setDragged] = useState<readonly [low: number, high: number]>();
  const [low, high] = dragged ?? [props.low, props.high];
  const release = () => {
    if (dragged === undefined) return;
    setDragged(undefined);
    onChange(low, high);
  };
  const isWithin = (index: number) => (index + 1) * stepsPerBar > low && index * stepsPerBar < high;
  return (
    <div className="histogram">
      <div className="histogram-plot">
        <Bars bars={bars} isWithin={isWithin} />
        <Handle
          name={`${label}, least`}
          step={low}
          last={last}
          said={low === 0 ? 'any' : props.sayLeast(low)}
          onStep={(step) => setDragged([Math.min(step, high), high])}
          onRelease={release}
        />
        <Handle
          name={`${label}, most`}
          step={high}
          last={last}
          said={high === last ? 'any' : props.sayMost(high)}
          onStep={(step) => setDragged([low, Math.max(step, low)])}
          onRelease={release}
        />
      </div>
      <Axis bars={bars} />
      <FigureTable label={label} bars={bars} />
    </div>
  );
}

type BarsProps = {
  readonly bars: readonly Bar[];
  readonly isWithin: (index: number) => boolean;
};

function Bars({ bars, isWithin }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <svg
      viewBox={`0 0 ${bars.length * BAR} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map(({ from, count }, index) => {
        const height = count === 0 ? 0 : Math.max(SEEN, (count / most) * HEIGHT);
        return (
          <rect
            key={from}
            className={isWithin(index) ? 'within' : ''}
            x={index * BAR + GAP / 2}
            y={HEIGHT - height}
            width={BAR - GAP}
            height={height}
          />
        );
      })}
    </svg>
  );
}

type HandleProps = {
  readonly name: string;
  readonly step: number;
  readonly last: number;
  readonly said: string;
  readonly onStep: (step: number) => void;
  readonly onRelease: () => void;
};

/** A native slider as wide as the plot, of which only the thumb takes the pointer. */
function Handle({ name, step, last, said, onStep, onRelease }: HandleProps) {
  return (
    <input
      className="histogram-handle"
      type="range"
      min={0}
      max={last}
      step={1}
      value={step}
      aria-label={name}
      aria-valuetext={said}
      onChange={(event) => onStep(event.target.valueAsNumber)}
      onPointerUp={onRelease}
      onKeyUp={onRelease}
      onBlur={onRelease}
    />
  );
}

/** Labels an axis has room for. */
const MOST_LABELS = 7;

function Axis({ bars }: { readonly bars: readonly Bar[] }) {
  const every = Math.ceil(bars.length / MOST_LABELS);
  const edges = [...bars.map(({ from }) => from), bars.at(-1)?.to ?? ''];
  return (
    <div className="histogram-axis" aria-hidden="true">
      {edges.map((edge, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: edges stand in order and never move
          key={index}
          style={{ left: `${(index / bars.length) * 100}%` }}
        >
          {index % every === 0 ? edge : ''}
        </span>
      ))}
    </div>
  );
}

/** The picture in words, for those who do not see it. */
function FigureTable({ label, bars }: Pick<HistogramProps, 'label' | 'bars'>) {
  const captionId = useId();
  return (
    <table className="hidden" aria-labelledby={captionId}>
      <caption id={captionId}>{label}: how many are in view</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">How many</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ from, to, count }) => (
          <tr key={from}>
            <td>{from}</td>
            <td>{to}</td>
            <td>{formatCount(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
