import { z } from 'zod';
import { harvestFile } from './file.ts';
import {
  broken,
  fileNameOf,
  type Get,
  getJson,
  type Protocol,
  type Said,
  withQuery,
} from './harvested.ts';

const Dataset = z.object({
  has_records: z.boolean().optional(),
  metas: z
    .object({
      default: z
        .object({
          title: z.string().nullish(),
          license: z.string().nullish(),
          license_url: z.string().nullish(),
          records_count: z.number().nullish(),
        })
        .optional(),
    })
    .optional(),
});

/**
 * A dataset of an Opendatasoft portal, by its page or its address in the Explore API 2.1, as GeoJSON export; as
 * CSV where it has no positions.
 * Source: https://help.opendatasoft.com/apis/ods-explore-v2/
 */
export const harvestOpendatasoft: Protocol = async (rule, get, known) => {
  const address = datasetAddress(rule.url, rule.layer);
  if (address === undefined) {
    return broken(
      'This is no dataset of an Opendatasoft portal: its address holds /datasets/ or /explore/dataset/.',
    );
  }
  const told = await getJson(get, address);
  if ('status' in told) return told;
  const read = Dataset.safeParse(told.json);
  if (!read.success)
    return broken('The portal does not describe this dataset as Opendatasoft does.');
  const { title, license, license_url, records_count } = read.data.metas?.default ?? {};
  const said: Said = {
    ...(title ? { title } : {}),
    ...(license ? { licence: license } : {}),
    ...(license_url ? { licenceUrl: license_url } : {}),
  };
  const name = address.slice(address.lastIndexOf('/') + 1);
  return await exported(address, { name, said, count: records_count ?? undefined }, get, known);
};

type Told = { readonly name: string; readonly said: Said; readonly count: number | undefined };

async function exported(
  address: string,
  { name, said, count }: Told,
  get: Get,
  known: Parameters<Protocol>[2],
): ReturnType<Protocol> {
  for (const format of ['geojson', 'csv']) {
    const url = withQuery(
      `${address}/exports/${format}`,
      format === 'csv' ? { delimiter: ',' } : {},
    );
    const got = await harvestFile({ kind: 'file', url }, get, known);
    if (got.status !== 'harvested') return got;
    const isEmpty = format === 'geojson' && (count ?? 0) > 0 && hasNoGeometry(got.bytes);
    if (!isEmpty) return { ...got, fileName: fileNameOf(decodeURIComponent(name), format), said };
  }
  return broken('The portal exports nothing of this dataset.');
}

/** How far a file is looked into for a position. */
const LOOK_BYTES = 1 << 20;

const hasNoGeometry = (bytes: Uint8Array): boolean =>
  !/"coordinates"/.test(Buffer.from(bytes.subarray(0, LOOK_BYTES)).toString('latin1'));

/** `…/api/explore/v2.1/catalog/datasets/<id>`, from that or from the dataset's page. */
function datasetAddress(address: string, layer: string | undefined): string | undefined {
  const url = new URL(address);
  const [, inApi] = /\/catalog\/datasets\/([^/]+)/.exec(url.pathname) ?? [];
  const [, onPage] = /\/explore\/(?:dataset|assets)\/([^/]+)/.exec(url.pathname) ?? [];
  const id = layer === undefined ? (inApi ?? onPage) : encodeURIComponent(layer);
  return id === undefined ? undefined : `${url.origin}/api/explore/v2.1/catalog/datasets/${id}`;
}
