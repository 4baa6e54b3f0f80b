import { useQuery } from '@tanstack/react-query';
import { getJson } from '#client/api/client.ts';
import { Icon } from '#client/ui/icon.tsx';
import { type ChipKind, LicenceChip } from '#client/ui/licence-chip.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { Receipt } from '#data/schema/desk-compare.ts';
import { draftPath } from '../api/drafts.ts';
import { StepHeading } from '../frame/heading.tsx';
import { Link } from '../frame/link.tsx';
import { ActionBar, Side } from '../frame/side.tsx';
import type { DraftMapWishes } from '../map/wishes.ts';
import { useDraft } from '../state/draft-context.ts';
import { copyText } from './copy-text.ts';
import { GoBack } from './go-back.tsx';
import { Proof } from './proof.tsx';
import './publish.css';
import './receipt.css';

/** Things still happen after publishing; asked again so often, ms. */
const AGAIN_MS = 3_000;

const PLACES: DraftMapWishes = { show: 'places' };

/** What went live, proof of it, what has happened since, what is left, and the way back. */
export function ReceiptPage() {
  const { draft } = useDraft();
  const { data, error, refetch } = useQuery({
    queryKey: ['desk', 'receipt', draft.id],
    queryFn: ({ signal }) => getJson<Receipt>(draftPath(draft.id, 'receipt'), signal),
    refetchInterval: ({ state }) =>
      state.data?.happened.some(({ state: now }) => now === 'running' || now === 'waiting')
        ? AGAIN_MS
        : false,
    refetchOnMount: 'always',
  });
  if (data) return <Shown receipt={data} />;
  return error ? (
    <Notice
      icon="warning"
      title="There is no receipt to show"
      action={{ label: 'Try again', onPress: () => void refetch() }}
    >
      {error.message}
    </Notice>
  ) : (
    <Skeleton label="The receipt" rows={8} rowPx={44} />
  );
}

function Shown({ receipt }: { readonly receipt: Receipt }) {
  const { draft } = useDraft();
  return (
    <div className="receipt">
      <Head receipt={receipt} />
      <Proof receipt={receipt} />
      <Side title="Map" map={PLACES}>
        <div className="receipt-side">
          <p>
            {receipt.licence.attribution}{' '}
            <LicenceChip kind={receipt.licence.chip as ChipKind} title={receipt.licence.title} />
          </p>
          <section>
            <h3>Published something wrong?</h3>
            <GoBack receipt={receipt} />
          </section>
          <section>
            <h3>Who can see what</h3>
            <dl className="lets">
              <div>
                <dt>This receipt</dt>
                <dd>{draft.publisher.shortName}</dd>
              </div>
              <div>
                <dt>Data, licence, changes, open issues</dt>
                <dd>Everyone</dd>
              </div>
            </dl>
          </section>
        </div>
      </Side>
      <ActionBar
        end={
          receipt.before && (
            <p className="bar-note">
              The edition before: {receipt.before.edition}, {receipt.before.records} records{' '}
              {receipt.before.synthetic && <SyntheticBadge />}
            </p>
          )
        }
      >
        <Link className="button" to={{ kind: 'home', publisher: draft.publisher.id }}>
          Back to your datasets
        </Link>
        <Link
          className="button receipt-another"
          to={{ kind: 'new', publisher: draft.publisher.id, dataset: receipt.dataset }}
        >
          Publish another
        </Link>
      </ActionBar>
    </div>
  );
}

const HEADS = {
  live: 'is live',
  superseded: 'was live',
  withdrawn: 'is withdrawn',
} as const satisfies Record<Receipt['status'], string>;

function Head({ receipt }: { readonly receipt: Receipt }) {
  const { edition, status, words, page, map, synthetic } = receipt;
  const address = new URL(page, location.href).href;
  return (
    <div className="receipt-head">
      <span className={status === 'live' ? 'receipt-mark tone-good' : 'receipt-mark tone-warn'}>
        <Icon name={status === 'live' ? 'check-circle' : 'clock'} size={32} />
      </span>
      <StepHeading title={`Edition ${edition} ${HEADS[status]}`} className="receipt-title">
        Edition {edition} {HEADS[status]}
      </StepHeading>
      <p className="receipt-words">
        {words} {synthetic && <SyntheticBadge />}
      </p>
      <p className="receipt-actions">
        <a className="button primary" href={page}>
          Open the public page
        </a>
        <a className="button" href={map}>
          See it on the map
        </a>
        <button
          type="button"
          className="button"
          onClick={() => void copyText(address, 'Address copied.')}
        >
          Copy the address
        </button>
      </p>
      <p className="receipt-address">
        <code>{address}</code>
      </p>
    </div>
  );
}
