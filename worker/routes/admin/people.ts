import { Hono } from 'hono'
import {
  peopleQuerySchema,
  peopleViewSchema,
  personRefSchema,
  personViewSchema,
  resetViewSchema,
  roleChangeSchema,
} from '../../contract/people'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { changeRole } from '../../services/accounts/change-role'
import { disableUser } from '../../services/accounts/disable-user'
import { enableUser } from '../../services/accounts/enable-user'
import { listPeople } from '../../services/accounts/list-people'
import { resetSecondFactor } from '../../services/accounts/reset-second-factor'
import { resetUser } from '../../services/accounts/reset-user'
import { describe } from '../describe'
import { refusals } from './refusals'

/** Who may do what in the office. */
export const peopleRoutes = new Hono<HonoEnv>()
  .get(
    '/people',
    describe({
      summary: 'Everybody with an account, newest first, and the invitations that wait',
      ok: { schema: peopleViewSchema },
      errors: ['unauthenticated', 'forbidden', 'second_factor_required', 'invalid_input', 'invalid_cursor'],
    }),
    validate('query', peopleQuerySchema),
    async (c) => c.json(await listPeople(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/people/disable',
    describe({
      summary: 'Shut somebody out; their sessions end',
      ok: { schema: personViewSchema },
      errors: [...refusals, 'not_found', 'account_changed', 'last_admin'],
    }),
    validate('json', personRefSchema),
    async (c) => c.json(await disableUser(c.var.ctx, c.req.valid('json').id)),
  )
  .post(
    '/people/enable',
    describe({
      summary: 'Let somebody in again',
      ok: { schema: personViewSchema },
      errors: [...refusals, 'not_found', 'account_changed'],
    }),
    validate('json', personRefSchema),
    async (c) => c.json(await enableUser(c.var.ctx, c.req.valid('json').id)),
  )
  .post(
    '/people/role',
    describe({
      summary: 'Give somebody another role, from their next request on',
      ok: { schema: personViewSchema },
      errors: [...refusals, 'not_found', 'account_changed', 'last_admin'],
    }),
    validate('json', roleChangeSchema),
    async (c) => c.json(await changeRole(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/people/reset',
    describe({
      summary: 'Void somebody’s password; the link to a new one is told this once',
      ok: { schema: resetViewSchema },
      errors: [...refusals, 'not_found', 'account_changed', 'own_account'],
    }),
    validate('json', personRefSchema),
    async (c) => c.json(await resetUser(c.var.ctx, c.req.valid('json').id)),
  )
  .post(
    '/people/second-factor/reset',
    describe({
      summary: 'Take the second factor off somebody who has lost it',
      ok: { schema: personViewSchema },
      errors: [...refusals, 'not_found', 'account_changed', 'own_account'],
    }),
    validate('json', personRefSchema),
    async (c) => c.json(await resetSecondFactor(c.var.ctx, c.req.valid('json').id)),
  )
