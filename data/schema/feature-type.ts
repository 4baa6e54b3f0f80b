import type { Attribute } from './attribute.ts';
import type { Shape } from './geometry.ts';
import type { Theme } from './theme.ts';

/** `theme/type`, both kebab-case: `energy/substation`. */
export type FeatureTypeId = `${Theme}/${string}`;

/** One kind of thing ODIN knows; a file of `data/features` lists those of its theme. */
export type FeatureType = {
  readonly id: FeatureTypeId;
  readonly theme: Theme;
  /** Singular, sentence case: `Substation`. */
  readonly title: string;
  /** Plural, as a layer is called: `Substations`. */
  readonly plural: string;
  readonly description: string;
  readonly shapes: readonly Shape[];
  /** Its own attributes; those of `ENVELOPE` come before them. */
  readonly attributes: readonly Attribute[];
  /** Words in file, layer and sheet names or titles that suggest the type: `primary substations`, `brownfield`. */
  readonly synonyms: readonly string[];
  /** The same thing in other vocabularies. */
  readonly equivalents: {
    readonly planningData?: string;
    readonly osm?: string;
    readonly inspire?: string;
    readonly overture?: string;
    readonly cim?: string;
  };
  /** First zoom at which its tiles hold features (0–14). */
  readonly minZoom: number;
  /** Attribute that ranks features for thinning and labels, larger first: `voltage-kv`. */
  readonly rankBy?: string;
  /** Attribute shown as label when the feature has no name. */
  readonly labelBy?: string;
};
