import { Button } from 'react-aria-components';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { LayoutKind } from './use-layout.ts';

type CloseCriteriaProps = { readonly kind: LayoutKind; readonly onClose: () => void };

/** From the criteria back to the sites, where there is room for one of the two. */
export function CloseCriteria({ kind, onClose }: CloseCriteriaProps) {
  if (kind === 'phone')
    return <IconButton icon="close" label="To the sites" tip="left" onPress={onClose} />;
  return (
    <Button className="button primary" onPress={onClose}>
      Sites
    </Button>
  );
}
