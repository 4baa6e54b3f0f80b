import { useEffect } from 'react';
import { ApiProblem } from '#client/api/client.ts';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { Draft, DraftProgress } from '#data/schema/desk.ts';
import { useDraftQuery } from './api/drafts.ts';
import { ColumnsStep } from './columns/columns-step.tsx';
import { CompareStep } from './compare/compare-step.tsx';
import { FileStep } from './file/file-step.tsx';
import { DraftFrame } from './frame/draft-frame.tsx';
import { IssuesStep } from './issues/issues-step.tsx';
import { LicenceStep } from './licence/licence-step.tsx';
import { PublishStep } from './publish/publish-step.tsx';
import { ReceiptPage } from './publish/receipt-page.tsx';
import { ReadbackStep } from './readback/readback-step.tsx';
import { DraftContext } from './state/draft-context.ts';
import { go } from './state/navigate.ts';
import type { DeskRoute } from './state/route.ts';
import { useDraftDesk } from './state/use-draft-desk.ts';

/** A route of one draft. */
export type DraftRoute = Extract<DeskRoute, { readonly draft: string }>;

type DraftPageProps = { readonly route: DraftRoute };

/** One draft: at the step its address names, or where it was left. */
export function DraftPage({ route }: DraftPageProps) {
  const { data: draft, error, progress, refetch } = useDraftQuery(route.draft);
  useOpenAtStep(route, draft);
  if (draft && progress) return <Opened {...{ draft, progress, route }} />;
  return (
    <main className="desk-page" id="work" tabIndex={-1}>
      {error === null ? (
        <Skeleton label="The draft" rows={8} rowPx={56} />
      ) : (
        <NoDraft error={error} onRetry={() => void refetch()} />
      )}
    </main>
  );
}

/** An address without a step leads to the one the draft was left at; all of a published draft to its receipt. */
function useOpenAtStep({ kind }: DraftRoute, draft: Draft | undefined): void {
  useEffect(() => {
    if (draft === undefined || kind === 'receipt') return;
    if (draft.progress.state === 'published') go({ kind: 'receipt', draft: draft.id }, 'replace');
    else if (kind === 'draft') go({ kind: 'step', draft: draft.id, step: draft.at }, 'replace');
  }, [kind, draft]);
}

function NoDraft({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const isGone = error instanceof ApiProblem && error.status === 404;
  return isGone ? (
    <Notice icon="file" title="There is no such draft">
      It may have been thrown away, or belong to another organisation.{' '}
      <a href="/desk">All your datasets</a> are where they were.
    </Notice>
  ) : (
    <Notice
      icon="warning"
      title="The draft cannot be opened"
      action={{ label: 'Try again', onPress: onRetry }}
    >
      {error.message} The draft itself is safe on the server.
    </Notice>
  );
}

type OpenedProps = {
  readonly draft: Draft;
  readonly progress: DraftProgress;
  readonly route: DraftRoute;
};

function Opened({ draft, progress, route }: OpenedProps) {
  const desk = useDraftDesk(draft);
  return (
    <DraftContext value={desk}>
      {route.kind === 'step' ? (
        <DraftFrame step={route.step}>
          <Step key={route.step} {...{ progress, route }} />
        </DraftFrame>
      ) : (
        route.kind === 'receipt' && (
          <DraftFrame>
            <ReceiptPage />
          </DraftFrame>
        )
      )}
    </DraftContext>
  );
}

type StepRoute = Extract<DeskRoute, { readonly kind: 'step' }>;

/** Step → what shows it. While the file is being read there is only the file to look at. */
function Step({
  progress,
  route,
}: {
  readonly progress: DraftProgress;
  readonly route: StepRoute;
}) {
  switch (route.step) {
    case 'readback':
      return <ReadbackStep progress={progress} />;
    case 'columns':
      return <ColumnsStep />;
    case 'issues':
      return <IssuesStep progress={progress} />;
    case 'licence':
      return <LicenceStep />;
    case 'compare':
      return <CompareStep progress={progress} />;
    case 'publish':
      return <PublishStep progress={progress} />;
    default:
      return <FileStep progress={progress} />;
  }
}
