import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useSearch } from '#client/api/queries.ts';
import { announce } from '#client/ui/announcer.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { useDebounced } from '#client/ui/use-debounced.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { SearchAnswer } from '#data/schema/search-answer.ts';
import { numberOptions, type SearchOption, sayResults, stepOption } from './options.ts';
import { recentGroups, remember } from './recent.ts';
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
  const [recent, setRecent] = useState<readonly SearchOption[]>([]);
  const asked = useDebounced(text.trim(), PAUSE_MS);
  const { data, isError, refetch } = useSearch(asked, near);
  const isStart = asked.length < 2;
  const groups = isStart ? recentGroups(recent) : numberOptions(data);
  const options = groups.flatMap((group) => group.options);

  useShortcut(input);
  useSpoken(open ? data : undefined, asked);

  const close = () => {
    setOpen(false);
    setActive(undefined);
  };
  const pick = (option: SearchOption) => {
    setText(option.result.title);
    setRecent(remember(recent, option));
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
    // what was typed last may not be answered yet: nothing is chosen for it unseen
    const chosen = options[active ?? firstOf(data, text)];
    if (event.key === 'Enter' && open && chosen) pick(chosen);
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (!open) setText('');
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
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined || !open ? undefined : `${listId}-${active}`}
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
        <BoxEnd
          text={text}
          onClear={() => {
            setText('');
            input.current?.focus();
          }}
        />
      </div>
      <SearchResults
        id={listId}
        groups={groups}
        catalogue={catalogue}
        active={active}
        asked={asked}
        isShown={open}
        standing={standingOf(isStart, data, isError)}
        hint={data?.hint}
        onPick={pick}
        onRetry={() => void refetch()}
      />
    </search>
  );
}

/** Number of the option Enter takes when none is active; none before the answer to just this text. */
const firstOf = (data: SearchAnswer | undefined, text: string): number =>
  data?.query === text.trim() ? 0 : -1;

function standingOf(isStart: boolean, data: SearchAnswer | undefined, isError: boolean) {
  if (isStart) return 'start';
  if (isError) return 'failed';
  return data === undefined ? 'waiting' : 'answered';
}

/** Say what was found, once it is the answer to what was asked. */
function useSpoken(data: SearchAnswer | undefined, asked: string) {
  useEffect(() => {
    if (data?.query === asked) announce(sayResults(numberOptions(data), asked));
  }, [data, asked]);
}

/** The key that leads here; once something is typed, the way to be rid of it. */
function BoxEnd({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  if (text === '') return <kbd>Ctrl K</kbd>;
  return <IconButton icon="close" size={16} label="Clear the search" onPress={onClear} />;
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
