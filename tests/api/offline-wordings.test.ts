import { sql } from 'drizzle-orm'
import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import type { CommentReceipt } from '../../worker/contract/comments'
import { domainWords } from '../../worker/contract/locales'
import type { Imported } from '../../worker/contract/offline'
import type { ReceiptView } from '../../worker/contract/receipts'
import { bodyOf, errorOf } from '../support/answers'
import { csvOf, headings, xlsxOf } from '../support/make-offline'
import { startOfflineDesk } from '../support/offline-desk'
import { target as base } from '../support/revised-plan'
import { countRows } from '../support/test-app'

const { app, desk, enter, checked, importFile, row } = await startOfflineDesk()
const text = '力争新培育专精特新中小企业260家，并公布名单。'
const clause = '1.1.2'

const wordingOf = async ({ publicId, queryCode }: Pick<CommentReceipt, 'publicId' | 'queryCode'>) =>
  (await bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))).wording
const signalsOf = async (publicId: string) =>
  (
    await app.rows<{ kind: string }>(sql`
      SELECT kind FROM comment_signals WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`)
  ).map(({ kind }) => kind)

describe('a wording that a letter suggests', () => {
  it('is taken down with it, beside the clause as it read, and given notice of', async () => {
    const entered = await bodyOf<CommentReceipt>(await enter({ clause, wording: text }))
    expect(await wordingOf(entered)).toEqual({ text, base })
    const phoned = await bodyOf<CommentReceipt>(
      await enter({ clause, wording: `${base.slice(0, -1)}，联系13912345678。` }),
    )
    expect(await signalsOf(phoned.publicId)).toContain('phone')
    expect(await wordingOf(await bodyOf<CommentReceipt>(await enter({ clause })))).toBeNull()
  })

  it.each([
    ['without a clause', { wording: text }, 'wording', 'wording_without_clause'],
    ['for a clause that there is not', { clause: '1.1.9', wording: text }, 'clause', 'clause_unknown'],
    ['as the clause reads', { clause, wording: ` ${base} ` }, 'wording', 'wording_unchanged'],
    ['too long', { clause, wording: '长'.repeat(1001) }, 'wording', 'too_long'],
  ] as const)('is refused %s, with a sentence, and nothing is written', async (_, change, field, code) => {
    const before = await countRows(app)
    const answer = await enter(change)
    expect(answer.status).toBe(422)
    expect((await errorOf(answer)).fields).toEqual({ [field]: domainWords.zh.fields[code] })
    expect(await countRows(app)).toEqual(before)
  })

  it('is a column of the file: shown before the import, taken in, exported and read again', async () => {
    const given = row({ 建议条款改为: text })
    for (const file of [csvOf([given, row()]), await xlsxOf([given, row()])]) {
      const view = await checked(file)
      expect(view.problems).toEqual([])
      expect(view.preview.map(({ wording }) => wording)).toEqual([text, null])
    }
    const { receipts } = await bodyOf<Imported>(await importFile(csvOf([given, row()])))
    const [first, second] = receipts
    if (!first || !second) throw new Error('two rows were imported')
    expect(await wordingOf(first)).toEqual({ text, base })
    expect(await wordingOf(second)).toBeNull()
    const csv = await (await app.get('/api/staff/exports/comments.csv', { as: desk.staff })).text()
    const [titles = [], ...rows] = parseCsv(csv).map((cells) => cells.map(String))
    const exported = rows.find((cells) => cells.includes(first.publicId)) ?? []
    const again = headings.map((heading) =>
      titles.includes(heading)
        ? (exported[titles.indexOf(heading)] ?? '')
        : (given[headings.indexOf(heading)] ?? ''),
    )
    expect(titles).toContain('建议条款改为')
    const back = await checked(csvOf([again]))
    expect(back.problems).toEqual([])
    expect(back.preview[0]).toMatchObject({ place: clause, wording: text })
  })

  it('is no part of a file that was made before there was the column', async () => {
    const at = headings.indexOf('建议条款改为')
    const older = (cells: readonly (string | null)[]) => cells.filter((_, i) => i !== at)
    const file = csvOf([older(row() as string[])], older(headings) as string[])
    expect(await checked(file)).toMatchObject({ problems: [], preview: [{ wording: null }] })
  })
})
