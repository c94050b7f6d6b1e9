import { type Context, Hono } from 'hono'
import type { StampTyped } from '../../web/page'
import { baseOf } from '../contract/addresses'
import { stampedUploadSchema } from '../contract/stamped-scans'
import { versionParamSchema } from '../contract/submissions'
import { AppError, invalidField } from '../errors'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit } from '../middleware/rate-limit'
import { uploadResponseScan } from '../services/stamped-forms/upload-scan'
import { getVersion, listVersions } from '../services/submissions/get-version'
import { attemptForm, statusOf } from './form-act'
import { ownPage } from './own-page'
import { readAddress, readFieldsAndFile } from './read-input'
import { show } from './show'
import { verifyAddress } from './stamped-forms'

const at = '/enterprise/response/versions'

/** What an organisation sent: its versions, the receipt of each, its printed form and the way back of the stamped paper. */
export const responseVersionPages = new Hono<HonoEnv>()
  .get(at, ownPage, async (c) =>
    show(c, { view: 'response-history', history: await listVersions(c.var.ctx) }),
  )
  .get(`${at}/:number`, ownPage, (c) => showVersion(c))
  .get(`${at}/:number/form`, ownPage, async (c) => {
    const version = await getVersion(c.var.ctx, numberIn(c))
    if (!version.stamped.hasForm) throw new AppError('not_found')
    const verifyAt = verifyAddress(c, { ...version, revision: version.version })
    return show(c, { view: 'response-form', version, verifyAt })
  })
  .get(`${at}/:number/stamped`, ownPage, (c) => c.redirect(addressOf(c), 303))
  .post(`${at}/:number/stamped`, ownPage, async (c) => {
    const { fields, file } = await readFieldsAndFile(c, 'file')
    await assertWithinLimit(c, 'SUBMIT_LIMIT')
    const { code = '' } = fields
    const refused = await attemptForm(c, stampedUploadSchema, { code }, async (input) => {
      if (!file) throw invalidField('file', 'required')
      const bytes = new Uint8Array(await file.arrayBuffer())
      await uploadResponseScan(c.var.ctx, numberIn(c), { ...input, file: { name: file.name, bytes } })
    })
    return refused ? showVersion(c, { code, ...refused }) : c.redirect(`${addressOf(c)}#stamped`, 303)
  })

const numberIn = (c: Context<HonoEnv>) => readAddress(versionParamSchema, c.req.param()).number
const addressOf = (c: Context<HonoEnv>) => `${baseOf(c.var.ctx.consultation)}${at}/${numberIn(c)}`

async function showVersion(c: Context<HonoEnv>, stamping: StampTyped | null = null): Promise<Response> {
  const version = await getVersion(c.var.ctx, numberIn(c))
  const fresh = c.req.query('sent') !== undefined
  const page = { view: 'response-receipt', version, fresh, stamping } as const
  return show(c, page, stamping ? statusOf(stamping) : 200)
}
