import { Hono } from 'hono'
import { isTextSize } from '../contract/words'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { keepChoice } from './keep-choice'

/** How large the reader wants text and targets. */
export const textSizePages = new Hono<HonoEnv>().get('/text-size/:size', (c) => {
  const size = c.req.param('size')
  if (!isTextSize(size)) throw new AppError('not_found')
  return keepChoice(c, 'text-size', size)
})
