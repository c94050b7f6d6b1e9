import { Hono } from 'hono'
import {
  mentionListSchema,
  mentionsQuerySchema,
  newNoteSchema,
  noteViewSchema,
  readMentionsSchema,
  unreadMentionsSchema,
} from '../../contract/notes'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { listMentions } from '../../services/notes/list-mentions'
import { readMentions } from '../../services/notes/read-mentions'
import { writeNote } from '../../services/notes/write-note'
import { describe } from '../describe'

const forStaff = ['unauthenticated', 'forbidden'] as const
const aWrite = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const

/** What colleagues tell one another; never public, never exported. */
export const noteRoutes = new Hono<HonoEnv>()
  .post(
    '/notes',
    describe({
      summary: 'Leave a note on a case or on a measure, and mention colleagues in it',
      ok: { schema: noteViewSchema },
      errors: [...forStaff, ...aWrite, 'not_found'],
    }),
    validate('json', newNoteSchema),
    async (c) => c.json(await writeNote(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/mentions',
    describe({
      summary: 'The notes that mention whoever asks and wait to be read, newest first',
      ok: { schema: mentionListSchema },
      errors: [...forStaff, 'invalid_input', 'invalid_cursor'],
    }),
    validate('query', mentionsQuerySchema),
    async (c) => c.json(await listMentions(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/mentions/read',
    describe({
      summary: 'Note down that these notes were read by whoever asks',
      ok: { schema: unreadMentionsSchema },
      errors: [...forStaff, ...aWrite],
    }),
    validate('json', readMentionsSchema),
    async (c) => c.json(await readMentions(c.var.ctx, c.req.valid('json'))),
  )
