import { z } from 'zod';
import { AreaAnswer } from '#data/schema/area.ts';
import { KeptArea } from '#data/schema/kept-area.ts';
import { answerArea } from '../area/answer.ts';
import { describeShape } from '../area/keep.ts';
import { MOST_BYTES, receiveArea } from '../area/receive.ts';
import { findKept } from '../area/resolve.ts';
import { area } from '../parameters.ts';
import { route } from '../route.ts';

/** Areas to ask about, and what is on them. */
export const AREA_ROUTES = [
  route({
    path: '/api/area',
    summary: 'What is here: everything on an area, near it, absent from it, and whom to ask',
    tag: 'Areas',
    query: z.object({ area }),
    response: AreaAnswer,
    answer: ({ query }, services) => answerArea(query.area, services),
  }),
  route({
    path: '/api/areas',
    summary: 'Keep a shape too long for an address: JSON, or a red line as a file',
    tag: 'Areas',
    takes: {
      mostBytes: MOST_BYTES,
      media: ['application/json', 'application/geo+json', 'application/octet-stream'],
    },
    query: z.object({
      name: z
        .string()
        .max(200)
        .optional()
        .meta({
          description: 'Name of the file, of whatever format: its ending is told to the reader',
          examples: ['redline.zip'],
        }),
      apart: z
        .literal('true')
        .optional()
        .meta({ description: 'Keep each shape of the file by itself as well: "parts" names them' }),
    }),
    response: KeptArea,
    answer: ({ query, body }, services) =>
      receiveArea(body, { name: query.name ?? '', apart: query.apart !== undefined }, services),
  }),
  route({
    path: '/api/areas/:id',
    summary: 'A kept shape',
    tag: 'Areas',
    params: z.object({
      id: z
        .string()
        .regex(/^[a-z2-7]{26}$/)
        .meta({ description: 'Id of a kept area' }),
    }),
    response: KeptArea,
    async answer({ params: { id } }, services) {
      const kept = await describeShape(await findKept(id, services), services);
      return { ...kept, id, text: `kept:${id}`, issues: [] };
    },
  }),
];
