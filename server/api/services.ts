import type { AddressBook } from '#data/gazetteer/lookup.ts';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { Basemap } from '#data/schema/basemap.ts';
import type { AccountDeps } from '#server/accounts/deps.ts';
import type { SignOn } from '#server/accounts/single-sign-on.ts';
import type { NoneHeld } from '#server/catalogue/coverage.ts';
import type { Shelf } from '#server/columns/shelf.ts';
import type { Desk } from '#server/desk/index.ts';
import type { Log } from '#server/log.ts';
import type { Operator } from '#server/pages/accessibility-page.ts';
import type { Outline } from '#server/pages/locator.ts';
import type { AccessDeps } from '#server/publishing/access.ts';
import type { RedLineReader } from '#server/red-line.ts';
import type { Store } from '#server/store/store.ts';
import type { Measuring } from './area/measuring.ts';
import type { Catalogue } from './catalogue.ts';
import type { Gazetteer } from './search/gazetteer.ts';
import type { SitesShelf } from './sites/shelf.ts';
import type { Moment } from './tiles/moments.ts';
import type { LineReader } from './views/lines.ts';
import type { WhoAsks } from './who-asks.ts';

/** Everything a route may call. */
export type Services = {
  readonly store: Store;
  /** What is live, as columns in memory. */
  readonly columns: Shelf;
  /**
   * The same as everybody sees them, whoever asks: for what is told to all alike.
   *
   * @throws {Error} of services that are not held against what is seen
   */
  readonly everybody: () => Services;
  /** Editions opened to be measured, for sites. */
  readonly sites: SitesShelf;
  /** What is live now. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly grid: Ostn15Grid;
  readonly redLines: RedLineReader;
  /** Opened at the first question about an area. */
  readonly measuring: () => Promise<Measuring>;
  readonly gazetteer: Gazetteer;
  /** Postcodes and UPRNs loaded now; empty when none are. */
  readonly addresses: () => AddressBook;
  readonly lines: LineReader;
  readonly districts: readonly Outline[];
  /** GSS code → name of the districts. */
  readonly districtNames: ReadonlyMap<string, string>;
  /** Scheme and host of this server as the public sees it, when a proxy hides that. */
  readonly publicUrl?: string;
  /** Who runs this copy, as far as it was said. */
  readonly operator: Operator;
  /** Base maps of others, offered beside our own. */
  readonly basemaps: readonly Basemap[];
  /** Where the tile archive of a layer's version stands. */
  readonly archivePath: (layerId: string, version: string) => string;
  /** How a layer stood after each publish, newest first. */
  readonly moments: (layerId: string) => Promise<readonly Moment[]>;
  /** What showing, hiding and moving datasets needs. */
  readonly releasing: AccessDeps;
  /** Who may sign in. */
  readonly accounts: AccountDeps;
  /** Told once the first administrator has an account. */
  readonly firstMade: () => void;
  /** Where an organisation signs its people in; absent: by password alone. */
  readonly signOn?: SignOn;
  /** Who asks something, by cookie or token. */
  readonly whoAsks: WhoAsks;
  /** Publishers’ word that they have none of a kind of thing; absent: nobody can say so here. */
  readonly noneHeld?: () => Promise<readonly NoneHeld[]>;
  /** Where councils publish. */
  readonly desk: Desk;
  readonly log: Log;
  /** Version of ODIN itself. */
  readonly version: string;
};
