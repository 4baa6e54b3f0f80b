import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '#client/ui/icon.tsx';
import type { DeskStep, DeskStepId } from '#data/schema/desk.ts';
import { useDraft } from '../state/draft-context.ts';
import { go } from '../state/navigate.ts';
import { Link } from './link.tsx';
import './steps.css';

type StepsProps = { readonly step: DeskStepId };

/** The seven steps, with what each still wants. */
export function Steps({ step: current }: StepsProps) {
  const { draft } = useDraft();
  return (
    <nav className="steps" aria-label="Steps">
      <ol>
        {draft.steps.map((step, index) => (
          <li
            key={step.id}
            className={`step step-${step.state}${step.id === current ? ' now' : ''}`}
          >
            {canOpen(step, draft.at, current) ? (
              <Link
                to={{ kind: 'step', draft: draft.id, step: step.id }}
                isCurrentStep={step.id === current}
              >
                <StepWords {...{ step, index }} isNow={step.id === current} />
              </Link>
            ) : (
              <span className="step-still">
                <StepWords {...{ step, index }} isNow={false} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Done, at hand, or the one to go on with; a step far ahead has nothing to show yet. */
const canOpen = ({ id, state }: DeskStep, at: DeskStepId, current: DeskStepId): boolean =>
  state !== 'todo' || id === at || id === current;

/** For those who do not see the disc. */
const STATE_WORDS = {
  todo: '',
  done: 'done',
  look: 'can be improved',
  blocks: 'blocks publishing',
} as const satisfies Record<DeskStep['state'], string>;

type StepWordsProps = {
  readonly step: DeskStep;
  readonly index: number;
  readonly isNow: boolean;
};

function StepWords({ step, index, isNow }: StepWordsProps) {
  return (
    <>
      <span className="step-disc" aria-hidden="true">
        {step.state === 'done' && !isNow ? <Icon name="check" size={16} /> : index + 1}
      </span>
      <span className="step-words">
        <span className="step-title">{step.title}</span>
        {step.label !== undefined && <small>{step.label}</small>}
        {STATE_WORDS[step.state] !== '' && (
          <span className="hidden">, {STATE_WORDS[step.state]}</span>
        )}
      </span>
    </>
  );
}

/** The same on a phone: the step one is at, and the others behind it. */
export function StepsMenu({ step: current }: StepsProps) {
  const { draft } = useDraft();
  const index = draft.steps.findIndex(({ id }) => id === current);
  const open = draft.steps.filter((step) => canOpen(step, draft.at, current));
  return (
    <MenuTrigger>
      <Button className="steps-button">
        Step {index + 1} of {draft.steps.length}, {draft.steps[index]?.title}
        <Icon name="chevron-down" size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label="Steps"
          onAction={(key) => {
            const step = open.find(({ id }) => id === key);
            if (step) go({ kind: 'step', draft: draft.id, step: step.id });
          }}
        >
          {open.map((step) => (
            <MenuItem
              key={step.id}
              id={step.id}
              className="menu-item"
              textValue={step.title}
              aria-current={step.id === current ? 'step' : undefined}
            >
              <span>
                {step.title}
                {step.label !== undefined && <em> {step.label}</em>}
              </span>
              {step.state === 'done' && <Icon name="check" size={16} />}
              {step.state === 'blocks' && <Icon name="warning" size={16} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
