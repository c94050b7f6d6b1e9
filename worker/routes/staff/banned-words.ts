import { Hono } from 'hono'
import {
  addBannedWordSchema,
  bannedWordListSchema,
  removeBannedWordSchema,
} from '../../contract/banned-words'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { addBannedWord } from '../../services/banned-words/add-banned-word'
import { listBannedWords } from '../../services/banned-words/list-banned-words'
import { removeBannedWord } from '../../services/banned-words/remove-banned-word'
import { describe } from '../describe'

/** The list that calls for a moderator's attention. Senior moderators keep it too. */
export const bannedWordRoutes = new Hono<HonoEnv>()
  .get(
    '/banned-words',
    describe({
      summary: 'The words that call for attention, by category',
      ok: { schema: bannedWordListSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await listBannedWords(c.var.ctx)),
  )
  .post(
    '/banned-words',
    describe({
      summary: 'Put a word on the list, or into another category',
      ok: { schema: bannedWordListSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'invalid_input',
        'banned_words_full',
      ],
    }),
    validate('json', addBannedWordSchema),
    async (c) => c.json(await addBannedWord(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/banned-words/remove',
    describe({
      summary: 'Take a word off the list',
      ok: { schema: bannedWordListSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'invalid_input',
        'not_found',
      ],
    }),
    validate('json', removeBannedWordSchema),
    async (c) => c.json(await removeBannedWord(c.var.ctx, c.req.valid('json'))),
  )
