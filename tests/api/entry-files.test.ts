import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fileLimits } from '../../worker/contract/files'
import { domainWords } from '../../worker/contract/locales'
import type { SubmissionView } from '../../worker/contract/submissions'
import { runDueWork } from '../../worker/services/schedule/run-due-work'
import { saveEntry } from '../../worker/services/submissions/save-entry'
import { bodyOf, errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { startDeciding } from '../support/deciding'
import { testPassword } from '../support/known-keys'
import { makeAnnexUpload, nameToRead, secret } from '../support/make-annex'
import { makeUpload, pdfOf } from '../support/make-attachment'
import { makeComment, newComment, organisation } from '../support/make-comment'
import type { TestMember } from '../support/make-enterprise'
import { entrySummary, makeEntryFiles } from '../support/make-entry-files'
import { type Firm, makeFirm, makeResponse, newEntry } from '../support/make-submission'
import { makeUser, signIn, signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { countRows } from '../support/test-app'

const { app, as: moderator } = await startDeciding()
const path = '/api/enterprise/response'
let firm: Firm
let reader = ''
let staff = ''

beforeAll(async () => {
  staff = await signInAs(app, 'staff')
  const named = await makeUser(app, 'staff')
  reader = await signIn(app, named)
  await nameToRead(app, named.actor.id)
})
beforeEach(async () => {
  app.limits.reset()
  firm = await makeFirm(app)
})

const post = (step: string, input: object, who: TestMember) =>
  app.post(`${path}/${step}`, input, { as: who.cookie })
const view = async (who: TestMember = firm.drafter) =>
  bodyOf<SubmissionView>(await app.get(path, { as: who.cookie }))
const lies = (id: string) => app.files.files.has(`attachments/${id}`)
const rowsOf = (id: string) =>
  app.rows<{ comment_id: number | null; entry_id: string | null }>(
    sql`SELECT comment_id, entry_id FROM attachments WHERE id = ${id}`,
  )
/** The response with one such entry, brought to a state. */
async function makeFiled(state?: Parameters<typeof makeResponse>[2]) {
  const files = await makeEntryFiles(app)
  await makeResponse(app, firm, state, [newEntry(files.said)])
  return files
}

describe('the files of an entry in the draft', () => {
  it('are shown to the members, by name, size and hash, and to nobody else', async () => {
    const { file, annex } = await makeFiled('in_approval')
    const [entry] = (await view(firm.approver)).entries
    expect(entry?.attachments).toEqual([file])
    expect(entry?.annex).toEqual({ file: annex, summary: entrySummary })
    const other = await makeFirm(app)
    expect(JSON.stringify(await view(other.owner))).not.toContain(file.name)
    for (const as of [moderator, staff, reader])
      for (const at of ['moderation', 'staff'])
        expect((await app.get(`/api/${at}/attachments/${file.id}`, { as })).status).not.toBe(200)
    expect(
      [...app.files.files.values()].map((bytes) => new TextDecoder().decode(bytes)).join(''),
    ).not.toContain(secret)
  })

  it('stay as long as the draft, and go with the entry', async () => {
    const { file, annex } = await makeFiled()
    app.clock.advance(30 * 3_600_000)
    await runDueWork(app.context())
    expect([lies(file.id), lies(annex.id)]).toEqual([true, true])
    const [entry] = (await view()).entries
    expect((await post('entries/remove', { id: entry?.id, version: 1 }, firm.drafter)).status).toBe(200)
    await runDueWork(app.context())
    expect([lies(file.id), lies(annex.id)]).toEqual([false, false])
    expect([...(await rowsOf(file.id)), ...(await rowsOf(annex.id))]).toEqual([])
  })

  it('are those that were saved last: one that is left out goes, one annex takes the place of another', async () => {
    const { file, annex } = await makeFiled()
    const more = await makeUpload(app, '补充.pdf')
    const other = await makeAnnexUpload(app)
    const input = { attachments: [more.id], annex: { file: other.id, summary: '新的摘要。' }, version: 1 }
    const saved = await bodyOf<SubmissionView>(await post('entries', newEntry(input), firm.owner))
    expect(saved.entries[0]).toMatchObject({
      attachments: [more],
      annex: { file: other, summary: '新的摘要。' },
    })
    expect([...(await rowsOf(file.id)), ...(await rowsOf(annex.id))]).toEqual([])
  })

  it('are left as they are where a colleague was quicker', async () => {
    const { file, annex } = await makeFiled()
    const late = await makeUpload(app, '晚了.pdf')
    for (const version of [2, undefined]) {
      const change = { attachments: [late.id], ...(version && { version }) }
      const answer = await post('entries', newEntry(change), firm.owner)
      expect((await errorOf(answer)).code).toBe('submission_entry_changed')
    }
    expect((await view()).entries[0]).toMatchObject({ attachments: [file], annex: { file: annex } })
    expect(await rowsOf(late.id)).toEqual([{ comment_id: null, entry_id: null }])
  })

  it.each(['new', 'changed'])(
    'are missed where one goes while the entry is %s, which stays as it was',
    async (way) => {
      if (way === 'changed') await makeResponse(app, firm)
      const { file, annex, said } = await makeEntryFiles(app)
      for (const gone of [file, annex]) {
        const before = await app.rows(sql`SELECT * FROM submission_entries`)
        const context = beforeBatch(app.context(firm.drafter.actor), 2, () =>
          app.db.run(sql`DELETE FROM attachments WHERE id = ${gone.id}`),
        )
        const version = way === 'changed' ? 1 : undefined
        const more = gone === file ? said : { annex: said.annex }
        const input = newEntry({ body: '换一段话。', ...more, ...(version && { version }) })
        await expect(saveEntry(context, input)).rejects.toMatchObject({
          more: { fields: { attachments: 'attachment_gone' } },
        })
        expect(await app.rows(sql`SELECT * FROM submission_entries`)).toEqual(before)
      }
    },
  )

  it('stand as they are while approval is waited for', async () => {
    const { file } = await makeFiled('in_approval')
    const late = await makeUpload(app, '晚了.pdf')
    for (const statement of [
      sql`UPDATE attachments SET entry_id = NULL WHERE id = ${file.id}`,
      sql`UPDATE attachments SET entry_id = (SELECT entry_id FROM attachments WHERE id = ${file.id}) WHERE id = ${late.id}`,
    ])
      await expect(app.db.run(statement)).rejects.toThrow()
    expect(await rowsOf(late.id)).toEqual([{ comment_id: null, entry_id: null }])
  })

  it.each([
    ['a file that is none', async () => ({ attachments: ['f'.repeat(32)] }), 'attachments.0'],
    [
      'an annex kept open',
      async () => ({ annex: { file: (await makeUpload(app)).id, summary: entrySummary } }),
      'annex.file',
    ],
    [
      'an annex without a summary',
      async () => ({ annex: { file: (await makeAnnexUpload(app)).id, summary: ' ' } }),
      'annex.summary',
    ],
    [
      'a confidential file as an attachment',
      async () => ({ attachments: [(await makeAnnexUpload(app)).id] }),
      'attachments.0',
    ],
    [
      'six files',
      async () => ({
        attachments: await Promise.all([1, 2, 3, 4, 5, 6].map(async () => (await makeUpload(app)).id)),
      }),
      'attachments',
    ],
    [
      'the file of another firm’s draft',
      async () => {
        const other = await makeFirm(app)
        const file = await makeUpload(app)
        await makeResponse(app, other, 'drafting', [newEntry({ attachments: [file.id] })])
        return { attachments: [file.id] }
      },
      'attachments.0',
    ],
  ])('refuse %s, and nothing is written', async (_, change, field) => {
    const input = newEntry(await change())
    const before = await countRows(app)
    const answer = await post('entries', input, firm.drafter)
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual([field])
    expect(await countRows(app)).toEqual(before)
  })

  it('are so many bytes in one response, whatever entry they are on, and one can be put in the place of another', async () => {
    const { file } = await makeFiled()
    const full = () =>
      app.db.run(sql`UPDATE attachments SET size = ${fileLimits.heldBytes} WHERE id = ${file.id}`)
    await full()
    const more = await makeUpload(app, '补充.pdf')
    const change = { attachments: [more.id] }
    const elsewhere = newEntry({ measure: '2.1', clause: undefined, wording: undefined, ...change })
    const refused = await errorOf(await post('entries', elsewhere, firm.drafter))
    expect(refused).toMatchObject({ code: 'uploads_full', message: domainWords.zh.errors.uploads_full })
    expect(await rowsOf(more.id)).toEqual([{ comment_id: null, entry_id: null }])
    const both = { attachments: [file.id, more.id], version: 1 }
    expect((await errorOf(await post('entries', newEntry(both), firm.drafter))).code).toBe('uploads_full')
    expect((await post('entries', newEntry({ ...change, version: 1 }), firm.drafter)).status).toBe(200)
    expect(await rowsOf(file.id)).toEqual([])
  })

  it('go with no comment of somebody else', async () => {
    const { file, annex, said } = await makeFiled()
    const participant = organisation(31)
    const { publicId } = await makeComment(app)
    for (const change of [{ attachments: said.attachments }, { annex: said.annex }]) {
      const altcha = await solvedProof(app)
      const answer = await app.post(
        '/api/measures/1.1/comments',
        newComment({ altcha, participant, ...change }),
      )
      expect((await errorOf(answer)).fields).toEqual({
        [change.annex ? 'annex.file' : 'attachments.0']: domainWords.zh.fields.attachment_gone,
      })
    }
    await expect(
      app.db.run(
        sql`UPDATE attachments SET comment_id = (SELECT id FROM comments WHERE public_id = ${publicId}) WHERE id = ${file.id}`,
      ),
    ).rejects.toThrow()
    expect((await view()).entries[0]).toMatchObject({ attachments: [file], annex: { file: annex } })
  })

  it('go with the account of whoever is alone in the firm, and stay with colleagues', async () => {
    const erase = ({ cookie }: TestMember) =>
      app.post('/api/own-account/erase', { password: testPassword, confirm: true }, { as: cookie })
    const { file, annex } = await makeFiled()
    await app.db.run(sql`UPDATE attachments SET uploaded_by = ${firm.drafter.actor.id} WHERE id = ${file.id}`)
    for (const member of [firm.drafter, firm.approver]) expect((await erase(member)).status).toBe(200)
    expect((await view(firm.owner)).entries[0]).toMatchObject({ attachments: [file], annex: { file: annex } })
    expect((await erase(firm.owner)).status).toBe(200)
    app.clock.advance(2 * 3_600_000)
    await runDueWork(app.context())
    expect([lies(file.id), lies(annex.id)]).toEqual([false, false])
    const left = await app.rows(sql`SELECT 1 FROM submission_entries WHERE annex_summary = ${entrySummary}
      AND submission_id IN (SELECT id FROM submissions WHERE enterprise_id = ${firm.enterpriseId})`)
    expect(left).toEqual([])
  })

  it('are in the copy of their own data of whoever brought them, as long as they belong to the firm', async () => {
    const { annex } = await makeFiled()
    await app.db.run(
      sql`UPDATE attachments SET uploaded_by = ${firm.drafter.actor.id} WHERE id = ${annex.id}`,
    )
    const copy = async ({ cookie: as }: TestMember) => {
      const archive = await (await app.get('/api/own-account/data', { as })).arrayBuffer()
      return Object.entries(unzipSync(new Uint8Array(archive))).map(
        ([name, bytes]) => name + strFromU8(bytes),
      )
    }
    const plain = strFromU8(pdfOf(secret))
    expect(await copy(firm.drafter)).toContain(`attachments/1-${annex.name}${plain}`)
    expect((await copy(firm.owner)).join('')).not.toContain(plain)
    await app.db.run(sql`DELETE FROM enterprise_members WHERE user_id = ${firm.drafter.actor.id}`)
    expect((await copy(firm.drafter)).join('')).not.toContain(plain)
  })
})
