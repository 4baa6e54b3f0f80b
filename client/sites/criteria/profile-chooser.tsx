import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { Icon } from '#client/ui/icon.tsx';
import { PROFILES } from '#data/profiles/index.ts';
import type { Profile } from '#data/siting/search.ts';
import type { SitesDesk } from '../state/desk.ts';
import { useOwnProfiles } from '../state/own-profiles.ts';
import { backTo } from '../state/profile-of.ts';

type ProfileChooserProps = {
  readonly desk: SitesDesk;
  readonly className: string;
};

/** What is looked for: the uses ODIN knows, and those the reader made. */
export function ProfileChooser({ desk, className }: ProfileChooserProps) {
  const own = useOwnProfiles();
  const { dispatch, finder } = desk;
  const choose = (id: string) => {
    const profile = [...PROFILES, ...own].find((each) => each.id === id);
    if (profile === undefined) return;
    if (PROFILES.includes(profile)) dispatch({ kind: 'profile', profile });
    else dispatch({ kind: 'search', search: backTo(profile) });
  };
  return (
    <MenuTrigger>
      <Button className={className}>
        <span className="hidden">Profile: </span>
        {titleOf(desk)}
        <Icon name="chevron-down" size={18} />
      </Button>
      <Popover className="popover profiles" placement="bottom start">
        <Menu className="menu" aria-label="Profile" onAction={(key) => choose(String(key))}>
          <MenuSection>
            <Header className="menu-head">What is looked for</Header>
            {PROFILES.map((profile) => (
              <Choice
                key={profile.id}
                profile={profile}
                isChosen={profile.id === finder.search.profile}
              />
            ))}
          </MenuSection>
          {own.length > 0 && (
            <MenuSection>
              <Header className="menu-head">Your own, kept in this browser</Header>
              {own.map((profile) => (
                <Choice
                  key={profile.id}
                  profile={profile}
                  isChosen={
                    finder.search.profile === 'own' && profile.title === finder.search.title
                  }
                />
              ))}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What a search is called. */
export const titleOf = ({ finder, profile }: Pick<SitesDesk, 'finder' | 'profile'>): string =>
  finder.search.title ?? profile?.title ?? 'Your own search';

type ChoiceProps = { readonly profile: Profile; readonly isChosen: boolean };

function Choice({ profile: { id, title, summary }, isChosen }: ChoiceProps) {
  return (
    <MenuItem id={id} className="menu-item" textValue={title}>
      <span>
        <b>{title}</b>
        <small>{summary}</small>
      </span>
      {isChosen && <Icon name="check" size={16} />}
    </MenuItem>
  );
}
