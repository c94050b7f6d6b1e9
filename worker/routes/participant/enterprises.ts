import { Hono } from 'hono'
import {
  claimSchema,
  colleagueRefSchema,
  enterpriseViewSchema,
  invitationTokenSchema,
  inviteColleagueSchema,
  invitedColleagueSchema,
  joinRequestSchema,
  memberChangeSchema,
  ownEnterpriseSchema,
  profileChangeSchema,
  registeredSchema,
  registrationSchema,
  settleRequestSchema,
  verificationSchema,
} from '../../contract/enterprises'
import type { ErrorCode } from '../../contract/errors'
import { fileViewSchema, uploadSchema } from '../../contract/files'
import type { HonoEnv } from '../../hono-env'
import { rateLimit, sourceOf } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { acceptColleague } from '../../services/enterprises/accept-colleague'
import { changeEnterprise } from '../../services/enterprises/change-enterprise'
import { changeMember, leaveEnterprise } from '../../services/enterprises/change-member'
import { claimEnterprise } from '../../services/enterprises/claim-enterprise'
import { keepDocument } from '../../services/enterprises/document'
import { getOwnEnterprise } from '../../services/enterprises/get-enterprise'
import { inviteColleague } from '../../services/enterprises/invite-colleague'
import { registerEnterprise } from '../../services/enterprises/register-enterprise'
import { requestToJoin } from '../../services/enterprises/request-to-join'
import { revokeColleagueInvitation } from '../../services/enterprises/revoke-invitation'
import { settleRequest } from '../../services/enterprises/settle-request'
import { submitForVerification } from '../../services/enterprises/submit-for-verification'
import { withdrawRequest } from '../../services/enterprises/withdraw-request'
import { describe } from '../describe'

const signedIn: ErrorCode[] = ['unsupported_media_type', 'unauthenticated', 'forbidden', 'wrong_origin']
const refusals: ErrorCode[] = [...signedIn, 'bad_json', 'invalid_input', 'rate_limited']
const ofOwner: ErrorCode[] = [...refusals, 'enterprise_required', 'part_required']

/** A participant's own enterprise and its members. */
export const enterpriseRoutes = new Hono<HonoEnv>()
  .get(
    '/',
    describe({
      summary: 'One’s own enterprise, or what became of the wish to join one',
      ok: { schema: ownEnterpriseSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await getOwnEnterprise(c.var.ctx)),
  )
  .post(
    '/',
    describe({
      summary: 'Register an enterprise by its code; where the code is taken, one asks to join',
      ok: { schema: registeredSchema },
      errors: [...refusals, 'already_member'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', registrationSchema),
    async (c) => c.json(await registerEnterprise(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/profile',
    describe({
      summary: 'Change what one’s enterprise says of itself',
      ok: { schema: enterpriseViewSchema },
      errors: [...ofOwner, 'enterprise_changed'],
    }),
    validate('json', profileChangeSchema),
    async (c) => c.json(await changeEnterprise(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/verification',
    describe({
      summary: 'Ask the department to verify one’s enterprise by a document',
      ok: { schema: enterpriseViewSchema },
      errors: [...ofOwner, 'enterprise_changed', 'verification_refused'],
    }),
    validate('json', verificationSchema),
    async (c) => c.json(await submitForVerification(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/documents',
    describe({
      summary:
        'Upload a document (PDF, JPG, PNG) that is to prove one’s enterprise; it is handed in within a day by its id',
      ok: { schema: fileViewSchema, status: 201 },
      errors: [...signedIn, 'body_too_large', 'invalid_input', 'files_unavailable', 'rate_limited'],
    }),
    rateLimit('SUBMIT_LIMIT'),
    validate('form', uploadSchema),
    async (c) => {
      const { file } = c.req.valid('form')
      const bytes = new Uint8Array(await file.arrayBuffer())
      return c.json(await keepDocument(c.var.ctx, { name: file.name, bytes }, sourceOf(c)), 201)
    },
  )
  .post(
    '/claims',
    describe({
      summary: 'Tell the department that others hold the code of one’s enterprise; staff decide',
      ok: { schema: ownEnterpriseSchema },
      errors: [...refusals, 'not_found', 'already_member', 'claim_refused'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', claimSchema),
    async (c) => c.json(await claimEnterprise(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/join-requests',
    describe({
      summary: 'Ask to join the enterprise of a code',
      ok: { schema: ownEnterpriseSchema },
      errors: [...refusals, 'not_found', 'already_member'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', joinRequestSchema),
    async (c) => c.json(await requestToJoin(c.var.ctx, c.req.valid('json').uscc)),
  )
  .post(
    '/join-requests/withdraw',
    describe({
      summary: 'Take one’s own request back',
      ok: { schema: ownEnterpriseSchema },
      errors: [...signedIn, 'enterprise_changed'],
    }),
    async (c) => c.json(await withdrawRequest(c.var.ctx)),
  )
  .post(
    '/join-requests/settle',
    describe({
      summary: 'Take somebody in who asked to join, or decline',
      ok: { schema: enterpriseViewSchema },
      errors: [...ofOwner, 'not_found', 'enterprise_changed', 'enterprise_full'],
    }),
    validate('json', settleRequestSchema),
    async (c) => c.json(await settleRequest(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/invitations',
    describe({
      summary:
        'Make a link by which a colleague joins; it is told this once, and mailed where an address is given',
      ok: { schema: invitedColleagueSchema, status: 201 },
      errors: [...ofOwner, 'enterprise_full'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', inviteColleagueSchema),
    async (c) => c.json(await inviteColleague(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/invitations/revoke',
    describe({
      summary: 'Take a colleague’s link back',
      ok: { schema: enterpriseViewSchema },
      errors: [...ofOwner, 'not_found'],
    }),
    validate('json', colleagueRefSchema),
    async (c) => c.json(await revokeColleagueInvitation(c.var.ctx, c.req.valid('json').id)),
  )
  .post(
    '/invitations/accept',
    describe({
      summary: 'Join by a colleague’s link, once',
      ok: { schema: enterpriseViewSchema },
      errors: [...refusals, 'link_invalid', 'already_member'],
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', invitationTokenSchema),
    async (c) => c.json(await acceptColleague(c.var.ctx, c.req.valid('json').token)),
  )
  .post(
    '/members',
    describe({
      summary: 'Give a colleague another part, or take them out',
      ok: { schema: enterpriseViewSchema },
      errors: [...ofOwner, 'last_owner', 'enterprise_changed'],
    }),
    validate('json', memberChangeSchema),
    async (c) => c.json(await changeMember(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/leave',
    describe({
      summary: 'Leave one’s enterprise; its last owner cannot',
      ok: { schema: ownEnterpriseSchema },
      errors: [...signedIn, 'enterprise_required', 'last_owner', 'enterprise_changed'],
    }),
    async (c) => c.json(await leaveEnterprise(c.var.ctx)),
  )
