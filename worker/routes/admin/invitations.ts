import { Hono } from 'hono'
import { invitedViewSchema, inviteSchema, personRefSchema, revokedViewSchema } from '../../contract/people'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { invite } from '../../services/accounts/invite'
import { revokeInvitation } from '../../services/accounts/revoke-invitation'
import { describe } from '../describe'
import { refusals } from './refusals'

/** Links that make accounts. */
export const invitationRoutes = new Hono<HonoEnv>()
  .post(
    '/invitations',
    describe({
      summary: 'Invite somebody; the link is told this once',
      ok: { schema: invitedViewSchema, status: 201 },
      errors: refusals,
    }),
    validate('json', inviteSchema),
    async (c) => c.json(await invite(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/invitations/revoke',
    describe({
      summary: 'Take an invitation back',
      ok: { schema: revokedViewSchema },
      errors: [...refusals, 'not_found'],
    }),
    validate('json', personRefSchema),
    async (c) => c.json(await revokeInvitation(c.var.ctx, c.req.valid('json').id)),
  )
