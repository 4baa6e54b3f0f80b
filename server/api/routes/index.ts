import type { Route } from '../route.ts';
import { ARCHIVE_ROUTES } from './archives.ts';
import { AREA_ROUTES } from './area.ts';
import { CATALOGUE_ROUTES } from './catalogue.ts';
import { COMBINE_ROUTES } from './combine.ts';
import { COVERAGE_ROUTES } from './coverage.ts';
import { DCAT_ROUTES } from './dcat.ts';
import { DESK_ROUTES } from './desk.ts';
import { DESK_DATASET_ROUTES } from './desk-datasets.ts';
import { DESK_DECISION_ROUTES } from './desk-decisions.ts';
import { DESK_DRAFT_ROUTES } from './desk-draft.ts';
import { DESK_EVIDENCE_ROUTES } from './desk-evidence.ts';
import { DOWNLOAD_ROUTES } from './downloads.ts';
import { EDITION_ROUTES } from './editions.ts';
import { FEATURE_ROUTES } from './features.ts';
import { FILE_ROUTES } from './files.ts';
import { ISSUES_FILE_ROUTES } from './issues-file.ts';
import { LAYER_CHANGE_ROUTES } from './layer-changes.ts';
import { LAYER_FIGURE_ROUTES } from './layer-figures.ts';
import { LAYER_MOMENT_ROUTES } from './layer-moments.ts';
import { LAYER_ROUTES } from './layers.ts';
import { MAP_STYLE_ROUTES } from './map-styles.ts';
import { PURPOSE_ROUTES } from './purpose.ts';
import { REDUCED_ROUTES } from './reduced.ts';
import { SEARCH_ROUTES } from './search.ts';
import { SERVICE_ROUTES } from './service.ts';
import { SESSION_ROUTES } from './session.ts';
import { SITE_ROUTES } from './sites.ts';
import { KEPT_SEARCH_ROUTES } from './sites-kept.ts';

/** Every address of the API, in the order of the document. */
export const ROUTES: readonly Route[] = [
  ...CATALOGUE_ROUTES,
  ...EDITION_ROUTES,
  ...COMBINE_ROUTES,
  ...COVERAGE_ROUTES,
  ...DCAT_ROUTES,
  ...ISSUES_FILE_ROUTES,
  ...DOWNLOAD_ROUTES,
  ...LAYER_ROUTES,
  ...LAYER_CHANGE_ROUTES,
  ...LAYER_MOMENT_ROUTES,
  ...MAP_STYLE_ROUTES,
  ...ARCHIVE_ROUTES,
  ...FEATURE_ROUTES,
  ...REDUCED_ROUTES,
  ...AREA_ROUTES,
  ...SITE_ROUTES,
  ...KEPT_SEARCH_ROUTES,
  ...LAYER_FIGURE_ROUTES,
  ...SEARCH_ROUTES,
  ...FILE_ROUTES,
  ...SESSION_ROUTES,
  ...PURPOSE_ROUTES,
  ...DESK_ROUTES,
  ...DESK_DECISION_ROUTES,
  ...DESK_DRAFT_ROUTES,
  ...DESK_EVIDENCE_ROUTES,
  ...DESK_DATASET_ROUTES,
  ...SERVICE_ROUTES,
];
