import { z } from 'zod';
import { AreaAnswer } from '#data/schema/area.ts';
import { answerArea } from '../area/answer.ts';
import { area } from '../parameters.ts';
import { route } from '../route.ts';

/** What is on an area. */
export const AREA_ROUTES = [
  route({
    path: '/api/area',
    summary: 'What is here: everything on an area, near it, absent from it, and whom to ask',
    tag: 'Areas',
    query: z.object({ area }),
    response: AreaAnswer,
    answer: ({ query }, services) => answerArea(query.area, services),
  }),
];
