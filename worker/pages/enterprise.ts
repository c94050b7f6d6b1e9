import { type Context, Hono } from 'hono'
import type { EnterpriseDone, PublicPage } from '../../web/page'
import {
  colleagueRefSchema,
  inviteColleagueSchema,
  memberChangeSchema,
  settleRequestSchema,
  verificationSchema,
} from '../contract/enterprises'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit } from '../middleware/rate-limit'
import { originOf } from '../middleware/session'
import { changeMember, leaveEnterprise } from '../services/enterprises/change-member'
import { getOwnEnterprise } from '../services/enterprises/get-enterprise'
import { inviteColleague } from '../services/enterprises/invite-colleague'
import { revokeColleagueInvitation } from '../services/enterprises/revoke-invitation'
import { settleRequest } from '../services/enterprises/settle-request'
import { submitForVerification } from '../services/enterprises/submit-for-verification'
import { withdrawRequest } from '../services/enterprises/withdraw-request'
import { attempt, attemptForm, isRefused, nothingWrong, pick, statusOf } from './form-act'
import { keepDocumentOf } from './keep-document'
import { canMailLinks, ownPage } from './own-page'
import { readFields, readFieldsAndFile, withoutEmpty } from './read-input'
import { show } from './show'

type EnterprisePage = Extract<PublicPage, { view: 'enterprise' }>

const told: EnterpriseDone[] = [
  ...(['saved', 'submitted', 'member', 'removed', 'accepted', 'declined'] as const),
  ...(['revoked', 'joined', 'registered', 'claimed'] as const),
]

/** One's own organisation: verification, members, requests and invitations. */
export const enterprisePages = new Hono<HonoEnv>()
  .get('/enterprise', ownPage, (c) => showEnterprise(c))
  .post('/enterprise/verification', ownPage, async (c) => {
    const { fields, file } = await readFieldsAndFile(c, 'file')
    const typed = pick(fields, 'version', 'document', 'note')
    const input = { ...typed, version: Number(typed.version) }
    const refused = await attemptForm(c, verificationSchema, input, async (each) =>
      submitForVerification(c.var.ctx, { ...each, ...(await keepDocumentOf(c, file)) }),
    )
    return refused ? showEnterprise(c, { ...refused, typed }) : done(c, 'submitted')
  })
  .post('/enterprise/requests', ownPage, async (c) => {
    const { id, part, accept } = pick(await readFields(c), 'id', 'part', 'accept')
    const input = { id, part: part || 'drafter', accept: accept === 'yes' }
    const refused = await attemptForm(c, settleRequestSchema, input, (each) => settleRequest(c.var.ctx, each))
    return refused ? showEnterprise(c, refused) : done(c, input.accept ? 'accepted' : 'declined')
  })
  .post('/enterprise/invitations', ownPage, async (c) => {
    const typed = pick(await readFields(c), 'part', 'email')
    let link: string | null = null
    const refused = await attemptForm(c, inviteColleagueSchema, withoutEmpty(typed), async (input) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      const { token } = await inviteColleague(c.var.ctx, input)
      link = `${originOf(c)}/enterprise/invitation?token=${token}`
    })
    return showEnterprise(c, refused ? { ...refused, typed } : { link })
  })
  .post('/enterprise/invitations/revoke', ownPage, async (c) => {
    const refused = await attemptForm(c, colleagueRefSchema, pick(await readFields(c), 'id'), ({ id }) =>
      revokeColleagueInvitation(c.var.ctx, id),
    )
    return refused ? showEnterprise(c, refused) : done(c, 'revoked')
  })
  .post('/enterprise/members', ownPage, async (c) => {
    const typed = pick(await readFields(c), 'id', 'from', 'part')
    const refused = await attemptForm(c, memberChangeSchema, typed, (input) => changeMember(c.var.ctx, input))
    return refused ? showEnterprise(c, refused) : done(c, typed.part === 'none' ? 'removed' : 'member')
  })
  .post('/enterprise/leave', ownPage, async (c) => {
    await readFields(c)
    const refused = await attempt(c, () => leaveEnterprise(c.var.ctx))
    return refused ? showEnterprise(c, refused) : c.redirect('/enterprise', 303)
  })
  .post('/enterprise/join/withdraw', ownPage, async (c) => {
    await readFields(c)
    const refused = await attempt(c, () => withdrawRequest(c.var.ctx))
    return refused ? showEnterprise(c, refused) : c.redirect('/enterprise', 303)
  })

const done = (c: Context<HonoEnv>, what: EnterpriseDone) => c.redirect(`/enterprise?done=${what}`, 303)

async function showEnterprise(c: Context<HonoEnv>, more: Partial<EnterprisePage> = {}): Promise<Response> {
  const page: EnterprisePage = {
    view: 'enterprise',
    ...(await getOwnEnterprise(c.var.ctx)),
    done: told.find((each) => each === c.req.query('done')) ?? null,
    isMailed: canMailLinks(c),
    link: null,
    typed: {},
    ...nothingWrong,
    ...more,
  }
  return show(c, page, isRefused(page) ? statusOf(page) : 200)
}
