const LINKS = [
  ['search', 'Skip to search'],
  ['panel', 'Skip to layers and list'],
  ['map', 'Skip to the map'],
] as const;

type SkipLinksProps = { readonly hasCard: boolean };

/** Ways past the rail for those who come by keyboard; seen when focused. */
export function SkipLinks({ hasCard }: SkipLinksProps) {
  const links = hasCard ? [...LINKS, ['card', 'Skip to the selected feature'] as const] : LINKS;
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
