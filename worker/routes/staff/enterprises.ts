import { Hono } from 'hono'
import {
  accountChangeSchema,
  claimDecisionSchema,
  enterpriseListSchema,
  enterpriseQuerySchema,
  staffEnterpriseSchema,
  verificationDecisionSchema,
} from '../../contract/enterprises'
import type { ErrorCode } from '../../contract/errors'
import { fileParamSchema } from '../../contract/files'
import type { HonoEnv } from '../../hono-env'
import { onPurpose } from '../../middleware/on-purpose'
import { validate } from '../../middleware/validate'
import { changeAccount } from '../../services/enterprises/change-account'
import { decideClaim } from '../../services/enterprises/decide-claim'
import { rejectVerification, verifyEnterprise } from '../../services/enterprises/decide-verification'
import { openDocument } from '../../services/enterprises/document'
import { getStaffEnterprise } from '../../services/enterprises/get-staff-enterprise'
import { listEnterprises } from '../../services/enterprises/list-enterprises'
import { describe } from '../describe'
import { sendForeign } from '../download'

const writes: ErrorCode[] = [
  ...(['bad_json', 'unsupported_media_type', 'invalid_input', 'unauthenticated'] as const),
  ...(['forbidden', 'wrong_origin', 'not_found'] as const),
]

/** The enterprises with accounts, and their verification. */
export const enterpriseStaffRoutes = new Hono<HonoEnv>()
  .get(
    '/enterprises',
    describe({
      summary: 'Enterprises by state; what waits for verification in the order of its coming',
      ok: { schema: enterpriseListSchema },
      errors: ['invalid_input', 'invalid_cursor', 'unauthenticated', 'forbidden'],
    }),
    validate('query', enterpriseQuerySchema),
    async (c) => c.json(await listEnterprises(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/enterprises/:id',
    describe({
      summary: 'An enterprise with its members and the history of its verification',
      ok: { schema: staffEnterpriseSchema },
      errors: ['not_found', 'unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await getStaffEnterprise(c.var.ctx, c.req.param('id'))),
  )
  .post(
    '/enterprises/:id/verification',
    describe({
      summary: 'Verify an enterprise, or reject it for a reason; its owners are told',
      ok: { schema: staffEnterpriseSchema },
      errors: [...writes, 'enterprise_changed', 'verification_refused'],
    }),
    validate('json', verificationDecisionSchema),
    async (c) => {
      const { isVerified, ...decision } = c.req.valid('json')
      const act = isVerified ? verifyEnterprise : rejectVerification
      return c.json(await act(c.var.ctx, c.req.param('id'), decision))
    },
  )
  .get(
    '/enterprise-documents/:id',
    describe({
      summary: 'A document that is to prove an enterprise; that it was opened is recorded',
      ok: { file: 'application/octet-stream' },
      errors: ['unauthenticated', 'forbidden', 'opened_from_elsewhere', 'invalid_input', 'not_found'],
    }),
    onPurpose,
    validate('param', fileParamSchema),
    async (c) => sendForeign(await openDocument(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/enterprises/:id/claims/:claim',
    describe({
      summary:
        'Hand an enterprise to whoever proved that it is theirs, or decline for a reason; all are told',
      ok: { schema: staffEnterpriseSchema },
      errors: [...writes, 'enterprise_changed'],
    }),
    validate('json', claimDecisionSchema),
    async (c) =>
      c.json(await decideClaim(c.var.ctx, c.req.param('id'), c.req.param('claim'), c.req.valid('json'))),
  )
  .post(
    '/enterprises/:id/accounts',
    describe({
      summary: 'Shut out the account of somebody who belongs to an enterprise, or did, or let them in again',
      ok: { schema: staffEnterpriseSchema },
      errors: [...writes, 'account_changed'],
    }),
    validate('json', accountChangeSchema),
    async (c) => c.json(await changeAccount(c.var.ctx, c.req.param('id'), c.req.valid('json'))),
  )
