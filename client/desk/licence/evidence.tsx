import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import type { LicenceAnswers, LicenceStep } from '#data/schema/desk-licence.ts';
import { draftPath } from '../api/drafts.ts';
import { upload } from '../api/upload.ts';
import { useDraft } from '../state/draft-context.ts';
import { shortDay } from '../state/say.ts';
import { useTyped } from '../state/use-typed.ts';
import { isPage, withPart } from './answers.ts';

type EvidenceProps = {
  readonly step: LicenceStep;
  readonly answers: LicenceAnswers;
  readonly isReadOnly: boolean;
  readonly onAnswers: (answers: LicenceAnswers) => void;
};

/** Where anyone can check the licence: a page that names it, a document kept here, or the council's word. */
export function Evidence({ step, answers, isReadOnly, onAnswers }: EvidenceProps) {
  const name = useId();
  const { evidence } = answers;
  const [kind, setKind] = useState(evidence?.kind);
  const take = (value: LicenceAnswers['evidence']) =>
    onAnswers(withPart(answers, 'evidence', value));
  return (
    <section className="evidence">
      <h3>Evidence</h3>
      <p className="side-note">Where anyone can check that this is the licence.</p>
      <fieldset disabled={isReadOnly}>
        <legend className="hidden">Evidence</legend>
        <label className="choice">
          <input
            type="radio"
            name={name}
            checked={kind === 'here'}
            onChange={() => {
              setKind('here');
              take({ kind: 'here' });
            }}
          />
          <span className="choice-title">The council decides it here</span>
          <small>
            {step.evidence && evidence?.kind === 'here'
              ? `Recorded as: ${step.evidence.by}, ${shortDay(step.evidence.at)}`
              : 'Recorded with your name and today’s date.'}
          </small>
        </label>
        <label className="choice">
          <input
            type="radio"
            name={name}
            checked={kind === 'page'}
            onChange={() => setKind('page')}
          />
          <span className="choice-title">A web page names it</span>
          <small>One of the council’s own that anybody can open.</small>
        </label>
        {kind === 'page' && (
          <Page saved={evidence?.kind === 'page' ? evidence.url : ''} onTake={take} />
        )}
        <label className="choice">
          <input
            type="radio"
            name={name}
            checked={kind === 'document'}
            onChange={() => setKind('document')}
          />
          <span className="choice-title">Upload a letter or minute</span>
          <small>PDF, image, text or e-mail up to 10 MB. Only your organisation can open it.</small>
        </label>
        {kind === 'document' && (
          <Document saved={evidence?.kind === 'document' ? evidence.sha256 : undefined} />
        )}
      </fieldset>
    </section>
  );
}

type PageProps = {
  readonly saved: string;
  readonly onTake: (evidence: LicenceAnswers['evidence']) => void;
};

function Page({ saved, onTake }: PageProps) {
  const id = useId();
  const field = useTyped(saved, (text) => {
    if (isPage(text)) onTake({ kind: 'page', url: text.trim() });
  });
  const isWrong = field.text.trim() !== '' && !isPage(field.text);
  return (
    <div className="side-field evidence-page">
      <label htmlFor={id}>Web page</label>
      <input
        id={id}
        type="url"
        placeholder="https://"
        value={field.text}
        aria-describedby={`${id}-wrong`}
        aria-invalid={isWrong}
        onChange={({ target }) => field.type(target.value)}
        onBlur={field.take}
      />
      <p id={`${id}-wrong`} className="side-wrong" role="status">
        {isWrong && 'Not a web address yet: it begins with https:// and is saved once it is whole.'}
      </p>
    </div>
  );
}

/** A file to hand in, and the one that was. */
function Document({ saved }: { readonly saved: string | undefined }) {
  const id = useId();
  const { draft, hold } = useDraft();
  const send = useMutation({
    mutationFn: (file: File) =>
      upload({
        method: 'POST',
        path: `drafts/${encodeURIComponent(draft.id)}/evidence?fileName=${encodeURIComponent(file.name)}`,
        file,
        signal: new AbortController().signal,
        onSent: () => undefined,
      }),
    onSuccess: (next) => {
      hold(next);
      announce('The document is kept as evidence.');
    },
  });
  return (
    <div className="side-field evidence-page" aria-busy={send.isPending}>
      <label htmlFor={id}>Document</label>
      <input
        id={id}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.txt,.eml"
        disabled={send.isPending}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) send.mutate(file);
        }}
      />
      <p id={`${id}-said`} className={send.error ? 'side-wrong' : 'side-note'} role="status">
        {send.error ? send.error.message : send.isPending && 'Sending it'}
        {saved !== undefined && !send.isPending && (
          <a href={draftPath(draft.id, `evidence/${saved}`)} download>
            Open the document that is kept
          </a>
        )}
      </p>
    </div>
  );
}
