import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { formatBytes } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import './hand-in.css';
import { layerChoices } from './layer-choices.ts';
import { type Destination, type HandingIn, useHandIn } from './use-hand-in.ts';

type HandInProps = {
  readonly to: Destination;
  /** Largest file taken. */
  readonly mostBytes: number;
  /** Where nothing else on the page is to be done first. */
  readonly isMain?: boolean;
};

/** A place to drop a file, a button to choose one, a field for a web address. */
export function HandIn({ to, mostBytes, isMain = false }: HandInProps) {
  const handing = useHandIn(to, mostBytes);
  return (
    <div className="hand-in">
      {handing.isBusy ? (
        <Sending handing={handing} />
      ) : (
        <>
          <DropZone {...{ handing, mostBytes, isMain }} />
          {to.kind === 'new' && <AddressField handing={handing} />}
        </>
      )}
      {handing.problem !== undefined && !handing.isBusy && (
        <p className="hand-in-problem" role="alert">
          <Icon name="warning" size={18} />
          <span>{handing.problem} Nothing is lost.</span>
        </p>
      )}
      {handing.problem !== undefined && !handing.isBusy && <Layers handing={handing} />}
      <p className="hand-in-note">
        Nothing is public until you publish it. We keep your file exactly as sent.
      </p>
    </div>
  );
}

type DropZoneProps = {
  readonly handing: HandingIn;
  readonly mostBytes: number;
  readonly isMain: boolean;
};

function DropZone({ handing, mostBytes, isMain }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const onDrag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    <fieldset
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={(event) => {
        onDrag(event);
        handing.giveFiles([...event.dataTransfer.files]);
      }}
    >
      <legend className="hidden">A file</legend>
      <Icon name="upload" size={30} />
      <b>{isOver ? 'Let go to read it' : 'Drop a file here'}</b>
      <small>
        CSV, Excel, GeoPackage, Shapefile (zip), MapInfo, GeoJSON, KML or GML, up to{' '}
        {formatBytes(mostBytes)}
      </small>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ target }) => {
          handing.giveFiles([...(target.files ?? [])]);
          // the same file again is a new try
          target.value = '';
        }}
      />
      <Button
        className={isMain ? 'button primary' : 'button'}
        onPress={() => input.current?.click()}
      >
        Choose a file
      </Button>
    </fieldset>
  );
}

/** Addresses are fetched by the server, and only safely. */
function AddressField({ handing }: { readonly handing: HandingIn }) {
  const [url, setUrl] = useState('');
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  return (
    <form
      className="hand-in-address"
      onSubmit={(event) => {
        event.preventDefault();
        const address = url.trim();
        const isGood = address.startsWith('https://') && URL.canParse(address);
        setMissing(!isGood);
        if (isGood) handing.giveAddress(address);
      }}
      noValidate
    >
      <label htmlFor={id}>Or give a web address</label>
      <div>
        <input
          id={id}
          type="url"
          inputMode="url"
          placeholder="https://"
          autoComplete="url"
          value={url}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-wrong` : undefined}
          onChange={({ target }) => setUrl(target.value)}
        />
        <button type="submit" className="button">
          Read
        </button>
      </div>
      {isMissing && (
        <p id={`${id}-wrong`} className="hand-in-problem" role="alert">
          <Icon name="warning" size={18} />
          <span>Give the whole address of the file, beginning with https://</span>
        </p>
      )}
    </form>
  );
}

/** A service of several layers: one of them is read. */
function Layers({ handing }: { readonly handing: HandingIn }) {
  const layers = layerChoices(handing.problem ?? '', handing.name ?? '');
  if (layers.length === 0) return null;
  return (
    <ul className="hand-in-layers" aria-label="Layers of the service">
      {layers.map(({ title, url }) => (
        <li key={url}>
          <Button className="button small" onPress={() => handing.giveAddress(url)}>
            Read {title}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Sending({ handing }: { readonly handing: HandingIn }) {
  const { sent, name, cancel } = handing;
  const share = sent === undefined ? undefined : Math.round(sent * 100);
  return (
    <div className="sending" role="status">
      <p>
        <b>{sent === undefined ? 'Fetching' : sent < 1 ? 'Sending' : 'Reading'}</b> {name}
      </p>
      <progress max={100} value={share === 100 ? undefined : share} aria-label="Sent" />
      <p className="sending-share">{saySent(share)}</p>
      {sent !== undefined && sent < 1 && (
        <Button className="button small" onPress={cancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}

function saySent(share: number | undefined): string {
  if (share === undefined) return 'The server asks that address.';
  return share < 100 ? `${share} of 100 parts sent` : 'All of it has arrived and is being read.';
}
