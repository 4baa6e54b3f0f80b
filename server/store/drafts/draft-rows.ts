import type { CloserLook } from '#data/schema/closer.ts';
import type { Decided } from '#data/schema/decision.ts';
import type { DeskStepId } from '#data/schema/desk.ts';
import type { Receipt } from '#data/schema/desk-compare.ts';
import type { LicenceAnswers } from '#data/schema/desk-licence.ts';
import type { LayerProfile } from '#data/schema/harmonised.ts';
import type { HarvestRule } from '#data/schema/harvest.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Source } from '#data/schema/source.ts';

/** Shapes of drafts as the store keeps them. */

export type DraftState = 'reading' | 'ready' | 'unreadable' | 'publishing' | 'published';

/** Everything a person decided; replaced whole by every step, so that one can be taken back. */
export type DraftWork = {
  /** Descriptor the draft began with: that of the edition before, or a new one. */
  readonly base: Source;
  /** True while nothing says what kind of things it holds: the type of `base` then means nothing. */
  readonly isUntyped: boolean;
  /** Decisions since, oldest first. */
  readonly decided: readonly Decided[];
  readonly about: {
    readonly title?: string;
    readonly description?: string;
    readonly synthetic?: boolean;
    readonly cadence?: string;
    /** `null`: it is not fetched by itself any more. */
    readonly harvest?: HarvestRule | null;
  };
  readonly licence: LicenceAnswers;
  readonly licenceBy?: { readonly by: string; readonly at: string };
  /** Guard → what was answered, by whom. */
  readonly guards: Readonly<
    Record<
      string,
      {
        readonly value: string;
        readonly by: string;
        readonly accountId: string;
        readonly at: string;
      }
    >
  >;
};

/** What a reading found, beside the staged edition and its issues. */
export type DraftFound = {
  readonly format?: string;
  readonly encoding?: string;
  readonly featureType: string;
  readonly records: number;
  readonly features: number;
  readonly unplaced: number;
  readonly rejected: number;
  readonly bounds?: readonly [number, number, number, number];
  readonly layers: readonly Omit<LayerProfile, 'columns'>[];
  readonly closer?: CloserLook;
  /** Why it cannot be used, in a sentence; then `issues` say more, and there is no edition. */
  readonly unreadable?: string;
  readonly issues?: readonly Issue[];
  /** Beside the live edition; absent when there is none. */
  readonly compared?: {
    /** Row and number of it. */
    readonly row: number;
    readonly against: number;
    readonly added: number;
    readonly removed: number;
    /** Moved at least as far as counts as a move. */
    readonly moved: number;
    readonly changed: number;
    readonly same: number;
    /** Records of it that were found again by reference, and all it has. */
    readonly matched: number;
    readonly was: number;
  };
  /** What the gate found that a person has to accept. */
  readonly holding: readonly Issue[];
};

export type DraftRow = {
  readonly id: string;
  readonly publisher: string;
  readonly dataset: string;
  readonly organisation: string;
  readonly state: DraftState;
  readonly sha256: string;
  readonly edition?: number;
  readonly madeAt: string;
  readonly savedAt: string;
  readonly revision: number;
  readonly work: DraftWork;
  readonly found?: DraftFound;
  readonly detail: DraftDetail;
};

export type DraftDetail = {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly receivedAt: string;
  readonly from?: string;
  readonly at: DeskStepId;
  readonly savedBy: string;
  readonly madeBy: { readonly accountId: string; readonly name: string };
  readonly holder: { readonly accountId: string; readonly name: string; readonly since: string };
  /** sha-256 of the documents handed in as evidence. */
  readonly evidence?: readonly string[];
  /** Goes up with every reading. */
  readonly reading: number;
  /** Set before it is published: by what it is known again after a crash. */
  readonly publishing?: {
    readonly fingerprint: string;
    readonly by: string;
    readonly at: string;
    readonly reason?: string;
  };
};

/** What a step changes of a draft; what is left out stays. */
export type DraftChanges = Partial<
  Pick<DraftRow, 'dataset' | 'state' | 'sha256' | 'work' | 'detail'>
> & {
  readonly found?: DraftFound | undefined;
  /** `null`: none any more. */
  readonly edition?: number | null;
};

/** A step that can be taken back. */
export type DraftAct = {
  readonly number: number;
  readonly words: string;
  readonly by: string;
  readonly at: string;
};

/** What is kept of a receipt: all but what is looked up anew. */
export type ReceiptRow = {
  readonly draft: string;
  readonly dataset: string;
  readonly publisher: string;
  readonly at: string;
  readonly receipt: Receipt;
};

/** What a publisher said: “we hold none”, “nothing has changed”, “what is held is right”. */
export type PublisherWord = {
  readonly about: string;
  readonly by: string;
  readonly at: string;
  readonly why?: string;
  /** Where somebody else has to say the same. */
  readonly accountId?: string;
};
