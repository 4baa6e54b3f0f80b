type SkipLinksProps = {
  /** Id of a part of the page, and the words that lead to it. */
  readonly links: readonly (readonly [id: string, words: string])[];
};

/** Ways past the rail for those who come by keyboard; seen when focused. */
export function SkipLinks({ links }: SkipLinksProps) {
  return (
    <nav className="skip-links" aria-label="Skip">
      {links.map(([id, label]) => (
        <a
          key={id}
          href={`#${id}`}
          onClick={(event) => {
            // the address belongs to the map: move the focus without leaving a fragment in it
            event.preventDefault();
            document.getElementById(id)?.focus();
          }}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
