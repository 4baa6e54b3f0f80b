import type { Express, Response } from 'express';
import type { AreaAnswer } from '#data/schema/area.ts';
import { areaPage } from '#server/pages/area-page.ts';
import { areaTrouble } from '#server/pages/area-trouble.ts';
import { subjectOf } from '../asking.ts';
import { DownloadQuery } from '../downloading/question.ts';
import { forReader } from '../forms/form.ts';
import { originOf } from '../origin.ts';
import { area as areaText } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { reportArea } from './answer.ts';

/** `/area?area=…`: the report, or a page that says why there is none and how to ask. */
export function mountAreaPage(app: Express, services: Services): void {
  app.get('/area', async ({ query }, response) => {
    const { req: request } = response;
    const isForAll = subjectOf(request).kind === 'anonymous';
    const caching = isForAll ? 'no-cache' : 'private, no-store';
    response.set('Cache-Control', caching).vary('Cookie').type('html');
    const asked = areaText.safeParse(query.area);
    if (!asked.success) {
      response.status(400).send(forReader(areaTrouble(undefined), request));
      return;
    }
    try {
      response.send(forReader(await document(asked.data, response, services), request));
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      response
        .status(cause.code === 'not-found' ? 404 : 400)
        .send(forReader(areaTrouble(cause.message), request));
    }
  });
}

async function document(text: string, response: Response, services: Services): Promise<string> {
  const { answer, drawn } = await reportArea(text, services);
  const written = encodeURIComponent(answer.area.text);
  return areaPage({
    answer,
    drawn,
    districts: services.districts,
    address: `${originOf(response, services)}/area?area=${written}`,
    mapAddress: `/?area=${written}&tab=area`,
    downloads: downloadsOf(answer),
  });
}

/** What was found, as files: by the area where downloads can be cut to one, else by its box. */
function downloadsOf({ area, stop, consult, note, terms }: AreaAnswer) {
  const layers = new Set([...stop, ...consult, ...note].map(({ layerId }) => layerId));
  if (layers.size === 0 || terms.form === 'refused') return [];
  const where =
    'area' in DownloadQuery.shape
      ? `area=${encodeURIComponent(area.text)}`
      : `bbox=${area.bounds.join(',')}`;
  const files = [
    ['geojson', 'Download this as GeoJSON'],
    ['csv', 'as CSV'],
  ] as const;
  return files.map(([format, title]) => ({
    title,
    href: `/api/download?layers=${encodeURIComponent([...layers].join(','))}&${where}&format=${format}`,
  }));
}
