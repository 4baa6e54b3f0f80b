import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '#client/ui/icon-button.tsx';
import { MAP_KEYS } from '#data/words/keys.ts';
import './help.css';

type HelpDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** The keys of the map. */
export function HelpDialog({ isOpen, onClose }: HelpDialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal">
        <Dialog className="help-dialog">
          <div className="section-head">
            <Heading slot="title">Map keys</Heading>
            <IconButton icon="close" label="Close" tip="left" onPress={onClose} />
          </div>
          <dl className="keys">
            {MAP_KEYS.map(([what, ...chords]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  {chords.map((chord) => (
                    <span key={chord.join('')} className="chord">
                      {chord.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <p>
            Arrows, + and − and Enter work while the map has the amber ring. Tab leaves the map.
            Everything on the map is also under List, as text. <a href="/help">More help</a>
            {' · '}
            <a href="/accessibility">Accessibility</a>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
