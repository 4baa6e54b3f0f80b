import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { DraftColumns } from '#data/schema/desk-columns.ts';
import { partQuery } from '../api/drafts.ts';
import { StepHeading } from '../frame/heading.tsx';
import { Link } from '../frame/link.tsx';
import { ActionBar, Side } from '../frame/side.tsx';
import { useDraft } from '../state/draft-context.ts';
import { go, useRoute } from '../state/navigate.ts';
import { ColumnSide } from './column-side.tsx';
import { ColumnTable } from './column-table.tsx';
import './columns.css';
import { RowsDialog } from './rows-dialog.tsx';
import { useSingleKeys } from './use-single-keys.ts';

/** Their columns beside our attributes, most doubtful first. */
export function ColumnsStep() {
  const { draft } = useDraft();
  const { data, error, refetch } = useQuery({
    ...partQuery<DraftColumns>(draft, 'columns'),
    placeholderData: keepPreviousData,
  });
  const { settle } = draft.columns;
  return (
    <div className="columns-step">
      <div className="columns-head">
        <div>
          <StepHeading title={settle > 0 ? `Columns, ${settle} to settle` : 'Columns'}>
            Match your columns to ours
          </StepHeading>
          {data && <p className="columns-words">{data.words}</p>}
        </div>
        <RowsButton />
      </div>
      {data ? (
        <Columns columns={data} />
      ) : error ? (
        <Notice
          icon="warning"
          title="The columns cannot be shown"
          action={{ label: 'Try again', onPress: () => void refetch() }}
        >
          {error.message} Your matches are safe on the server.
        </Notice>
      ) : (
        <Skeleton label="Columns" rows={10} rowPx={48} />
      )}
      <ActionBar end={<p className="bar-note">{sayLeft(settle)}</p>}>
        <Link className="button primary" to={{ kind: 'step', draft: draft.id, step: 'issues' }}>
          {settle === 0 ? 'Continue to issues' : 'Accept and continue to issues'}
        </Link>
        <Link className="button" to={{ kind: 'step', draft: draft.id, step: 'readback' }}>
          Back
        </Link>
      </ActionBar>
    </div>
  );
}

const sayLeft = (settle: number): string =>
  settle === 0
    ? 'Every column is settled.'
    : 'You can leave columns unsettled; each becomes an issue at step 4.';

function Columns({ columns }: { readonly columns: DraftColumns }) {
  const { draft } = useDraft();
  const route = useRoute();
  const shown = route.kind === 'step' ? route.show : undefined;
  const selected = columns.columns.find(({ id }) => id === shown) ?? columns.columns[0];
  const keys = useSingleKeys();
  if (selected === undefined) {
    return (
      <Notice icon="columns" title="There are no columns">
        The file holds shapes and nothing said about them. You can go on; required attributes are
        issues at step 4.
      </Notice>
    );
  }
  return (
    <>
      <ColumnTable
        columns={columns}
        selected={selected.id}
        hasKeys={keys.isOn}
        onSelect={(id) =>
          go({ kind: 'step', draft: draft.id, step: 'columns', show: id }, 'replace')
        }
      />
      <Side title="Column">
        <ColumnSide key={selected.id} {...{ columns, selected, keys }} />
      </Side>
    </>
  );
}

/** The file itself, to look a doubt up in. */
function RowsButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="button" onPress={() => setOpen(true)}>
        Show 3 rows of the file
      </Button>
      {isOpen && <RowsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
