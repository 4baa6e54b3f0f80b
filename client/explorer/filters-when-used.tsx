import { type ComponentProps, lazy, Suspense } from 'react';
import { Skeleton } from '#client/ui/skeleton.tsx';

const FilterPanel = lazy(async () => ({
  default: (await import('#client/features/filter/filter-panel.tsx')).FilterPanel,
}));

/** The filters of a layer, loaded when somebody first filters. */
export function FiltersWhenUsed(props: ComponentProps<typeof FilterPanel>) {
  return (
    <Suspense fallback={<Skeleton label="Filters" rows={1} rowPx={56} />}>
      <FilterPanel {...props} />
    </Suspense>
  );
}
