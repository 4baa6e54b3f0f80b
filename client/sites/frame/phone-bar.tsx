import { Button } from 'react-aria-components';
import { ProfileChooser } from '../criteria/profile-chooser.tsx';
import type { SitesDesk } from '../state/desk.ts';
import './phone-bar.css';

type PhoneBarProps = { readonly desk: SitesDesk; readonly onCriteria: () => void };

/** Over the map of a phone: what is looked for, and the way to what is asked of it. */
export function PhoneBar({ desk, onCriteria }: PhoneBarProps) {
  const { must, prefer } = desk.finder.search;
  return (
    <div className="phone-bar">
      <h1>
        <ProfileChooser desk={desk} className="phone-chip" />
      </h1>
      <Button className="phone-chip" onPress={onCriteria}>
        <b>Criteria</b>{' '}
        <span>
          {must.length} must · {prefer.length} prefer
        </span>
      </Button>
    </div>
  );
}
