import { Hono } from 'hono'
import {
  consultationOfficeSchema,
  consultationParamSchema,
  currentSchema,
  documentTextSchema,
  draftRefSchema,
  draftViewSchema,
  extendSchema,
  planDocumentSchema,
  planPreviewSchema,
  previewPlanSchema,
  saveDraftSchema,
} from '../../contract/consultations'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { checkDraft } from '../../services/consultations/check-draft'
import { discardDraft } from '../../services/consultations/discard-draft'
import { extendConsultation } from '../../services/consultations/extend-consultation'
import { getDraft } from '../../services/consultations/get-draft'
import { listOffice } from '../../services/consultations/list-office'
import { makeCurrent } from '../../services/consultations/make-current'
import { previewPlan } from '../../services/consultations/preview-plan'
import { publishDraft } from '../../services/consultations/publish-draft'
import { readDocument } from '../../services/consultations/read-document'
import { saveDraft } from '../../services/consultations/save-draft'
import { describe } from '../describe'
import { refusals } from './refusals'

/** Consultations from the document to the opening. */
export const consultationRoutes = new Hono<HonoEnv>()
  .get(
    '/consultations',
    describe({
      summary: 'All consultations, and the drafts of further ones',
      ok: { schema: consultationOfficeSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await listOffice(c.var.ctx)),
  )
  .post(
    '/consultations/document',
    describe({
      summary: 'The text of a .txt or .docx; nothing is kept',
      ok: { schema: documentTextSchema },
      errors: refusals,
    }),
    validate('json', planDocumentSchema),
    (c) => c.json(readDocument(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/consultations/preview',
    describe({
      summary: 'How a document is read, or the line where it cannot be; nothing is kept',
      ok: { schema: planPreviewSchema },
      errors: refusals,
    }),
    validate('json', previewPlanSchema),
    (c) => c.json(previewPlan(c.var.ctx, c.req.valid('json').source)),
  )
  .get(
    '/consultations/drafts/:key',
    describe({
      summary: 'A consultation that is being prepared',
      ok: { schema: draftViewSchema },
      errors: ['unauthenticated', 'forbidden', 'invalid_input', 'not_found'],
    }),
    validate('param', consultationParamSchema),
    async (c) => c.json(await getDraft(c.var.ctx, c.req.valid('param').key)),
  )
  .post(
    '/consultations/drafts',
    describe({
      summary: 'Keep a draft, a new one or as it was seen',
      ok: { schema: draftViewSchema },
      errors: [...refusals, 'consultation_exists', 'consultation_draft_changed'],
    }),
    validate('json', saveDraftSchema),
    async (c) => c.json(await saveDraft(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/consultations/discard',
    describe({
      summary: 'Throw a draft away',
      ok: { schema: consultationOfficeSchema },
      errors: [...refusals, 'consultation_draft_changed'],
    }),
    validate('json', draftRefSchema),
    async (c) => c.json(await discardDraft(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/consultations/check',
    describe({
      summary: 'Whether a draft could be put out as it was seen: all that keeps it from it, field by field',
      ok: { schema: draftRefSchema },
      errors: [...refusals, 'not_found', 'consultation_draft_changed'],
    }),
    validate('json', draftRefSchema),
    async (c) => c.json(await checkDraft(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/consultations/publish',
    describe({
      summary: 'Put a draft out: it opens on its day',
      ok: { schema: consultationOfficeSchema },
      errors: [...refusals, 'not_found', 'consultation_exists', 'consultation_draft_changed'],
    }),
    validate('json', draftRefSchema),
    async (c) => c.json(await publishDraft(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/consultations/extend',
    describe({
      summary: 'Put a closing day off, for a reason that is printed',
      ok: { schema: consultationOfficeSchema },
      errors: [...refusals, 'not_found', 'consultation_closed', 'closing_changed'],
    }),
    validate('json', extendSchema),
    async (c) => c.json(await extendConsultation(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/consultations/current',
    describe({
      summary: 'Show a consultation at the plain addresses',
      ok: { schema: consultationOfficeSchema },
      errors: [...refusals, 'not_found'],
    }),
    validate('json', currentSchema),
    async (c) => c.json(await makeCurrent(c.var.ctx, c.req.valid('json').key)),
  )
