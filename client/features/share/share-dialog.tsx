import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { type Cited, citeView, embedCode } from './cite.ts';
import './share.css';

type ShareDialogProps = Cited & { readonly onClose: () => void };

/** The view as a link, as a reference, and as a frame for another page. */
export function ShareDialog({ onClose, ...cited }: ShareDialogProps) {
  const { address, placeName } = cited;
  return (
    <DialogBox title="Share this view" onClose={onClose}>
      <Copyable
        label="Link"
        said="Link copied"
        text={address}
        hint="Carries the place, the layers in their order, filters, the drawn area and the selected feature. It needs no account."
      />
      <Copyable
        label="Cite this view"
        said="Reference copied"
        text={citeView(cited)}
        hint="Names each dataset with the edition you see now; the link will show later editions when they are published."
      />
      <Copyable
        label="Put it on a page"
        said="Code copied"
        text={embedCode(address, placeName)}
        hint="A frame with the same view, its legend and its credits, and a way to the full map."
      />
    </DialogBox>
  );
}

type CopyableProps = {
  readonly label: string;
  readonly text: string;
  readonly hint: string;
  /** Announced when it is copied. */
  readonly said: string;
};

function Copyable({ label, text, hint, said }: CopyableProps) {
  const [id, hintId] = [useId(), useId()];
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    const field = document.getElementById(id);
    if (field instanceof HTMLTextAreaElement) field.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(said);
    } catch {
      announce('Not copied: the browser does not let it. The text is selected, copy it by hand.');
    }
  };
  return (
    <section className="copyable">
      <h3>
        <label htmlFor={id}>{label}</label>
      </h3>
      <p id={hintId}>{hint}</p>
      <div>
        <textarea
          id={id}
          readOnly
          rows={label === 'Link' ? 2 : 4}
          value={text}
          aria-describedby={hintId}
        />
        <Button className="button" onPress={() => void copy()} aria-label={`Copy: ${label}`}>
          <Icon name={isCopied ? 'check' : 'link'} size={18} />
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </section>
  );
}
