import type { Context } from 'hono'
import * as v from 'valibot'
import type { FileValues } from '../../web/page'
import { annexSummarySchema } from '../contract/annexes'
import type { FieldCode } from '../contract/errors'
import { AppError, invalidField } from '../errors'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit, sourceOf } from '../middleware/rate-limit'
import { keepAnnex } from '../services/annexes/keep-annex'
import { dropUpload } from '../services/files/uploads'
import type { FileRefused } from './form-files'
import { byFieldName, isShownInForm, readFieldsAndFile } from './read-input'

/** Keeps the confidential annex that a form brings with its summary, or says why not; nothing typed is lost. */
export async function attachAnnex<Values extends FileValues>(
  c: Context<HonoEnv>,
  values: Values,
): Promise<FileRefused & { values: Values }> {
  const { file } = await readFieldsAndFile(c, 'annexFile')
  const summary = v.safeParse(annexSummarySchema, values.annexSummary)
  try {
    if (!summary.success)
      throw new AppError('invalid_input', {
        fields: {
          annexSummary: summary.issues[0].message as FieldCode,
          ...(file ? {} : { annexFile: 'required' as const }),
        },
      })
    if (!file) throw invalidField('annexFile', 'required')
    await assertWithinLimit(c, 'SUBMIT_LIMIT')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { id } = await keepAnnex(c.var.ctx, { name: file.name, bytes }, sourceOf(c))
    if (values.annex) await dropUpload(c.var.ctx, values.annex)
    return { values: { ...values, annex: id, annexSummary: summary.output } }
  } catch (error) {
    if (!isShownInForm(error)) throw error
    const { fields } = error.more
    if (!fields) return { values, refusal: error }
    return {
      values,
      fields: byFieldName(fields, (path) => (path === 'file' ? 'annexFile' : null)),
    }
  }
}

/** Takes it back; its summary goes with it. */
export async function dropAnnex<Values extends FileValues>(
  c: Context<HonoEnv>,
  values: Values,
): Promise<Values> {
  if (values.annex) await dropUpload(c.var.ctx, values.annex)
  return { ...values, annex: '', annexSummary: '' }
}
