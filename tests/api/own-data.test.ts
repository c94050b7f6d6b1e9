import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { keepFile } from '../../worker/services/files/keep-file'
import { errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { pdfOf } from '../support/make-attachment'
import { decide, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
await makeConsultation(app)

const contents = async (answer: Response) => unzipSync(new Uint8Array(await answer.arrayBuffer()))
const textOf = (files: Record<string, Uint8Array>, name: string) => new TextDecoder().decode(files[name])

describe('the copy of a comment', () => {
  it('has its author’s words, contact, files and decisions, nothing that the office noted for itself, and is on record', async () => {
    const bytes = pdfOf('测算过程')
    const file = await keepFile(app.context(), { name: '测算.pdf', bytes })
    const own = await makeComment(app, {
      state: 'pending',
      body: '请联系老周，再明确认定口径。',
      participant: { kind: 'individual', displayName: '朱建国' },
      contact: 'zhu@example.test',
      attachments: [file.id],
    })
    await decide(app, {
      publicId: own.publicId,
      revision: 1,
      decision: 'redact',
      redactions: [{ start: 3, end: 5, reason: 'name' }],
      note: '隐去了姓名。',
      internalNote: '内部看法，不给提交人。',
    } as never)
    const { publicId, queryCode } = own
    const answer = await app.post('/api/receipts/data', { publicId, queryCode })
    expect(answer.headers.get('content-disposition')).toMatch(/yanlu-own-data-\d{8}-\d{4}\.zip/)
    const files = await contents(answer)
    expect(Object.keys(files)).toEqual(['data.json', '数据说明.txt', 'README.txt', 'attachments/1-测算.pdf'])
    expect(files['attachments/1-测算.pdf']).toEqual(bytes)
    const text = textOf(files, 'data.json')
    expect(JSON.parse(text)).toMatchObject({
      format: 'yanlu-own-data',
      receipt: { publicId, state: 'published' },
      author: { name: '朱建国', isNamePublic: false, uscc: null },
      contact: { kind: 'email', value: 'zhu@example.test' },
      textsAsSent: [{ revision: 1, body: '请联系老周，再明确认定口径。' }],
    })
    expect(text).toContain('隐去了姓名')
    expect(text).not.toContain('内部看法')
    expect(textOf(files, '数据说明.txt')).toContain('contact：留下的联系方式')
    expect(await actionsOn(app, publicId)).toContain('own_data.taken')
  })

  it('is not to be had with a wrong code, nor on the page without the receipt', async () => {
    const { publicId, queryCode } = await makeComment(app)
    const wrong = await app.post('/api/receipts/data', { publicId, queryCode: '0000-0000-0000' })
    expect(await errorOf(wrong)).toMatchObject({ code: 'receipt_not_found' })
    expect((await app.get(`/receipts/${publicId}/data`)).status).toBe(303)
    const as = cookiesOf(await app.submit('/receipts', { publicId, queryCode }))
    const files = await contents(await app.get(`/receipts/${publicId}/data`, { as }))
    expect(JSON.parse(textOf(files, 'data.json'))).toMatchObject({ receipt: { publicId } })
    expect((await actionsOn(app, publicId)).filter((action) => action === 'own_data.taken')).toHaveLength(1)
  })
})
