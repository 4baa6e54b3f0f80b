import { Button } from 'react-aria-components';
import { Callout } from '#client/ui/callout.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { SitesDesk } from '../state/desk.ts';

/** Says in place that the sites could not be measured, what is safe, and how to go on. */
export function TroubleNote({ desk }: { readonly desk: SitesDesk }) {
  const { trouble, answer, askAgain } = desk;
  if (trouble === undefined) return null;
  if (answer === undefined) {
    return (
      <Notice
        icon="warning"
        title={
          trouble.isAway ? 'The sites cannot be measured now' : 'This search cannot be measured'
        }
        action={{ label: 'Try again', onPress: askAgain }}
      >
        {trouble.message} Your search is safe: it is in the address.
      </Notice>
    );
  }
  return (
    <div className="ranking-note" role="status">
      <Callout tone="warn" title={trouble.message}>
        The list is of what was measured before; weights and thresholds still work on it.{' '}
        <Button className="text-button" onPress={askAgain}>
          Try again
        </Button>
      </Callout>
    </div>
  );
}
