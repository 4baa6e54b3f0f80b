import { Button } from 'react-aria-components';
import { differencesOf, KINDS, mainKind } from '#client/state/change-words.ts';
import type { LayerChange } from '#data/schema/layer-changes.ts';

type ChangeRowProps = {
  readonly change: LayerChange;
  readonly onShow: (change: LayerChange) => void;
};

/** Differences told before the rest is folded away. */
const FIRST = 3;

/** One feature and what became of it; pressing its name shows where. */
export function ChangeRow({ change, onShow }: ChangeRowProps) {
  const { sign, word } = KINDS[mainKind(change)];
  const lines = differencesOf(change);
  const isPlaced = change.after !== undefined || change.before !== undefined;
  return (
    <li>
      <span className="kind-sign" title={word}>
        {sign}
      </span>
      <div>
        {isPlaced ? (
          <Button className="text-button" onPress={() => onShow(change)}>
            {change.title}
            <span className="hidden">: show on the map</span>
          </Button>
        ) : (
          <b>{change.title}</b>
        )}
        <small>
          {word}
          {change.reference !== undefined && change.reference !== change.title && (
            <> · {change.reference}</>
          )}{' '}
          · line {change.line}
          {!isPlaced && ' · not on the map'}
        </small>
        {lines.slice(0, FIRST).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {lines.length > FIRST && (
          <details>
            <summary>{lines.length - FIRST} more</summary>
            {lines.slice(FIRST).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </details>
        )}
      </div>
    </li>
  );
}
