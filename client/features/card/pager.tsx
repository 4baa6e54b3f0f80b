import type { Selection } from '#client/state/selection.ts';
import { formatCount } from '#client/ui/format.ts';
import { IconButton } from '#client/ui/icon-button.tsx';

type PagerProps = {
  readonly selection: Selection;
  readonly onStep: (by: 1 | -1) => void;
  /** Absent until the feature is known. */
  readonly onZoomTo: (() => void) | undefined;
  readonly onClose: () => void;
};

/** Which of the features under the click is shown, and the way to the others. */
export function Pager({ selection, onStep, onZoomTo, onClose }: PagerProps) {
  const { refs, index } = selection;
  const several = refs.length > 1;
  return (
    <div className="card-pager">
      {several && (
        <>
          <IconButton icon="chevron-left" label="Previous feature" onPress={() => onStep(-1)} />
          <IconButton icon="chevron-right" label="Next feature" onPress={() => onStep(1)} />
        </>
      )}
      <span className="card-place">
        {several ? (
          <>
            <b>
              {formatCount(index + 1)} of {formatCount(refs.length)}
            </b>{' '}
            features here
          </>
        ) : (
          'Selected feature'
        )}
      </span>
      {onZoomTo && (
        <IconButton
          className="pager-zoom"
          icon="target"
          label="Zoom to this feature"
          onPress={onZoomTo}
        />
      )}
      <IconButton icon="close" label="Close the card" tip="left" onPress={onClose} />
    </div>
  );
}
