import { useId, useRef } from 'react';
import type { LicenceQuestion } from '#data/schema/desk-licence.ts';
import { ChoiceRow } from '../frame/choice-list.tsx';

type QuestionProps = {
  readonly question: LicenceQuestion;
  readonly number: number;
  readonly answer: string | undefined;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly onOpen: () => void;
  readonly onAnswer: (choice: string) => void;
  /** Answered for now: go on to the next. */
  readonly onDone: () => void;
};

/** One question: its answer and what follows from it, or the answers to choose from. */
export function Question(props: QuestionProps) {
  const { question, number, answer, isOpen, isReadOnly, onOpen } = props;
  const given = question.choices.find(({ id }) => id === answer);
  return (
    <li className="question">
      <span className="question-number" aria-hidden="true">
        {number}
      </span>
      <h3>{question.title}</h3>
      {isOpen ? (
        <Answers {...props} />
      ) : (
        <>
          <p className="question-answer">
            {given?.title ?? 'Not answered yet'}
            {given && <small>{question.note ?? given.consequence}</small>}
          </p>
          <button
            type="button"
            className="text-button"
            aria-label={`${given ? 'Change' : 'Answer'}: ${question.title}`}
            aria-disabled={isReadOnly}
            onClick={() => !isReadOnly && onOpen()}
          >
            {given ? 'Change' : 'Answer'}
          </button>
        </>
      )}
    </li>
  );
}

/** A press on an answer goes on at once; by keyboard it stays open until Enter, for arrows choose as they pass. */
function Answers({ question, answer, onAnswer, onDone }: QuestionProps) {
  const name = useId();
  const isPress = useRef(false);
  return (
    <form
      className="question-choices"
      onPointerDown={() => {
        isPress.current = true;
      }}
      onKeyDown={() => {
        isPress.current = false;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (answer !== undefined) onDone();
      }}
    >
      <fieldset>
        <legend className="hidden">{question.title}</legend>
        {question.help !== undefined && <p className="question-help">{question.help}</p>}
        {question.choices.map((choice) => (
          <div key={choice.id}>
            <ChoiceRow
              choice={choice}
              name={name}
              isChosen={choice.id === answer}
              onChoose={() => {
                onAnswer(choice.id);
                if (isPress.current) onDone();
              }}
            />
          </div>
        ))}
      </fieldset>
      <button type="submit" className="button small" aria-disabled={answer === undefined}>
        {answer === undefined ? 'Next: choose an answer' : 'Next'}
      </button>
    </form>
  );
}
