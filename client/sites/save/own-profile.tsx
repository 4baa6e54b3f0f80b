import { useState } from 'react';
import { Button } from 'react-aria-components';
import { OWN } from '#data/siting/search-text.ts';
import { titleOf } from '../criteria/profile-chooser.tsx';
import type { SitesDesk } from '../state/desk.ts';
import {
  dropOwnProfile,
  keepOwnProfile,
  ownSearch,
  useOwnProfiles,
} from '../state/own-profiles.ts';

/** Keep the criteria as a profile of one's own, in this browser; a link to it needs nothing kept. */
export function OwnProfile({ desk }: { readonly desk: SitesDesk }) {
  const { finder, dispatch } = desk;
  const own = useOwnProfiles();
  const [title, setTitle] = useState(() =>
    finder.search.profile === OWN ? titleOf(desk) : `${titleOf(desk)}, mine`,
  );
  const [said, setSaid] = useState<string>();
  const name = title.trim();
  const keep = () => {
    if (name === '') return setSaid('Give the profile a title.');
    const search = ownSearch(finder.search, name);
    const isKept = keepOwnProfile(search);
    setSaid(isKept ? `Kept: it is in the list of profiles.` : 'This browser keeps nothing.');
    dispatch({ kind: 'search', search });
  };
  return (
    <section className="save-form">
      <h3>Make it a profile of your own</h3>
      <p>
        It is kept in this browser and offered beside the eight; a link to it works for anybody.
      </p>
      <div className="save-row">
        <label>
          Title of the profile
          <input
            type="text"
            value={title}
            maxLength={80}
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        <Button className="button" onPress={keep}>
          {own.some((profile) => profile.title === name) ? 'Replace it' : 'Keep it'}
        </Button>
      </div>
      <p role="status">{said}</p>
      {own.length > 0 && (
        <ul className="kept-links">
          {own.map((profile) => (
            <li key={profile.id}>
              {profile.title}
              <Button className="text-button" onPress={() => dropOwnProfile(profile.title)}>
                Throw away<span className="hidden"> {profile.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
