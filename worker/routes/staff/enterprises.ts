import { Hono } from 'hono'
import {
  enterpriseListSchema,
  enterpriseQuerySchema,
  staffEnterpriseSchema,
  verificationDecisionSchema,
} from '../../contract/enterprises'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { rejectVerification, verifyEnterprise } from '../../services/enterprises/decide-verification'
import { getStaffEnterprise } from '../../services/enterprises/get-staff-enterprise'
import { listEnterprises } from '../../services/enterprises/list-enterprises'
import { describe } from '../describe'

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
      errors: [
        'bad_json',
        'unsupported_media_type',
        'invalid_input',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'not_found',
        'enterprise_changed',
        'verification_refused',
      ],
    }),
    validate('json', verificationDecisionSchema),
    async (c) => {
      const { isVerified, ...decision } = c.req.valid('json')
      const act = isVerified ? verifyEnterprise : rejectVerification
      return c.json(await act(c.var.ctx, c.req.param('id'), decision))
    },
  )
