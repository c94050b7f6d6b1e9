import { Hono } from 'hono'
import { hashDigits, verifyFormSchema } from '../contract/stamped-forms'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { assertWithinLimit } from '../middleware/rate-limit'
import { getForm } from '../services/stamped-forms/get-form'
import { verifyForm } from '../services/stamped-forms/verify-form'
import { isShownInForm, readForm } from './read-input'
import { askForCode, rememberedCredentials } from './receipts'
import { show } from './show'

export const stampedFormPages = new Hono<HonoEnv>()
  .get('/receipts/:publicId/form', async (c) => {
    const credentials = rememberedCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    const form = await getForm(c.var.ctx, credentials)
    const verifyAt = new URL('/verify-form', c.var.deps.config.publicOrigin ?? c.req.url)
    verifyAt.searchParams.set('id', form.publicId)
    verifyAt.searchParams.set('revision', String(form.revision))
    verifyAt.searchParams.set('hash', form.sha256.slice(0, hashDigits))
    return show(c, { view: 'stamped-form', form, verifyAt: verifyAt.href })
  })
  .get('/verify-form', async (c) => {
    const { id = '', revision = '', hash = '' } = c.req.query()
    const values = { id, revision, hash }
    const blank = { view: 'verify-form', values, match: null, errors: {}, refusal: null } as const
    if (Object.values(values).every((value) => value.trim() === '')) return show(c, blank)
    const input = readForm(verifyFormSchema, values)
    if (!input.ok) return show(c, { ...blank, errors: fieldSentences(input.fields, c.var.language) }, 422)
    try {
      await assertWithinLimit(c, 'LOOKUP_LIMIT')
      return show(c, { ...blank, ...(await verifyForm(c.var.ctx, input.output)) })
    } catch (error) {
      if (!isShownInForm(error)) throw error
      return show(c, { ...blank, refusal: error.code }, 429)
    }
  })
