import type { RuleSource } from '../schema/area.ts';
import type { FeatureTypeId } from '../schema/feature-type.ts';

/** Stop: likely to prevent building · consult: somebody to ask · note: good to know. */
export type RuleGroup = 'stop' | 'consult' | 'note';

/** Whom a rule asks to consult. */
export type Consultation = {
  /** Id of a publisher, or of `CONSULTEES`. */
  readonly consultee: string;
  /** statutory: the law asks for it where development of the kind named is proposed. */
  readonly duty: 'statutory' | 'advised';
  /** What development it is about, and why; a sentence. */
  readonly why: string;
  readonly source: RuleSource;
  /** Metres round the thing within which they are asked too; absent: on it only. */
  readonly reachM?: number;
};

/** What a feature on or near an area means to whoever plans there. */
export type ConsultationRule = {
  /** Stable: `flood-zone-3`. */
  readonly id: string;
  readonly type: FeatureTypeId;
  /** Holds for features with one of these values, as text; absent: for all. The first rule that holds counts. */
  readonly when?: { readonly attribute: string; readonly among: readonly string[] };
  readonly group: RuleGroup;
  /**
   * What such features are called together; the layer's plural unless given. `{voltage-kv}` is filled in, and parts
   * the finding by its values; it is left out with the words since the last comma where the value is not stated.
   */
  readonly title?: string;
  /** Why it stands in its group: a sentence. */
  readonly why?: string;
  readonly source?: RuleSource;
  readonly ask: readonly Consultation[];
};

/** Day the rules were last gone through as a whole. */
export const RULES_CHECKED = '2026-11-23';
