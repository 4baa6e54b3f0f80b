import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import './value.css';
import { readFigure, type ShownUnit, writeFigure } from './units.ts';

type ValueButtonProps = {
  /** What it is the value of, for screen readers: `Site area, at least`. */
  readonly label: string;
  /** As it reads in the sentence: `1 ha`. */
  readonly words: string;
  readonly value: number;
  readonly shown: ShownUnit;
  readonly onChange: (value: number) => void;
};

/** A value of a sentence, underlined; pressed it becomes a field with its unit. Enter keeps, Escape leaves. */
export function ValueButton({ label, words, value, shown, onChange }: ValueButtonProps) {
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (isEditing || !hadFocus.current) return;
    hadFocus.current = false;
    button.current?.focus();
  }, [isEditing]);
  const close = (withFocus: boolean) => {
    hadFocus.current = withFocus;
    setEditing(false);
  };
  if (isEditing) {
    return <ValueField {...{ label, value, shown, onChange }} onClose={close} />;
  }
  return (
    <button
      ref={button}
      type="button"
      className="value-button"
      aria-label={`${label} ${words}. Change`}
      onClick={() => setEditing(true)}
    >
      {words}
    </button>
  );
}

type ValueFieldProps = Omit<ValueButtonProps, 'words'> & {
  readonly onClose: (withFocus: boolean) => void;
};

function ValueField({ label, value, shown, onChange, onClose }: ValueFieldProps) {
  const id = useId();
  const [text, setText] = useState(() => writeFigure(value, shown));
  const [fault, setFault] = useState<string>();
  const keep = (withFocus: boolean) => {
    const typed = readFigure(text, shown);
    if ('fault' in typed) return setFault(typed.fault);
    if (typed.value !== value) onChange(typed.value);
    onClose(withFocus);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') keep(true);
    else onClose(true);
  };
  return (
    <span className="value-field">
      <input
        // biome-ignore lint/a11y/noAutofocus: whoever presses the value wants to type
        autoFocus
        type="text"
        inputMode="decimal"
        size={Math.max(3, text.length)}
        value={text}
        aria-label={shown.unit === undefined ? label : `${label}, ${shown.unit}`}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : id}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value);
          setFault(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => keep(false)}
      />
      {shown.unit !== undefined && <span aria-hidden="true"> {shown.unit}</span>}
      {fault !== undefined && (
        <span className="value-fault" id={id} role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}
