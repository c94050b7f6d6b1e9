import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { bannedWords } from '../../../worker/db/schema'
import { readOverview } from '../../../worker/services/plan-revisions/read-overview'
import { makeAnnex } from '../../support/make-annex'
import { makeAttachment } from '../../support/make-attachment'
import { makeCase } from '../../support/make-case'
import { makeRunningExport } from '../../support/make-export'
import { csvOf, fileOf, offlineOpinion, offlineRow } from '../../support/make-offline'
import { closeDraft, makeDraft } from '../../support/make-revision'
import { makeStamped } from '../../support/make-stamped'
import { makeUnit } from '../../support/make-unit'
import { makeUser } from '../../support/make-user'
import type { TestApp } from '../../support/test-app'
import { admins, at, row, staff } from './row'

const wordKeepers = [401, 403, 200, 200, 200] as const
let words = 0
const makeBannedWord = async ({ db, clock }: TestApp) => {
  words += 1
  const word = `提示词${words}`
  await db.insert(bannedWords).values({ word, category: 'other', addedAt: clock.now() })
  return word
}

export const staffRows = [
  row('GET /api/staff/summary', staff, at('/api/staff/summary')),
  row('GET /api/staff/cases', staff, at('/api/staff/cases')),
  row('GET /api/staff/cases/counts', staff, at('/api/staff/cases/counts')),
  row('GET /api/staff/cases/:publicId', staff, async (app) => ({
    path: `/api/staff/cases/${await makeCase(app)}`,
  })),
  row('GET /api/staff/attachments/:id', staff, async (app) => ({
    path: `/api/staff/attachments/${(await makeAttachment(app)).file.id}`,
  })),
  row('POST /api/staff/annexes/:publicId/open', [401, 403, 404, 404], async (app) => ({
    path: `/api/staff/annexes/${(await makeAnnex(app)).publicId}/open`,
    json: { purpose: '核对' },
  })),
  row('GET /api/staff/annex-readers', staff, at('/api/staff/annex-readers')),
  row('POST /api/staff/annex-readers', [401, 403, 403, 200], async (app) => ({
    path: '/api/staff/annex-readers',
    json: { user: (await makeUser(app, 'staff')).actor.id, isReader: true },
  })),
  row('GET /api/staff/stamped', staff, at('/api/staff/stamped')),
  row('GET /api/staff/stamped/:id/file', staff, async (app) => ({
    path: `/api/staff/stamped/${(await makeStamped(app)).id}/file`,
  })),
  row('POST /api/staff/stamped/:id/decision', staff, async (app) => ({
    path: `/api/staff/stamped/${(await makeStamped(app)).id}/decision`,
    json: { act: 'confirm' },
  })),
  row('POST /api/staff/assignments', staff, async (app) => ({
    path: '/api/staff/assignments',
    json: { cases: [{ publicId: await makeCase(app), version: 0 }], dueInDays: 5 },
  })),
  row('GET /api/staff/units', staff, at('/api/staff/units')),
  row('POST /api/staff/units/members', admins, async (app) => ({
    path: '/api/staff/units/members',
    json: { unit: await makeUnit(app), user: (await makeUser(app, 'staff')).actor.id, part: 'head' },
  })),
  row('POST /api/staff/measures/units', admins, async (app) => ({
    path: '/api/staff/measures/units',
    json: { measure: '2.1', lead: await makeUnit(app) },
  })),
  row('POST /api/staff/notes', staff, async (app) => ({
    path: '/api/staff/notes',
    json: { comment: await makeCase(app), text: '请看一下。' },
  })),
  row('GET /api/staff/mentions', staff, at('/api/staff/mentions')),
  row('POST /api/staff/mentions/read', staff, async () => ({
    path: '/api/staff/mentions/read',
    json: { notes: [1] },
  })),
  row('GET /api/staff/clause-changes', staff, at('/api/staff/clause-changes?measure=1.1')),
  row('GET /api/staff/orphans', staff, at('/api/staff/orphans')),
  row('GET /api/staff/revisions', staff, at('/api/staff/revisions')),
  row('GET /api/staff/revisions/measures/:key', staff, at('/api/staff/revisions/measures/1.1')),
  row('GET /api/staff/revisions/:number', staff, async (app) => {
    await makeDraft(app)
    const { rows } = app
    const [draft] = await rows<{ number: number }>(sql`SELECT max(number) AS number FROM plan_revisions`)
    return { path: `/api/staff/revisions/${draft?.number}` }
  }),
  row('POST /api/staff/revisions', [401, 403, 201, 201], async (app) => {
    await closeDraft(app)
    return { path: '/api/staff/revisions', json: { note: '' } }
  }),
  row('POST /api/staff/revision-draft/changes', staff, async (app) => {
    await makeDraft(app)
    return {
      path: '/api/staff/revision-draft/changes',
      json: { act: 'add', measure: '2.1', text: '新增一句。' },
    }
  }),
  row('POST /api/staff/revision-draft/publish', [401, 403, 403, 200], async (app) => {
    const actor = await makeDraft(app, [{ act: 'add', measure: '2.1', text: '再加一句。' }])
    const { draft } = await readOverview(app.context(actor))
    return {
      path: '/api/staff/revision-draft/publish',
      json: { number: draft?.number, seen: draft?.seen, note: '据意见修改。' },
    }
  }),
  row('GET /api/staff/figures', staff, at('/api/staff/figures?measure=1.1')),
  row('GET /api/staff/figures/crosstab', staff, at('/api/staff/figures/crosstab?rows=kind&columns=stance')),
  row('GET /api/staff/evidence.zip', staff, at('/api/staff/evidence.zip')),
  row('GET /api/staff/offline', staff, at('/api/staff/offline')),
  row('POST /api/staff/offline', [401, 403, 201, 201], async ({ clock }) => ({
    path: '/api/staff/offline',
    json: offlineOpinion(clock.now()),
  })),
  row('POST /api/staff/offline/check', staff, async ({ clock }) => ({
    path: '/api/staff/offline/check',
    json: fileOf(csvOf([offlineRow(clock.now())])),
  })),
  row('POST /api/staff/offline/import', [401, 403, 201, 201], async ({ clock }) => {
    const text = csvOf([offlineRow(clock.now())])
    const sha256 = createHash('sha256').update(text).digest('hex')
    return { path: '/api/staff/offline/import', json: { ...fileOf(text), sha256 } }
  }),
  row('GET /api/staff/offline/template.xlsx', staff, at('/api/staff/offline/template.xlsx')),
  row('GET /api/staff/offline/template.csv', staff, at('/api/staff/offline/template.csv')),
  row('GET /api/staff/gate', staff, at('/api/staff/gate')),
  row('POST /api/staff/results', [401, 403, 403, 409], async () => ({
    path: '/api/staff/results',
    json: { admissible: 1_000_000, undisposed: 0 },
  })),
  row('GET /api/staff/banned-words', wordKeepers, at('/api/staff/banned-words')),
  row('POST /api/staff/banned-words', wordKeepers, async () => ({
    path: '/api/staff/banned-words',
    json: { word: '代开发票', category: 'invoice' },
  })),
  row('POST /api/staff/banned-words/remove', wordKeepers, async (app) => ({
    path: '/api/staff/banned-words/remove',
    json: { word: await makeBannedWord(app) },
  })),
  row('GET /api/staff/exports', staff, at('/api/staff/exports')),
  row('POST /api/staff/exports/:id/cancel', [401, 403, 403, 200], async (app) => ({
    path: `/api/staff/exports/${await makeRunningExport(app)}/cancel`,
    json: {},
  })),
  row('GET /api/staff/exports/adoption.csv', staff, at('/api/staff/exports/adoption.csv')),
  row('GET /api/staff/exports/comments.csv', staff, at('/api/staff/exports/comments.csv')),
  row('GET /api/staff/exports/comments.xlsx', staff, at('/api/staff/exports/comments.xlsx')),
  row('GET /api/staff/exports/report.docx', staff, at('/api/staff/exports/report.docx')),
  row('GET /api/staff/exports/dictionary.csv', staff, at('/api/staff/exports/dictionary.csv')),
]
