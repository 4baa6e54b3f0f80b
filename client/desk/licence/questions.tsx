import { useEffect, useRef, useState } from 'react';
import type { LicenceAnswers, LicenceStep } from '#data/schema/desk-licence.ts';
import { answered } from './answers.ts';
import { Question } from './question.tsx';

type QuestionsProps = {
  readonly step: LicenceStep;
  readonly answers: LicenceAnswers;
  readonly isReadOnly: boolean;
  readonly onAnswers: (answers: LicenceAnswers) => void;
};

/** The questions, one open at a time: the first without an answer, until another is asked for. */
export function Questions({ step, answers, isReadOnly, onAnswers }: QuestionsProps) {
  const { questions } = step;
  const [open, setOpen] = useState(() => firstOpen(step, answers));
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    // what is opened by hand takes the focus; the page as it is loaded does not
    if (moved === 0) return;
    const field = list.current?.querySelector<HTMLElement>('input:checked, input[type="radio"]');
    (field ?? document.querySelector<HTMLElement>('#licence-fits'))?.focus();
  }, [moved]);
  const show = (id: string | undefined) => {
    setOpen(id);
    setMoved((count) => count + 1);
  };
  return (
    <ol className="questions" ref={list}>
      {questions.map((question, index) => (
        <Question
          key={question.id}
          {...{ question, isReadOnly }}
          number={index + 1}
          answer={answers[question.id]}
          isOpen={!isReadOnly && open === question.id}
          onOpen={() => show(question.id)}
          onAnswer={(choice) => onAnswers(answered(answers, question.id, choice))}
          onDone={() => {
            const later = [...questions.slice(index + 1), ...questions.slice(0, index)];
            show(later.find(({ id }) => answers[id] === undefined)?.id);
          }}
        />
      ))}
    </ol>
  );
}

const firstOpen = ({ questions }: LicenceStep, answers: LicenceAnswers): string | undefined =>
  questions.find(({ id }) => answers[id] === undefined)?.id;
