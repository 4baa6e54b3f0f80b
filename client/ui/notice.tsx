import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

type NoticeProps = {
  readonly icon: IconName;
  readonly title: string;
  /** What would be here and who could supply it, or what failed and what is safe. */
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

/** An empty or failed part of the page, said in its own place with a way on. */
export function Notice({ icon, title, children, action }: NoticeProps) {
  return (
    <div className="notice">
      <Icon name={icon} size={24} />
      <div>
        <p className="notice-title">{title}</p>
        <p>{children}</p>
        {action && (
          <Button className="button" onPress={action.onPress}>
            {action.label}
          </Button>
        )}
      </div>
    </div>
  );
}
