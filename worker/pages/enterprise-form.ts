import { type Context, Hono } from 'hono'
import type { EnterpriseFormValues, PublicPage, Refused } from '../../web/page'
import {
  claimSchema,
  type EnterpriseView,
  type InvitationForColleague,
  joinRequestSchema,
  profileChangeSchema,
  registrationSchema,
} from '../contract/enterprises'
import type { HonoEnv } from '../hono-env'
import { recognise } from '../middleware/participant'
import { assertWithinLimit } from '../middleware/rate-limit'
import { acceptColleague, lookUpColleagueInvitation } from '../services/enterprises/accept-colleague'
import { changeEnterprise } from '../services/enterprises/change-enterprise'
import { claimEnterprise } from '../services/enterprises/claim-enterprise'
import { getOwnEnterprise } from '../services/enterprises/get-enterprise'
import { registerEnterprise } from '../services/enterprises/register-enterprise'
import { requestToJoin } from '../services/enterprises/request-to-join'
import { readPresentNotice } from '../services/privacy/notice-versions'
import { attempt, attemptForm, isRefused, nothingWrong, noticeSent, pick, statusOf } from './form-act'
import { keepDocumentOf } from './keep-document'
import { ownPage } from './own-page'
import { readFields, readFieldsAndFile, withoutEmpty } from './read-input'
import { show } from './show'

type FormPage = Extract<PublicPage, { view: 'enterprise-form' }>

const names = [
  ...(['uscc', 'name', 'kind', 'size', 'ownership', 'industry', 'city'] as const),
  ...(['contactName', 'contact', 'version', 'noticeVersion'] as const),
]

/** How a participant gets into an organisation: by registering it, by asking, by a colleague's link. */
export const enterpriseFormPages = new Hono<HonoEnv>()
  .get('/enterprise/register', ownPage, async (c) => {
    const { enterprise } = await getOwnEnterprise(c.var.ctx)
    if (enterprise) return c.redirect('/enterprise', 303)
    return showForm(c, { isNew: true, values: { ...pick({}, ...names), kind: 'enterprise' } })
  })
  .post('/enterprise/register', ownPage, async (c) => {
    const fields = await readFields(c)
    const values = pick(fields, ...names)
    if (fields.step === 'again') return showForm(c, { isNew: true, values })
    const { version: _, ...typed } = values
    let taken: string | null = null
    const refused = await attemptForm(c, registrationSchema, withRequired(typed), async (input) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      const answer = await registerEnterprise(c.var.ctx, input)
      if (answer.outcome === 'taken') taken = answer.name
    })
    if (refused || taken !== null) return showForm(c, { isNew: true, values, taken, ...refused })
    return c.redirect('/enterprise?done=registered', 303)
  })
  .post('/enterprise/join', ownPage, async (c) => {
    const values = { ...pick({}, ...names), ...pick(await readFields(c), 'uscc') }
    const refused = await attemptForm(c, joinRequestSchema, { uscc: values.uscc }, async ({ uscc }) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await requestToJoin(c.var.ctx, uscc)
    })
    if (refused) return showForm(c, { isNew: true, values, ...refused })
    return c.redirect('/enterprise', 303)
  })
  .post('/enterprise/claim', ownPage, async (c) => {
    const { fields, file } = await readFieldsAndFile(c, 'file')
    const { uscc, note, taken } = pick(fields, 'uscc', 'note', 'taken')
    const refused = await attemptForm(c, claimSchema, { uscc, note }, async (claim) => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await claimEnterprise(c.var.ctx, { ...claim, ...(await keepDocumentOf(c, file)) })
    })
    if (!refused) return c.redirect('/enterprise?done=claimed', 303)
    const values = { ...pick(fields, ...names), kind: fields.kind || 'enterprise' }
    return showForm(c, { isNew: true, values, taken, claimNote: note, ...refused })
  })
  .get('/enterprise/profile', ownPage, async (c) => {
    const { enterprise } = await getOwnEnterprise(c.var.ctx)
    if (!enterprise) return c.redirect('/enterprise', 303)
    return showForm(c, { isNew: false, values: valuesOf(enterprise) })
  })
  .post('/enterprise/profile', ownPage, async (c) => {
    const values = pick(await readFields(c), ...names)
    const { uscc: _, version, ...typed } = values
    const input = { ...withRequired(typed), version: Number(version) }
    const refused = await attemptForm(c, profileChangeSchema, input, (each) =>
      changeEnterprise(c.var.ctx, each),
    )
    return refused
      ? showForm(c, { isNew: false, values, ...refused })
      : c.redirect('/enterprise?done=saved', 303)
  })
  .get('/enterprise/invitation', async (c) => {
    const token = c.req.query('token') ?? ''
    const isSignedIn = await recognise(c)
    let invitation: InvitationForColleague | null = null
    const refused = await attempt(c, async () => {
      await assertWithinLimit(c, 'LOOKUP_LIMIT')
      invitation = await lookUpColleagueInvitation(c.var.ctx, token)
    })
    return showInvitation(c, { token, isSignedIn, invitation }, refused)
  })
  .post('/enterprise/invitation', ownPage, async (c) => {
    const { token } = pick(await readFields(c), 'token')
    if (c.var.kept) return c.redirect(`/enterprise/invitation?token=${encodeURIComponent(token)}`, 303)
    const refused = await attempt(c, async () => {
      await assertWithinLimit(c, 'SIGN_IN_LIMIT')
      await acceptColleague(c.var.ctx, token)
    })
    return refused
      ? showInvitation(c, { token, isSignedIn: true, invitation: null }, refused)
      : c.redirect('/enterprise?done=joined', 303)
  })

function showInvitation(
  c: Context<HonoEnv>,
  page: Pick<Extract<PublicPage, { view: 'enterprise-invitation' }>, 'token' | 'isSignedIn' | 'invitation'>,
  refused: Refused | null,
): Promise<Response> {
  const whole = { view: 'enterprise-invitation', ...page, ...(refused ?? nothingWrong) } as const
  return show(c, whole, refused ? statusOf(refused) : 200)
}

/** Size and ownership may be left out; of all else an empty choice is one that is missing. */
function withRequired<Typed extends Pick<EnterpriseFormValues, 'size' | 'ownership' | 'noticeVersion'>>({
  size,
  ownership,
  noticeVersion,
  ...others
}: Typed) {
  return { ...others, ...withoutEmpty({ size, ownership }), ...noticeSent({ noticeVersion }) }
}

function valuesOf(enterprise: EnterpriseView): EnterpriseFormValues {
  const { uscc, name, kind, size, ownership, industry, city, contact, version } = enterprise
  return {
    ...{ uscc, name, kind, size: size ?? '', ownership: ownership ?? '', industry: industry ?? '' },
    city: city ?? '',
    contactName: contact?.name ?? '',
    contact: contact?.value ?? '',
    version: String(version),
    noticeVersion: '',
  }
}

async function showForm(
  c: Context<HonoEnv>,
  page: Pick<FormPage, 'isNew' | 'values'> & Partial<FormPage>,
): Promise<Response> {
  const noticeVersion = page.values.noticeVersion || (await readPresentNotice(c.var.ctx))
  const values = { ...page.values, noticeVersion }
  const whole: FormPage = {
    taken: null,
    claimNote: null,
    ...nothingWrong,
    ...page,
    values,
    view: 'enterprise-form',
  }
  return show(c, whole, isRefused(whole) ? statusOf(whole) : whole.taken === null ? 200 : 409)
}
