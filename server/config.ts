import { z } from 'zod';
import type { Basemap } from '#data/schema/basemap.ts';
import type { SignOnConfig } from './accounts/single-sign-on.ts';
import { readBasemaps } from './basemaps.ts';

const megabytes = z.coerce.number().int().min(64);
const seconds = z.coerce.number().int().positive();

/** What cannot be read is a fault of the setting, like any other. */
function basemapsOf(setting: string, context: z.RefinementCtx<string>): readonly Basemap[] {
  try {
    return readBasemaps(setting);
  } catch (cause) {
    context.addIssue(cause instanceof Error ? cause.message : String(cause));
    return z.NEVER;
  }
}

/** Every setting ODIN reads from the environment, with its unit and what it is when unset. */
const Environment = z.object({
  /** Address to listen on; `0.0.0.0` opens it to the network. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** 0: any free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Folder of the database, the files handed in and the tiles. */
  ODIN_DATA: z.string().min(1).default('.odin'),
  /** Largest heap of the process that reads one file, MB. */
  ODIN_JOB_MEMORY: megabytes.default(2_048),
  /** Longest time one file may take, seconds. */
  ODIN_JOB_TIMEOUT: seconds.default(180),
  /** Threads that cut tiles; as many as the machine has when unset. */
  ODIN_TILE_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  /** Memory the making of one layer's tiles is to stay within, MB; what does not fit waits on disk. */
  ODIN_TILE_MEMORY: z.coerce.number().int().min(256).default(2_048),
  /** Hours for which tiles that others have replaced are still served, to pages opened before. */
  ODIN_TILE_GRACE: z.coerce.number().min(1).max(8_760).default(24),
  /** Memory for tiles asked for lately, MB; 0 keeps none. */
  ODIN_TILE_CACHE: z.coerce.number().int().min(0).max(65_536).default(128),
  /** Memory for features as columns, which lists and filters are answered from, MB. */
  ODIN_COLUMN_MEMORY: megabytes.default(512),
  /** Scheme and host as the public sees them, behind a proxy on another machine. */
  ODIN_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).href === `${new URL(url).origin}/`, 'expected scheme and host')
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Who runs this copy, for the accessibility statement. */
  ODIN_OPERATOR: z.string().trim().min(1).max(200).optional(),
  /** E-mail or web address people write to about it. */
  ODIN_CONTACT: z.union([z.email(), z.url({ protocol: /^https?$/ })]).optional(),
  /** Issuer of an organisation's sign-in (OpenID Connect), exactly as it names itself. */
  ODIN_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  /** What ODIN is called there, and its secret. */
  ODIN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  ODIN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Domains of e-mail whose people need no invitation, parted by commas. */
  ODIN_OIDC_DOMAINS: z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .default([]),
  /** Base maps of others: JSON, or a file that holds it. */
  ODIN_BASEMAPS: z.string().min(1).transform(basemapsOf).optional(),
  /** Whether the server fetches by itself what its sources say. */
  ODIN_HARVEST: z.enum(['on', 'off']).default('on'),
  /** Hosts of this network data may be fetched from, by http too: `gis.internal:8080`, several with commas. */
  ODIN_HARVEST_HOSTS: z
    .string()
    .regex(/^[\w.:,[\] -]+$/, 'expected hosts, with commas between')
    .optional(),
  /** Longest file taken in at the desk, MB. */
  ODIN_UPLOAD: z.coerce.number().min(1).max(2_000).default(500),
  /** Room of one organisation for its files, MB. */
  ODIN_ROOM: z.coerce.number().min(1).default(20_000),
  /** Free space of the disk below which nothing is taken in, MB. */
  ODIN_FREE_SPACE: z.coerce.number().min(0).default(2_000),
  ODIN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly jobMemoryMb: number;
  readonly jobTimeoutS: number;
  readonly tileThreads?: number;
  readonly tileMemoryMb: number;
  readonly tileGraceHours: number;
  readonly tileCacheMb: number;
  readonly columnMemoryMb: number;
  readonly publicUrl?: string;
  /** Who runs this copy and how people reach them, as far as it was said. */
  readonly operator: { readonly name?: string; readonly contact?: string };
  /** Where an organisation signs its people in; absent: by password alone. */
  readonly signOn?: SignOnConfig;
  /** Base maps of others, offered beside our own. */
  readonly basemaps: readonly Basemap[];
  /** What is fetched by itself: whether, and from which hosts of this network too. */
  readonly harvest: { readonly isOn: boolean; readonly ownHosts: ReadonlySet<string> };
  /** What is taken in at the desk, bytes. */
  readonly desk: {
    readonly fileBytes: number;
    readonly roomBytes: number;
    readonly floorBytes: number;
  };
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
};

/**
 * Read the settings once, at the start.
 *
 * @throws {Error} naming every setting that cannot be used, and why
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`Cannot start: ${faults.join('; ')}`);
  }
  const settings = read.data;
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataFolder: settings.ODIN_DATA,
    jobMemoryMb: settings.ODIN_JOB_MEMORY,
    jobTimeoutS: settings.ODIN_JOB_TIMEOUT,
    ...(settings.ODIN_TILE_THREADS === undefined
      ? {}
      : { tileThreads: settings.ODIN_TILE_THREADS }),
    tileMemoryMb: settings.ODIN_TILE_MEMORY,
    tileGraceHours: settings.ODIN_TILE_GRACE,
    tileCacheMb: settings.ODIN_TILE_CACHE,
    columnMemoryMb: settings.ODIN_COLUMN_MEMORY,
    ...(settings.ODIN_PUBLIC_URL === undefined ? {} : { publicUrl: settings.ODIN_PUBLIC_URL }),
    operator: {
      ...(settings.ODIN_OPERATOR === undefined ? {} : { name: settings.ODIN_OPERATOR }),
      ...(settings.ODIN_CONTACT === undefined ? {} : { contact: settings.ODIN_CONTACT }),
    },
    ...signOnOf(settings),
    basemaps: settings.ODIN_BASEMAPS ?? [],
    harvest: {
      isOn: settings.ODIN_HARVEST === 'on',
      ownHosts: new Set((settings.ODIN_HARVEST_HOSTS ?? '').split(/[, ]+/).filter(Boolean)),
    },
    desk: {
      fileBytes: settings.ODIN_UPLOAD * 1e6,
      roomBytes: settings.ODIN_ROOM * 1e6,
      floorBytes: settings.ODIN_FREE_SPACE * 1e6,
    },
    logLevel: settings.ODIN_LOG,
  };
}

/** @throws {Error} when a part of it is missing */
function signOnOf(settings: z.output<typeof Environment>): Pick<Config, 'signOn'> {
  const { ODIN_OIDC_ISSUER: issuer, ODIN_OIDC_CLIENT_ID: clientId } = settings;
  const { ODIN_OIDC_CLIENT_SECRET: clientSecret, ODIN_OIDC_DOMAINS: domains } = settings;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return {};
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Error(
      'Cannot start: ODIN_OIDC_ISSUER, ODIN_OIDC_CLIENT_ID and ODIN_OIDC_CLIENT_SECRET are needed together',
    );
  }
  return { signOn: { issuer, clientId, clientSecret, domains } };
}
