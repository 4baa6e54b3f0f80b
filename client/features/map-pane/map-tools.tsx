import { IconButton } from '#client/ui/icon-button.tsx';

type MapToolsProps = {
  /** Absent while there is no map to steer. */
  readonly onZoom: ((by: 1 | -1) => void) | undefined;
  readonly onHome: () => void;
  readonly region: string;
  readonly onHelp: () => void;
};

/** Closer, further, the whole region, and the keys that do the same. */
export function MapTools({ onZoom, onHome, region, onHelp }: MapToolsProps) {
  return (
    <section className="map-tools" aria-label="Map tools">
      <div className="plate">
        <IconButton
          icon="plus"
          label="Zoom in"
          tip="left"
          isDisabled={onZoom === undefined}
          onPress={() => onZoom?.(1)}
        />
        <IconButton
          icon="minus"
          label="Zoom out"
          tip="left"
          isDisabled={onZoom === undefined}
          onPress={() => onZoom?.(-1)}
        />
        <IconButton icon="extent" label={`All of ${region}`} tip="left" onPress={onHome} />
      </div>
      <div className="plate plate-keys">
        <IconButton icon="keyboard" label="Map keys" tip="left" onPress={onHelp} />
      </div>
    </section>
  );
}
