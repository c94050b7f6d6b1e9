import { Hono } from 'hono'
import { isLanguage } from '../contract/words'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { keepChoice } from './keep-choice'

/** The reader's language. */
export const languagePages = new Hono<HonoEnv>().get('/language/:code', (c) => {
  const language = c.req.param('code')
  if (!isLanguage(language)) throw new AppError('not_found')
  return keepChoice(c, 'language', language)
})
