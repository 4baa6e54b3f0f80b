import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AddressBook } from '#data/gazetteer/lookup.ts';
import { loadVocabulary, watchGazetteers } from '#data/load.ts';
import { codeVersion, HARMONISING, TILING } from './code-version.ts';
import type { Config } from './config.ts';
import { loadDescriptors } from './descriptors.ts';
import { openHarmoniser } from './jobs/harmoniser.ts';
import type { PublishDeps } from './publishing/delivery.ts';
import { type Archives, openArchives } from './store/archives.ts';
import { openStore } from './store/open.ts';
import { openDrawing } from './tiling/drawing.ts';
import { createLayerBuilder } from './tiling/layer-builder.ts';
import { buildApart } from './tiling/layers-apart.ts';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..');

/** Files one child process reads before it is replaced: those of the demonstration are our own. */
const FILES_EACH = 50;

/** Everything that publishing needs, opened. */
export type Odin = {
  readonly vocabulary: ReturnType<typeof loadVocabulary>;
  readonly deps: PublishDeps;
  readonly archives: Archives;
  /** The gazetteers loaded now. */
  readonly addresses: () => AddressBook;
  readonly close: () => Promise<void>;
};

/** Open the data folder, the vocabulary and the child that harmonises, and sweep what an interrupted run left. */
export async function openOdin(config: Config, now = () => new Date()): Promise<Odin> {
  const vocabularyFolder = join(ROOT, 'data');
  const bundled = loadVocabulary(vocabularyFolder);
  const sources = loadDescriptors(config.dataFolder, bundled.sources);
  const vocabulary = { ...bundled, sources };
  const { licences, publishers } = vocabulary;
  mkdirSync(config.dataFolder, { recursive: true });
  const store = openStore(config.dataFolder);
  await store.dropStaged();
  await store.seed(publishers.values(), licences.values());
  await store.accounts.seedOrganisations(publishers.values(), new Date());
  const archives = openArchives(
    join(config.dataFolder, 'tiles'),
    config.tileGraceHours * 3_600_000,
  );
  const temporary = resolve(config.dataFolder, 'tmp');
  const harmoniser = openHarmoniser({
    memoryMb: config.jobMemoryMb,
    timeoutS: config.jobTimeoutS,
    filesEach: FILES_EACH,
    writable: temporary,
  });
  const gazetteers = resolve(config.dataFolder, 'gazetteer');
  const addresses = watchGazetteers(gazetteers);
  const building = {
    licences,
    publishers,
    codeVersion: codeVersion(ROOT, TILING),
    memoryMb: config.tileMemoryMb,
    ...(config.tileThreads === undefined ? {} : { threads: config.tileThreads }),
  };
  const here = createLayerBuilder({ ...building, store, archives, now });
  const builder = buildApart(here, { ...building, dataFolder: config.dataFolder });
  const layers = openDrawing({ builder, store, archives, now });
  return {
    vocabulary,
    archives,
    addresses,
    deps: {
      store,
      harmoniser,
      layers,
      licences,
      vocabulary: vocabularyFolder,
      gazetteers: { folder: gazetteers, stamp: () => stampOf(addresses()) },
      codeVersion: codeVersion(ROOT, HARMONISING),
      temporary,
      now,
    },
    async close() {
      harmoniser.rest();
      await layers.rest();
      await store.close();
    },
  };
}

/** Names what is loaded: which editions, and when. */
const stampOf = ({ editions }: AddressBook): string =>
  editions.map(({ id, loadedAt }) => `${id} ${loadedAt}`).join('; ');
