import { Button } from 'react-aria-components';
import { Callout } from '#client/ui/callout.tsx';
import './connection-note.css';

type ConnectionNoteProps = {
  /** The device has a network, and the server does not answer. */
  readonly isServer: boolean;
  readonly onTry: () => void;
};

/** Says over the map that nothing new can be loaded, and that it is tried again. */
export function ConnectionNote({ isServer, onTry }: ConnectionNoteProps) {
  return (
    <div className="connection-note">
      <Callout tone="warn" title={isServer ? 'The server does not answer.' : 'No connection.'}>
        What was loaded stays, and the address keeps your view. It is tried again every few seconds.{' '}
        <Button className="text-button" onPress={onTry}>
          Try now
        </Button>
      </Callout>
    </div>
  );
}
