import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { keepSearch } from '#client/api/sites-kept.ts';
import { announce } from '#client/ui/announcer.tsx';
import { Callout } from '#client/ui/callout.tsx';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import type { KeptSearch } from '#data/schema/sites.ts';
import { writeSearch } from '#data/siting/search-text.ts';
import { titleOf } from '../criteria/profile-chooser.tsx';
import type { SitesDesk } from '../state/desk.ts';
import { KeptLinks } from './kept-links.tsx';
import { OwnProfile } from './own-profile.tsx';
import './save.css';

type SaveDialogProps = { readonly desk: SitesDesk; readonly onClose: () => void };

/** Longest title, characters; as the server has it. */
const TITLE_MOST = 120;

/** Keep a search: on the server, which watches it and tells what changes; as a profile of one's own; as a link. */
export function SaveDialog({ desk, onClose }: SaveDialogProps) {
  return (
    <DialogBox title="Save this search" onClose={onClose}>
      <WatchForm desk={desk} />
      <OwnProfile desk={desk} />
      <ShareLink />
    </DialogBox>
  );
}

function WatchForm({ desk }: { readonly desk: SitesDesk }) {
  const [title, setTitle] = useState(() => titleOf(desk));
  const [isSending, setSending] = useState(false);
  const [kept, setKept] = useState<KeptSearch>();
  const [fault, setFault] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return setFault('Give the search a title.');
    setSending(true);
    setFault(undefined);
    try {
      setKept(await keepSearch({ title: title.trim(), search: writeSearch(desk.finder.search) }));
      announce('Saved. Its page and its feeds are listed.');
    } catch (error) {
      setFault(error instanceof Error ? error.message : 'It could not be saved.');
    } finally {
      setSending(false);
    }
  };
  if (kept !== undefined) return <KeptLinks kept={kept} />;
  return (
    <form className="save-form" onSubmit={(event) => void submit(event)}>
      <h3>Watch it</h3>
      <p>
        The server keeps the search and holds it against what is published. Its page and its feeds
        tell which sites entered, left or changed. Nothing about you is kept; whoever has the
        address can read it.
      </p>
      <label>
        Title
        <input
          type="text"
          value={title}
          maxLength={TITLE_MOST}
          aria-invalid={fault !== undefined}
          onChange={({ target }) => setTitle(target.value)}
        />
      </label>
      {fault !== undefined && (
        <div role="alert">
          <Callout tone="bad" title="Not saved.">
            {fault} Your search is as it was.
          </Callout>
        </div>
      )}
      <Button type="submit" className="button primary" isDisabled={isSending}>
        {isSending ? 'Saving…' : 'Save and watch'}
      </Button>
    </form>
  );
}

function ShareLink() {
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('Copied.');
    } catch {
      setSaid('It could not be copied: it is in the address bar.');
    }
  };
  return (
    <section className="save-form">
      <h3>Share it</h3>
      <p>The address holds everything: profile, changes, weights, places and the site selected.</p>
      <p className="save-row">
        <Button className="button" onPress={() => void copy()}>
          Copy the address
        </Button>
        <span role="status">{said}</span>
      </p>
    </section>
  );
}
