import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommentReceipt, NewComment } from '../../worker/contract/comments'
import { organisationKinds } from '../../worker/contract/words'
import { auditLog, commentContacts, comments, usedProofs } from '../../worker/db/schema'
import { bodyOf } from '../support/answers'
import { makeComment, newComment, organisation, usccOf } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { solvedProof } from '../support/solve-challenge'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let code = ''

beforeAll(async () => {
  code = (await makeConsultation(app)).code
  await makeReasons(app)
})

/** Sends a comment as anybody would, with a solved challenge. */
async function send(change: Partial<NewComment> = {}, measure = '1.1'): Promise<CommentReceipt> {
  const answer = await app.post(`/api/measures/${measure}/comments`, {
    ...newComment(change),
    altcha: await solvedProof(app),
  })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const receipt = await bodyOf<CommentReceipt>(answer)
  expect(answer.status).toBe(201)
  return receipt
}

async function stored(publicId: string) {
  const [row] = await app.db.select().from(comments).where(eq(comments.publicId, publicId))
  if (!row) throw new Error(`${publicId} was not stored`)
  return row
}

async function auditOf(publicId: string) {
  return app.db.select().from(auditLog).where(eq(auditLog.subjectId, publicId))
}

describe('a comment that is sent', () => {
  it('waits for a moderator, and its author has a number and a code', async () => {
    const receipt = await send()
    expect(receipt.publicId.startsWith(`${code}-`)).toBe(true)
    expect(receipt.state).toBe('pending')
    expect(await stored(receipt.publicId)).toMatchObject({
      state: 'pending',
      revision: 1,
      body: '建议明确新培育企业的认定口径。',
      stance: 'suggest',
      participantKind: 'individual',
      participantName: '朱建国',
      isNamePublic: false,
      uscc: null,
      isVerified: false,
      isPublishable: true,
      clauseId: null,
      parentId: null,
      depth: 0,
      createdAt: app.clock.now(),
      submittedAt: app.clock.now(),
      decidedAt: null,
    })
  })

  it('is in the audit log once, without a word of its author', async () => {
    const receipt = await send({ contact: '13800138000' })
    const rows = await auditOf(receipt.publicId)
    const { measureId } = await stored(receipt.publicId)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      at: app.clock.now(),
      actorKind: 'participant',
      actorId: null,
      action: 'comment.submitted',
      subjectKind: 'comment',
      data: { revision: 1, measure: measureId, isReply: false },
    })
    expect(rows[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(JSON.stringify(rows)).not.toMatch(/认定口径|朱建国|13800138000/)
  })

  it('spends its proof', async () => {
    const before = await app.db.select().from(usedProofs)
    await send()
    expect(await app.db.select().from(usedProofs)).toHaveLength(before.length + 1)
  })

  it.each(organisationKinds)('comes from an %s by name and code', async (kind) => {
    const { publicId } = await send({ participant: organisation(7, kind) })
    expect(await stored(publicId)).toMatchObject({
      participantKind: kind,
      participantName: '第7精密制造有限公司',
      uscc: usccOf(7),
      isNamePublic: true,
      isVerified: false,
    })
  })

  it('may come from somebody without a name', async () => {
    const { publicId } = await send({ participant: { kind: 'individual', displayName: ' ' } })
    expect((await stored(publicId)).participantName).toBeNull()
  })

  it('keeps the code of a firm however it was typed', async () => {
    const typed = ` ${usccOf(8)
      .toLowerCase()
      .replace(/(.{4})/g, '$1-')} `
    const { publicId } = await send({ participant: { ...organisation(8), uscc: typed } })
    expect((await stored(publicId)).uscc).toBe(usccOf(8))
  })

  it.each([
    ['13800138000', 'phone'],
    ['020-83133200', 'phone'],
    ['zhu@example.test', 'email'],
  ] as const)('keeps the contact %s apart', async (contact, kind) => {
    const { publicId } = await send({ contact })
    const { id } = await stored(publicId)
    const rows = await app.db.select().from(commentContacts).where(eq(commentContacts.commentId, id))
    expect(rows).toEqual([{ commentId: id, kind, value: contact }])
  })

  it.each([undefined, '', '  '])('keeps no contact for %j', async (contact) => {
    const { publicId } = await send(contact === undefined ? {} : { contact })
    const { id } = await stored(publicId)
    expect(await app.db.select().from(commentContacts).where(eq(commentContacts.commentId, id))).toEqual([])
  })

  it('stands on the clause that it names', async () => {
    const { publicId } = await send({ clause: '1.1.2' })
    const { clauseId } = await stored(publicId)
    const found = await app.db.query.clauses.findFirst({ where: (row, { eq }) => eq(row.id, clauseId ?? 0) })
    expect(found?.text).toBe('力争新培育专精特新中小企业300家。')
  })

  it('is given another number where chance gave one twice', async () => {
    const { publicId } = await makeComment(app)
    const taken = [...publicId.slice(-9).replace('-', '')].map((character) =>
      '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(character),
    )
    app.chance.plan(taken, taken)
    const receipt = await send()
    expect(receipt.publicId).not.toBe(publicId)
    expect((await stored(receipt.publicId)).state).toBe('pending')
  })
})

describe('a reply', () => {
  it('stands under what it answers, on the same clause and in the same thread', async () => {
    const root = await makeComment(app, { clause: '1.1.2' })
    const first = await makeComment(app, { parentId: root.publicId })
    const second = await send({ parentId: first.publicId })
    const [rootRow, firstRow] = [await stored(root.publicId), await stored(first.publicId)]
    const { clauseId } = rootRow
    expect(firstRow).toMatchObject({ parentId: rootRow.id, rootId: rootRow.id, depth: 1, clauseId })
    expect(await stored(second.publicId)).toMatchObject({
      parentId: firstRow.id,
      rootId: rootRow.id,
      depth: 2,
      clauseId,
      state: 'pending',
    })
    expect((await auditOf(second.publicId))[0]?.data).toMatchObject({ isReply: true })
  })
})

describe('what was typed', () => {
  it('is kept but for control and direction characters, broken pairs and outer space', async () => {
    const body = '\u0000 一\u0007\r\n二\u202E三\tA\uD800B\uDC00 𠮷👨‍👩‍👧\u0085 '
    const { publicId } = await send({ body })
    expect((await stored(publicId)).body).toBe('一\n二三\tA\uFFFDB\uFFFD 𠮷👨‍👩‍👧')
  })

  it('is kept on one line where it is a name', async () => {
    const participant = { ...organisation(9), name: ' 甲\n乙\u0000  有限公司 ' }
    const { publicId } = await send({ participant })
    expect((await stored(publicId)).participantName).toBe('甲 乙 有限公司')
  })

  it.each([
    ['Chinese', '中'],
    ['rare Chinese', '𠮷'],
    ['a family', '👨‍👩‍👧'],
    ['an accent of its own', 'e\u0301'],
  ])('may be 5000 characters long as people count: %s', async (_, character) => {
    const body = character.repeat(5000)
    const { publicId } = await send({ body })
    expect((await stored(publicId)).body).toBe(body)
  })
})
