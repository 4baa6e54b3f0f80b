import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from '#client/ui/icon.tsx';

/** Files a red line is read from. Source: the formats ODIN decodes that hold shapes. */
const RED_LINE_FILES = '.geojson,.json,.zip,.shp,.kml,.kmz,.gpkg,.dxf,.gml,.fgb,.csv';

/** The ways to say which area. */
export type AreaWays = {
  readonly onDraw: () => void;
  readonly onType: () => void;
  /** Absent while there is no view yet. */
  readonly onView: (() => void) | undefined;
  /** Absent while nothing is selected. */
  readonly onFeature: (() => void) | undefined;
  readonly onFile: (file: File) => void;
};

/** Before anything is asked: every way to say which area, none of which needs a pointer. */
export function AreaStart({ ways, note }: { readonly ways: AreaWays; readonly note: ReactNode }) {
  return (
    <div className="area-start">
      <h2>What is here?</h2>
      <p>
        Everything recorded on an area, touching it and near it: what is likely to prevent building,
        whom to consult, what is good to know, and what nobody has supplied.
      </p>
      {note}
      <WayButtons ways={ways} />
      <RedLine onFile={ways.onFile} />
    </div>
  );
}

function WayButtons({ ways }: { readonly ways: AreaWays }) {
  const { onDraw, onType, onView, onFeature } = ways;
  return (
    <div className="area-ways">
      <Way icon="area" label="Draw on the map" onPress={onDraw} isFirst />
      <Way icon="keyboard" label="Type coordinates" onPress={onType} />
      {onView && <Way icon="extent" label="Use this view" onPress={onView} />}
      {onFeature && <Way icon="pin" label="Use the selected feature" onPress={onFeature} />}
    </div>
  );
}

type WayProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isFirst?: boolean;
};

const Way = ({ icon, label, onPress, isFirst = false }: WayProps) => (
  <Button className={isFirst ? 'button primary' : 'button'} onPress={onPress}>
    <Icon name={icon} size={18} />
    {label}
  </Button>
);

/** A file with a red line: chosen, or dropped here. */
function RedLine({ onFile }: Pick<AreaWays, 'onFile'>) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for pointers; the button does the same
    <div
      className={isOver ? 'red-line over' : 'red-line'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p>
        <b>Have a red line?</b> Drop its file here: GeoJSON, zipped shapefile, KML, GeoPackage or
        DXF. It is placed on the National Grid to the metre and kept under a number, without a name.
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept={RED_LINE_FILES}
        aria-label="File with a red line"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          event.currentTarget.value = '';
        }}
      />
      <Button className="button" onPress={() => input.current?.click()}>
        <Icon name="upload" size={18} />
        Choose a file
      </Button>
    </div>
  );
}
