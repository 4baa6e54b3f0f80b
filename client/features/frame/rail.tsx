import type { ReactNode } from 'react';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import { AccountLink } from './account-link.tsx';
import './rail.css';

const PLACES: readonly { href: string; label: string; icon: IconName }[] = [
  { href: '/', label: 'Explore', icon: 'map' },
  { href: '/sites', label: 'Sites', icon: 'pin' },
  { href: '/desk', label: 'Publish', icon: 'upload' },
  { href: '/data', label: 'Data', icon: 'data' },
  { href: '/licences', label: 'Licences', icon: 'licence' },
  { href: '/help', label: 'Help', icon: 'help' },
];

type RailProps = {
  /** Address of the place the reader is in. */
  readonly at?: string;
  /** Controls of the whole product, after the places. */
  readonly children: ReactNode;
};

/** The product's places: a rail at the left, a bar at the bottom of a phone. */
export function Rail({ at = '/', children }: RailProps) {
  return (
    <header className="rail">
      <div className="wordmark">
        <Icon name="swirl" size={22} />
        <span>ODIN</span>
      </div>
      <nav aria-label="ODIN">
        <ul>
          {PLACES.map(({ href, label, icon }) => (
            <li key={href}>
              <a className="rail-item" href={href} aria-current={href === at ? 'page' : undefined}>
                <Icon name={icon} />
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <AccountLink />
      {children}
    </header>
  );
}
