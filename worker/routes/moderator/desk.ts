import { Hono } from 'hono'
import { colleagueListSchema, dutySchema } from '../../contract/moderation/hand'
import { deskNewsSchema, eventsQuerySchema } from '../../contract/moderation/news'
import { queueCountsSchema } from '../../contract/moderation/queue'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { changeDuty } from '../../services/reviews/change-duty'
import { listColleagues } from '../../services/reviews/list-colleagues'
import { readCounts } from '../../services/reviews/read-counts'
import { readDeskNews } from '../../services/reviews/read-desk-news'
import { describe } from '../describe'

/** What goes on at the desk: figures, people, news. */
export const deskRoutes = new Hono<HonoEnv>()
  .get(
    '/counts',
    describe({
      summary: 'The figures beside the queue, whatever its filter',
      ok: { schema: queueCountsSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await readCounts(c.var.ctx)),
  )
  .get(
    '/events',
    describe({
      summary: 'What happened at the desk since an event',
      ok: { schema: deskNewsSchema },
      errors: ['unauthenticated', 'forbidden', 'invalid_input'],
    }),
    validate('query', eventsQuerySchema),
    async (c) => c.json(await readDeskNews(c.var.ctx, c.req.valid('query').after)),
  )
  .get(
    '/colleagues',
    describe({
      summary: 'Everybody who may moderate: who is there, who is on duty, how much each holds',
      ok: { schema: colleagueListSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json({ items: await listColleagues(c.var.ctx) }),
  )
  .post(
    '/duty',
    describe({
      summary: 'Go on duty, or off',
      ok: { schema: dutySchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'invalid_input',
      ],
    }),
    validate('json', dutySchema),
    async (c) => c.json(await changeDuty(c.var.ctx, c.req.valid('json'))),
  )
