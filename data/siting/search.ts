import type { Must, Prefer } from './criterion.ts';

/** What is looked through. */
export type SearchGround =
  /** Sites of some feature types, all of them or those in some districts (GSS codes). */
  | {
      readonly kind: 'sites';
      readonly types: readonly string[];
      readonly districts?: readonly string[];
    }
  /** Areas somebody drew or pasted, each as `data/query/area-text.ts` writes it. */
  | { readonly kind: 'areas'; readonly areas: readonly string[] };

/** A use, and what it asks of a site. */
export type Profile = {
  /** `data-centre`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: for whom, and of which size. */
  readonly summary: string;
  readonly ground: SearchGround;
  readonly must: readonly Must[];
  readonly prefer: readonly Prefer[];
};

/** A search for sites: a profile as somebody set it. */
export type SiteSearch = {
  /** Id of the profile it began from, or `own`. */
  readonly profile: string;
  /** Of an own profile. */
  readonly title?: string;
  readonly ground: SearchGround;
  readonly must: readonly Must[];
  readonly prefer: readonly Prefer[];
};
