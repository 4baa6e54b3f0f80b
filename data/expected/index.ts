import type { FeatureTypeId } from '#data/schema/feature-type.ts';

/** One kind of data a council is expected to hold and supply, and why. */
export type Expected = {
  readonly featureType: FeatureTypeId;
  /** Duty or register that makes councils hold it. */
  readonly because: string;
  /** How often it is to be reviewed, ISO 8601 duration, where the duty says. */
  readonly cadence?: string;
};

/**
 * What a district council in England is expected to supply. Each is held under a duty of its own; the planning ones
 * are among the datasets local planning authorities provide to the national planning data platform.
 * Source: planning.data.gov.uk, guidance for local planning authorities; the Acts and regulations named.
 */
export const EXPECTED_OF_DISTRICTS: readonly Expected[] = [
  {
    featureType: 'land/brownfield-site',
    because:
      'Town and Country Planning (Brownfield Land Register) Regulations 2017: reviewed each year',
    cadence: 'P1Y',
  },
  {
    featureType: 'planning/conservation-area',
    because: 'Planning (Listed Buildings and Conservation Areas) Act 1990, section 69',
  },
  {
    featureType: 'planning/article-4-direction',
    because: 'Town and Country Planning (General Permitted Development) Order 2015, article 4',
  },
  {
    featureType: 'planning/tree-preservation-zone',
    because: 'Town and Country Planning Act 1990, section 198',
  },
  {
    featureType: 'planning/locally-listed-building',
    because: 'National Planning Policy Framework: non-designated heritage assets',
  },
  {
    featureType: 'transport/public-right-of-way',
    because: 'Wildlife and Countryside Act 1981, section 53: the definitive map and statement',
  },
  {
    featureType: 'planning/air-quality-management-area',
    because: 'Environment Act 1995, section 83',
  },
  {
    featureType: 'land/contaminated-land',
    because: 'Environmental Protection Act 1990, section 78R: a public register',
  },
  {
    featureType: 'land/developer-contribution',
    because: 'Community Infrastructure Levy Regulations 2010, regulation 121A: each year',
    cadence: 'P1Y',
  },
  {
    featureType: 'social/allotment',
    because: 'Allotments Act 1925 and Small Holdings and Allotments Act 1908',
  },
  {
    featureType: 'land/public-land',
    because: 'Local Government Transparency Code 2015: land and building assets, each year',
    cadence: 'P1Y',
  },
];
