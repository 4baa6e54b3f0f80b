import { useBar } from '#client/state/use-context.ts';
import type { LayerSummary } from '#data/schema/api.ts';

/** Says beside something found that its layer is not for the use the whole map is kept to. */
export function BarredChip({ summary }: { readonly summary: LayerSummary | undefined }) {
  const why = useBar(summary);
  if (why === undefined) return null;
  return (
    <span className="chip chip-warn" title={why}>
      Not cleared for commercial use
    </span>
  );
}
