import { type Context, Hono } from 'hono'
import type { Refused } from '../../web/page'
import { accountErasureSchema, erasureSchema } from '../contract/erasures'
import type { ReceiptCredentials } from '../contract/receipts'
import type { HonoEnv } from '../hono-env'
import { onPurpose } from '../middleware/on-purpose'
import { assertWithinLimit } from '../middleware/rate-limit'
import { passOn, visitOf } from '../middleware/session'
import { fileName, sendFile, zipType } from '../routes/download'
import { askAuth } from '../services/accounts/ask-auth'
import { getOwnEnterprise } from '../services/enterprises/get-enterprise'
import { getParticipant } from '../services/participants/get-participant'
import { eraseAccount } from '../services/privacy/erase-account'
import { eraseComment } from '../services/privacy/erase-comment'
import { takeAccountData } from '../services/privacy/own-account-data'
import type { OwnArchive } from '../services/privacy/own-archive'
import { takeCommentData } from '../services/privacy/own-comment-data'
import { getReceipt } from '../services/receipts/get-receipt'
import { attemptForm, isRefused, nothingWrong, statusOf } from './form-act'
import { ownPage } from './own-page'
import { readFields } from './read-input'
import { actingCredentials, askForCode } from './receipts'
import { show } from './show'

/** What is kept of a person: to take away and to have deleted, by receipt and by account. */
export const ownDataPages = new Hono<HonoEnv>()
  .get('/receipts/:publicId/data', onPurpose, async (c) => {
    const credentials = await actingCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    return send(await takeCommentData(c.var.ctx, credentials))
  })
  .get('/receipts/:publicId/erase', async (c) => {
    const credentials = await actingCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    return showErasure(c, credentials)
  })
  .post('/receipts/:publicId/erase', async (c) => {
    const { confirm } = await readFields(c)
    const credentials = await actingCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    const asked = { ...credentials, confirm: confirm === 'yes' || undefined }
    const refused = await attemptForm(c, erasureSchema, asked, (input) => eraseComment(c.var.ctx, input))
    return refused
      ? showErasure(c, credentials, refused)
      : c.redirect(`/receipts/${credentials.publicId}`, 303)
  })
  .get('/account/data', ownPage, onPurpose, async (c) => {
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    return send(await takeAccountData(c.var.ctx))
  })
  .get('/account/erase', ownPage, (c) => showAccountErasure(c))
  .post('/account/erase', ownPage, async (c) => {
    const { confirm, password = '' } = await readFields(c)
    const asked = { password, confirm: confirm === 'yes' || undefined }
    const refused = await attemptForm(c, accountErasureSchema, asked, async (input) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await eraseAccount(c.var.ctx, c.var.session.id, input)
    })
    if (refused) return showAccountErasure(c, refused)
    const { cookies } = await askAuth(c.var.ctx, visitOf(c), 'sign-out', {})
    passOn(c, cookies)
    return c.redirect('/account/sign-in?notice=erased', 303)
  })

const send = ({ takenAt, stream }: OwnArchive) =>
  sendFile(stream, zipType, fileName('own-data', takenAt, 'zip'))

async function showErasure(
  c: Context<HonoEnv>,
  credentials: ReceiptCredentials,
  refused: Refused = nothingWrong,
): Promise<Response> {
  const receipt = await getReceipt(c.var.ctx, credentials)
  return show(c, { view: 'receipt-erase', receipt, ...refused }, isRefused(refused) ? statusOf(refused) : 200)
}

async function showAccountErasure(c: Context<HonoEnv>, refused: Refused = nothingWrong): Promise<Response> {
  const [{ hasPassword }, { enterprise }] = await Promise.all([
    getParticipant(c.var.ctx),
    getOwnEnterprise(c.var.ctx),
  ])
  const isOwner = enterprise?.part === 'owner'
  const others = enterprise?.members.filter(({ isSelf }) => !isSelf) ?? []
  return show(
    c,
    {
      view: 'account-erase',
      hasPassword,
      enterprise: enterprise && {
        name: enterprise.name,
        isAlone: others.length === 0,
        mustHandOver: isOwner && others.length > 0 && !others.some(({ part }) => part === 'owner'),
      },
      ...refused,
    },
    isRefused(refused) ? statusOf(refused) : 200,
  )
}
