import { type Context, Hono } from 'hono'
import { hashDigits, verifyFormSchema } from '../contract/stamped-forms'
import { stampedUploadSchema } from '../contract/stamped-scans'
import { invalidField } from '../errors'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { assertWithinLimit } from '../middleware/rate-limit'
import { getForm } from '../services/stamped-forms/get-form'
import { uploadScan } from '../services/stamped-forms/upload-scan'
import { verifyForm } from '../services/stamped-forms/verify-form'
import { attemptForm } from './form-act'
import { isShownInForm, readFieldsAndFile, readForm } from './read-input'
import { actingCredentials, askForCode, readingCredentials, showReceipt } from './receipts'
import { show } from './show'

export const stampedFormPages = new Hono<HonoEnv>()
  .get('/receipts/:publicId/form', async (c) => {
    const credentials = await readingCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    const form = await getForm(c.var.ctx, credentials)
    return show(c, { view: 'stamped-form', form, verifyAt: verifyAddress(c, form) })
  })
  .get('/receipts/:publicId/stamped', (c) => c.redirect(`/receipts/${c.req.param('publicId')}`, 303))
  .post('/receipts/:publicId/stamped', async (c) => {
    const { fields, file } = await readFieldsAndFile(c, 'file')
    const credentials = await actingCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'SUBMIT_LIMIT')
    const { code = '' } = fields
    const refused = await attemptForm(c, stampedUploadSchema, { code }, async (input) => {
      if (!file) throw invalidField('file', 'required')
      const bytes = new Uint8Array(await file.arrayBuffer())
      await uploadScan(c.var.ctx, credentials, { ...input, file: { name: file.name, bytes } })
    })
    if (refused) return showReceipt(c, credentials, { stamping: { code, ...refused } })
    return c.redirect(`/receipts/${credentials.publicId}#stamped`, 303)
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

/** What the QR of a form leads to, on whatever device. */
export function verifyAddress(
  c: Context<HonoEnv>,
  { publicId, revision, sha256 }: { publicId: string; revision: number; sha256: string },
): string {
  const address = new URL('/verify-form', c.var.deps.config.publicOrigin ?? c.req.url)
  address.searchParams.set('id', publicId)
  address.searchParams.set('revision', String(revision))
  address.searchParams.set('hash', sha256.slice(0, hashDigits))
  return address.href
}
