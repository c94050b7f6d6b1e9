import type { Context } from 'hono'
import type { FileValues } from '../../web/page'
import type { FieldCode } from '../contract/errors'
import { fileLimits } from '../contract/files'
import { type AppError, invalidField } from '../errors'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit, sourceOf } from '../middleware/rate-limit'
import { keepFile } from '../services/files/keep-file'
import { dropUpload } from '../services/files/uploads'
import { isShownInForm } from './read-input'

/** What a form is shown again for. */
export interface FileRefused {
  fields?: Record<string, FieldCode>
  refusal?: AppError
  /** The name of the file that its field is about. */
  refusedFile?: string
}

/** The ids of what is uploaded so far. */
export const filesOf = ({ attachments }: Pick<FileValues, 'attachments'>): string[] =>
  attachments.split(' ').filter(Boolean)

export const withFiles = <Values extends FileValues>(values: Values, ids: string[]): Values => ({
  ...values,
  attachments: ids.join(' '),
})

/** Which of the files the button that was pressed takes back. */
export const droppedBy = (step: string | undefined): string | undefined => /^drop:(.+)$/.exec(step ?? '')?.[1]

/** Takes back what its author does not want to attach any more. */
export async function without<Values extends FileValues>(
  c: Context<HonoEnv>,
  values: Values,
  id: string | undefined,
): Promise<Values> {
  if (id === undefined || !filesOf(values).includes(id)) return values
  await dropUpload(c.var.ctx, id)
  return withFiles(
    values,
    filesOf(values).filter((each) => each !== id),
  )
}

/** Keeps the file that came with the form, or says why not; everything else that was typed stays either way. */
export async function attach<Values extends FileValues>(
  c: Context<HonoEnv>,
  values: Values,
  file: File | null,
): Promise<FileRefused & { values: Values }> {
  if (!file) return { values }
  const ids = filesOf(values)
  try {
    if (ids.length >= fileLimits.count) throw invalidField('file', 'attachments_too_many')
    await assertWithinLimit(c, 'SUBMIT_LIMIT')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { id } = await keepFile(c.var.ctx, { name: file.name, bytes }, sourceOf(c))
    return { values: withFiles(values, [...ids, id]) }
  } catch (error) {
    if (!isShownInForm(error)) throw error
    const { fields } = error.more
    return fields ? { values, fields, refusedFile: file.name } : { values, refusal: error }
  }
}
