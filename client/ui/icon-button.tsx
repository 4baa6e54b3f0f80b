import type { ReactNode } from 'react';
import { Button, OverlayArrow, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

type IconButtonProps = {
  readonly icon: IconName;
  /** What it does, in words: its name, and the tip shown on hover and focus. */
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  /** Set for a button that stays down. */
  readonly isOn?: boolean;
  /** Set for a button that opens and closes a part of the page. */
  readonly isOpen?: boolean;
  /** Reached by arrow keys or not at all: the Tab key passes it by. */
  readonly excludeFromTabOrder?: boolean;
  readonly className?: string;
  readonly size?: number;
  readonly tip?: 'top' | 'bottom' | 'left' | 'right';
  readonly children?: ReactNode;
};

/** A button that is a picture; its words show as a tip. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, onPress, isDisabled = false, isOn, isOpen, className, size, tip } = props;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        className={className === undefined ? 'icon-button' : `icon-button ${className}`}
        aria-label={label}
        isDisabled={isDisabled}
        excludeFromTabOrder={props.excludeFromTabOrder ?? false}
        onPress={onPress}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
      >
        <Icon name={icon} size={size ?? 20} />
        {props.children}
      </Button>
      <Tooltip className="tip" placement={tip ?? 'bottom'} offset={6}>
        <OverlayArrow />
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
