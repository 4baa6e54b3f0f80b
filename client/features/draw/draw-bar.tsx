import { useState } from 'react';
import { Button } from 'react-aria-components';
import { areaOfSketch } from '#client/state/area.ts';
import {
  LEAST_CORNERS,
  SKETCH_SHAPES,
  type Sketch,
  type SketchShape,
} from '#client/state/sketch.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import type { Area } from '#data/query/area.ts';
import { CornerTable } from './corner-table.tsx';
import './draw.css';
import { countCorners, nextStep, SHAPE_NAMES, sayFigures } from './say.ts';
import type { Drawing } from './use-drawing.ts';

const SHAPE_ICONS: Readonly<Record<SketchShape, IconName>> = {
  polygon: 'area',
  rectangle: 'rectangle',
  circle: 'circle',
  line: 'line',
  point: 'pin',
};

const MEASURED: readonly SketchShape[] = ['line', 'polygon', 'circle'];

type DrawBarProps = {
  readonly drawing: Drawing;
  readonly onType: () => void;
  /** Ask what is in a shape that was only measured. */
  readonly onArea: (area: Area) => void;
};

/** What is being drawn and what can be done with it, at the top of the map. */
export function DrawBar({ drawing, onType, onArea }: DrawBarProps) {
  const [hasTable, setTable] = useState(false);
  const { sketch } = drawing;
  if (sketch === undefined) return null;
  return (
    <section className="draw-bar" aria-label="Drawing">
      <div className="draw-line">
        <Summary sketch={sketch} drawing={drawing} />
        {sketch.corners.length === 0 && <ShapeChoice sketch={sketch} drawing={drawing} />}
        <Steps {...{ sketch, drawing, onType, hasTable, setTable, onArea }} />
        <IconButton icon="close" label="Close the drawing" onPress={drawing.close} />
      </div>
      {!sketch.isFinished && <p className="draw-hint">{nextStep(sketch)}</p>}
      {hasTable && <CornerTable sketch={sketch} drawing={drawing} />}
    </section>
  );
}

function Summary({ sketch, drawing }: { readonly sketch: Sketch; readonly drawing: Drawing }) {
  const isMeasure = sketch.purpose === 'measure';
  const figures = isMeasure || !sketch.isFinished ? sayFigures(sketch, drawing.units) : '';
  const facts = [countCorners(sketch), figures].filter((part) => part !== '');
  const isLine = sketch.shape === 'line' && isMeasure;
  return (
    <p className="draw-summary">
      <b>{isLine ? 'Straight line' : SHAPE_NAMES[sketch.shape]}</b> <span>{facts.join(' · ')}</span>
    </p>
  );
}

function ShapeChoice({ sketch, drawing }: { readonly sketch: Sketch; readonly drawing: Drawing }) {
  const shapes = sketch.purpose === 'measure' ? MEASURED : SKETCH_SHAPES;
  return (
    <Segmented
      label="What to draw"
      value={sketch.shape}
      choices={shapes.map((shape) => ({
        value: shape,
        label: SHAPE_NAMES[shape],
        icon: SHAPE_ICONS[shape],
      }))}
      onChange={(shape) => drawing.act({ kind: 'shape-chosen', shape })}
    />
  );
}

type StepsProps = DrawBarProps & {
  readonly sketch: Sketch;
  readonly hasTable: boolean;
  readonly setTable: (has: boolean) => void;
};

function Steps({ sketch, drawing, onType, hasTable, setTable, onArea }: StepsProps) {
  const canFinish = !sketch.isFinished && sketch.corners.length >= LEAST_CORNERS[sketch.shape];
  const measured =
    sketch.purpose === 'measure' && sketch.isFinished ? areaOfSketch(sketch) : undefined;
  return (
    <>
      {canFinish && (
        <Button className="button primary" onPress={() => drawing.act({ kind: 'finished' })}>
          <Icon name="check" size={18} />
          Finish
        </Button>
      )}
      {measured && (
        <Button className="draw-button" onPress={() => onArea(measured)}>
          <Icon name="area" size={18} />
          <span>What is here?</span>
        </Button>
      )}
      {sketch.corners.length > 0 && (
        <Button
          className="draw-button"
          aria-expanded={hasTable}
          onPress={() => setTable(!hasTable)}
        >
          <Icon name="pencil" size={18} />
          <span>{sketch.purpose === 'measure' ? 'Sides' : 'Edit corners'}</span>
        </Button>
      )}
      <Button className="draw-button" onPress={onType}>
        <Icon name="keyboard" size={18} />
        <span>Type coordinates</span>
      </Button>
      {sketch.past.length > 0 && (
        <Button className="draw-button" onPress={() => drawing.act({ kind: 'undone' })}>
          <Icon name="undo" size={18} />
          <span>Undo</span>
        </Button>
      )}
      {sketch.future.length > 0 && (
        <IconButton icon="redo" label="Redo" onPress={() => drawing.act({ kind: 'redone' })} />
      )}
    </>
  );
}
