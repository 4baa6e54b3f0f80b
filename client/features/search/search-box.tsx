import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useSearch } from '#client/api/queries.ts';
import { announce } from '#client/ui/announcer.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { useDebounced } from '#client/ui/use-debounced.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { numberOptions, type SearchOption, sayResults, stepOption } from './options.ts';
import './search.css';
import { SearchResults } from './search-results.tsx';

type SearchBoxProps = {
  /** Layers, for the signs beside results. */
  readonly catalogue: readonly LayerSummary[];
  /** Results nearer to it come first. */
  readonly near: LngLat | undefined;
  readonly onPick: (option: SearchOption) => void;
};

/** How long the reader must pause before the server is asked, ms. */
const PAUSE_MS = 180;

/** One box for places, coordinates, layers and features: an editable combobox with grouped results. */
export function SearchBox({ catalogue, near, onPick }: SearchBoxProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number>();
  const asked = useDebounced(text.trim(), PAUSE_MS);
  const { data, isError, refetch } = useSearch(asked, near);
  const groups = asked.length >= 2 ? numberOptions(data) : [];
  const options = groups.flatMap((group) => group.options);
  const shown = open && asked.length >= 2 && (data !== undefined || isError);

  useShortcut(input);
  useEffect(() => {
    if (shown && data?.query === asked) announce(sayResults(numberOptions(data), asked));
  }, [shown, data, asked]);

  const close = () => {
    setOpen(false);
    setActive(undefined);
  };
  const pick = (option: SearchOption) => {
    setText(option.result.title);
    close();
    onPick(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (by !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive(stepOption(active, options.length, by));
    }
    const chosen = options[active ?? 0];
    if (event.key === 'Enter' && shown && chosen) pick(chosen);
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (!shown) setText('');
      close();
    }
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  return (
    <search className="search" onBlur={onBlur}>
      <div className="search-box">
        <Icon name="search" />
        <input
          id="search"
          ref={input}
          type="text"
          role="combobox"
          aria-label="Place, grid reference, layer or feature"
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined || !shown ? undefined : `${listId}-${active}`}
          aria-keyshortcuts="Control+K"
          autoComplete="off"
          spellCheck={false}
          placeholder="Place, grid ref, layer or feature"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(undefined);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        {text === '' ? (
          <kbd>Ctrl K</kbd>
        ) : (
          <IconButton
            icon="close"
            size={16}
            label="Clear the search"
            onPress={() => {
              setText('');
              input.current?.focus();
            }}
          />
        )}
      </div>
      <SearchResults
        id={listId}
        groups={groups}
        catalogue={catalogue}
        active={active}
        asked={asked}
        isShown={shown}
        hasFailed={isError}
        onPick={pick}
        onRetry={() => void refetch()}
      />
    </search>
  );
}

/** Ctrl K (⌘ K) puts the focus into the box from anywhere. */
function useShortcut(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [input]);
}
