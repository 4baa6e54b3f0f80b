import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './icon-button.tsx';
import './dialog-box.css';

type DialogBoxProps = {
  readonly title: string;
  readonly onClose: () => void;
  /** Nearly as wide as the screen. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** A dialog over the page: it holds the focus, Escape or a press outside closes it, the focus goes back. */
export function DialogBox({ title, onClose, isWide = false, children }: DialogBoxProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="modal">
        <Dialog className={isWide ? 'dialog-box wide' : 'dialog-box'}>
          <div className="section-head">
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" label="Close" tip="left" onPress={onClose} />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
