import { z } from 'zod';
import { DeskId, Draft } from '#data/schema/desk.ts';
import { findEvidence, keepEvidence, MOST_EVIDENCE_BYTES } from '#server/desk/licence/evidence.ts';
import { show } from '../desk/show.ts';
import { route, STREAMED } from '../route.ts';

const SIGNED_IN = { access: 'signed-in', tag: 'Desk' } as const;
const id = z.object({ id: DeskId.meta({ description: 'Id of a draft' }) });

/** Letters and minutes that prove a licence: kept, and given back to members alone. */
export const DESK_EVIDENCE_ROUTES = [
  route({
    path: '/api/desk/drafts/:id/evidence',
    summary:
      'Hand in a letter, a minute or an e-mail as evidence of the licence: PDF, image or text',
    ...SIGNED_IN,
    takes: { mostBytes: MOST_EVIDENCE_BYTES, media: ['application/octet-stream'] },
    params: id,
    query: z.object({
      fileName: z
        .string()
        .min(1)
        .max(1_000)
        .meta({ description: 'Name of the document: metadata only' }),
    }),
    response: Draft,
    async answer({ subject, params, query, body }, services) {
      const document = { fileName: query.fileName, bytes: body?.bytes ?? Buffer.alloc(0) };
      const draft = await keepEvidence(subject, params.id, document, services.desk);
      return await show(draft, subject, services);
    },
  }),
  route({
    path: '/api/desk/drafts/:id/evidence/:sha256',
    summary: 'A document handed in as evidence, as a file to keep',
    ...SIGNED_IN,
    params: id.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    media: 'application/octet-stream',
    response: z.string().meta({ format: 'binary' }),
    async answer({ subject, params }, { desk }, response) {
      const { name, bytes } = await findEvidence(subject, params.id, params.sha256, desk.deps);
      response.set({
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(bytes);
      return STREAMED;
    },
  }),
];
