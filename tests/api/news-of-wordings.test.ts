import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../worker/contract/limits'
import { deliverFollowMails } from '../../worker/services/follows/deliver-follow-mails'
import { stageDigests } from '../../worker/services/follows/stage-digests'
import { createSmtpMailer } from '../../worker/services/outbox/smtp-mailer'
import { type MailServer, startMailServer } from '../support/mail-server'
import { makeAnnexUpload } from '../support/make-annex'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeFollow, newFollow } from '../support/make-follow'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const origin = 'https://yanlu.test'
const app = await startTestApp({ config: { publicOrigin: origin } })
let server: MailServer

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  server = await startMailServer()
})
afterAll(() => server.stop())

const text = '力争新培育专精特新中小企业260家。'
const summary = '成本构成，含原料和人工。'
const suggesting = (change: object = {}) =>
  makeComment(app, { clause: '1.1.2', body: '完成不了。', wording: { text }, ...change })

describe('the feed of a measure', () => {
  it('has, with a comment, the wording that it suggests and the summary of its annex', async () => {
    const { id } = await makeAnnexUpload(app)
    await suggesting({ participant: organisation(9), annex: { file: id, summary } })
    const xml = await (await app.get('/feeds/measures/1.1.atom')).text()
    expect(xml).toContain(
      `<content type="text">完成不了。\n\n建议将第 2 句改为：${text}\n\n保密附件摘要：${summary}</content>`,
    )
    const english = await (await app.get('/feeds/measures/1.1.atom?language=en')).text()
    expect(english).toContain(`Sentence 2 should read: ${text}`)
  })

  it('has neither of a comment that is not public', async () => {
    await suggesting({ state: 'pending', wording: { text: '还没有审核的改法。' } })
    expect(await (await app.get('/feeds/measures/1.1.atom')).text()).not.toContain('还没有审核')
  })
})

describe('a digest', () => {
  it('tells them too, each shortened where it is long', async () => {
    const input = newFollow({ frequency: 'at_once' })
    await makeFollow(app, input)
    await app.db.run(sql`DELETE FROM follow_mails WHERE kind = 'link'`)
    const long = `力争${'新'.repeat(limits.digestComment)}。`
    await suggesting()
    await suggesting({ body: '太长。', wording: { text: long } })
    await makeComment(app, { clause: '1.1.2', body: '只有理由。' })
    await stageDigests(app.context())
    const mailer = createSmtpMailer({
      url: `smtp://127.0.0.1:${server.port}`,
      from: '言路 <noreply@yanlu.test>',
    })
    await deliverFollowMails(app.context(), mailer, { origin })
    const [mail] = server.received.filter(({ recipients }) => recipients.includes(input.email))
    const said = mail?.text ?? ''
    expect(said).toContain(`> 完成不了。\n> 建议将第 2 句改为：${text}\n`)
    expect(said).toContain(`> 建议将第 2 句改为：${[...long].slice(0, limits.digestComment).join('')}……`)
    expect(said).toContain('> 只有理由。\n')
    expect(said.match(/建议将/g)).toHaveLength(2)
  })
})
