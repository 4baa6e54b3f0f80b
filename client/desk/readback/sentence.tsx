import type { Part } from '#data/schema/desk-choice.ts';

type SentenceProps = {
  readonly parts: readonly Part[];
  /** Somebody wants to change a part: the row it stands in. */
  readonly onOpen: (row: string) => void;
};

/** What was read, in one sentence. Its bold parts lead to where they can be changed. */
export function Sentence({ parts, onOpen }: SentenceProps) {
  return (
    <>
      {parts.map(({ text, strong = false, row }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are a sentence: their place is what they are
        if (!strong) return <span key={index}>{text}</span>;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <b key={index}>
            {row === undefined ? (
              text
            ) : (
              <a
                href={`#readback-${row}`}
                onClick={(event) => {
                  // the address names the step: move the focus without leaving a fragment in it
                  event.preventDefault();
                  document.getElementById(`readback-${row}`)?.focus();
                  onOpen(row);
                }}
              >
                {text}
              </a>
            )}
          </b>
        );
      })}
    </>
  );
}
