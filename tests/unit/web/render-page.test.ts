import { describe, expect, it } from 'vitest'
import { formatUscc } from '../../../web/lib/format-uscc'
import { words } from '../../../web/locales'
import type { PublicPage } from '../../../web/page'
import { renderDesk, renderPage } from '../../../web/render'
import type { ReceiptView } from '../../../worker/contract/receipts'
import { languages } from '../../../worker/contract/words'
import { comment, formValues, frame, pages, plan, receipt, thread } from '../../support/page-fixtures'

const all = Object.values(pages) satisfies PublicPage[]
const draw = (page: PublicPage, change: Partial<typeof frame> = {}) =>
  renderPage(page, { ...frame, ...change })
const hostile = '<img src=x onerror=alert(1)>"\'</textarea><script>alert(1)</script>'

describe.each(languages)('every page in %s', (language) => {
  it.each(all)('keeps to the content security policy: $view', (page) => {
    const html = draw(page, { language })
    expect(html).not.toMatch(/ style=| on[a-z]+="|<style|<script(?![^>]* src=)/)
  })

  it.each(all)('is one document in its language with one first heading: $view', (page) => {
    const html = draw(page, { language })
    expect(html).toMatch(/^<!doctype html><html lang="(zh-CN|en)"/)
    expect(html.match(/<html[^>]*lang="([a-z]+)/)?.[1]).toBe(language)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).not.toMatch(/undefined|\[object Object\]|NaN/)
  })
})

describe('a page', () => {
  it('marks for hydration what is in its islands and nothing else', () => {
    expect(draw(pages.measure)).not.toContain('data-hk')
    const [around, ...islands] = draw(pages['comment-form']).split('data-island=')
    expect(around).not.toContain('data-hk')
    expect(islands).toHaveLength(1)
    expect(islands[0]).toContain('data-hk="comment-form-')
  })

  it('shows what people wrote as text', () => {
    const shown = [
      draw({ ...pages.comment, context: { ...pages.comment.context, comment: comment({ body: hostile }) } }),
      draw({ ...pages['comment-form'], values: { ...formValues, body: hostile, name: hostile } }),
      draw({ ...pages['comment-preview'], values: formValues, preview: comment({ body: hostile }) }),
      draw({
        ...pages.search,
        query: hostile,
        result: { query: hostile, items: [], measures: [], review: [], next: null },
      }),
    ]
    for (const html of shown) {
      expect(html).toContain('&lt;img')
      expect(html.replace(/="[^"]*"/g, '')).not.toMatch(/<img|<script>/)
    }
  })

  it('promises mail to those who leave an e-mail address, and to nobody where no mail is sent', () => {
    const form = pages['comment-form']
    expect(draw({ ...form, isMailed: true })).toContain('填邮箱的，审核结果另发邮件告知')
    expect(draw({ ...form, isMailed: false })).not.toContain('发邮件')
  })

  it('says 错误 first in its title when something was refused', () => {
    const refused = draw({ ...pages['comment-form'], errors: { body: '请填写此项。' } })
    expect(refused).toMatch(/<title[^>]*>错误：写意见/)
    expect(refused).toContain('href="#field-body"')
    expect(draw(pages['comment-form'])).toMatch(/<title[^>]*>写意见/)
  })

  it('of a closed consultation has no form and says since when', () => {
    const closed = { ...plan.consultation, phase: 'closed' as const }
    const page = pages['comment-form']
    const html = draw({ ...page, measure: { ...page.measure, consultation: closed } })
    expect(html).not.toContain('method="post"')
    expect(html).toContain('2021 年 4 月 18 日 24:00')
  })

  it('of a consultation that closed meanwhile keeps what was typed and says that it was not sent', () => {
    const closed = { ...plan.consultation, phase: 'closed' as const }
    const page = pages['comment-form']
    const measure = { ...page.measure, consultation: closed }
    const html = draw({
      ...page,
      measure,
      values: { ...formValues, body: '没来得及提交' },
      refusal: 'consultation_closed',
    })
    expect(html).toMatch(/<textarea[^>]* readonly[^>]*>没来得及提交<\/textarea>/i)
    expect(html).toContain('以下内容没有提交')
    expect(draw({ ...page, measure, values: { ...formValues, body: '' } })).not.toContain('<textarea')
  })

  it('that was asked for too often is not headed as if something in it were wrong', () => {
    for (const page of [pages.search, pages['receipt-lookup']]) {
      const html = draw({ ...page, refusal: 'rate_limited' })
      expect(html).toContain('提交未成功')
      expect(html).not.toContain('有内容需要更正')
    }
    expect(draw({ ...pages['receipt-lookup'], refusal: 'receipt_not_found' })).toContain('有内容需要更正')
  })

  it('keeps what is for the department out of the part that the public will see', () => {
    const html = draw(pages['comment-preview'])
    const sheet = html.slice(html.indexOf('preview-sheet'), html.indexOf('department-only'))
    expect(sheet).toContain(formValues.name)
    expect(sheet).not.toContain(formatUscc(formValues.uscc))
    expect(html).toContain(formatUscc(formValues.uscc))
    expect(sheet).not.toContain(formValues.uscc)
    expect(sheet).not.toContain(formValues.contact)
  })

  it('says the stances of the sentence under its comments, and of the measure under all', () => {
    const stancesOf = (html: string) =>
      [...html.slice(html.indexOf('class="stance-counts"')).matchAll(/<dd>(?:<!--.*?-->)*(\d+)/g)].map(
        ([, n]) => Number(n),
      )
    const page = pages.measure as Extract<PublicPage, { view: 'measure' }>
    const [, clause] = page.measure.clauses
    const ofClause = { ...page, filter: { sort: 'newest', clause: clause?.key } as const }
    expect(stancesOf(draw(ofClause))).toEqual(Object.values(clause?.byStance ?? {}))
    expect(stancesOf(draw({ ...page, filter: { sort: 'newest' } }))).toEqual(
      Object.values(page.measure.counts.byStance),
    )
  })

  it('has the same links in the menu as in the head, with no script', () => {
    const html = draw(pages.measure)
    const menu = html.slice(html.indexOf('<details class="site-menu"'), html.indexOf('</header>'))
    for (const path of ['/consultations', '/receipts', '/figures', '/search', '/account/sign-in'])
      expect(menu).toContain(`href="${path}`)
  })

  it('carries every typed value through the preview', () => {
    const html = draw(pages['comment-preview'])
    for (const name of Object.keys(formValues)) expect(html).toContain(`name="${name}"`)
  })

  it('offers a changed text only where the receipt may be resubmitted', () => {
    const way = `href="/receipts/${receipt().publicId}/edit"`
    expect(draw(pages.receipt)).not.toContain(way)
    const returned = receipt({ state: 'returned', mayResubmit: true })
    expect(draw({ ...pages.receipt, receipt: returned, fresh: false })).toContain(way)
  })

  it('says of a returned comment that it can no longer be changed, and keeps what was typed', () => {
    const resubmission = {
      ...{ body: '改过的意见', wording: '改过的一句。', evidence: '去年的数据。', annexSummary: '' },
      refusal: 'consultation_closed' as const,
    }
    const closed = { ...pages.receipt, receipt: receipt({ state: 'returned' }), fresh: false }
    expect(draw(closed)).toContain('征集已截止，这条意见不能再修改。')
    expect(draw(closed)).not.toContain('请您修改后重新提交')
    const refused = draw({ ...closed, resubmission })
    expect(refused).toMatch(
      /<textarea[^>]* readonly[^>]*>改过的意见\n\n建议改为：改过的一句。\n\n依据：去年的数据。<\/textarea>/i,
    )
    const still = receipt({ state: 'returned', mayResubmit: true })
    expect(draw({ ...closed, receipt: still, resubmission })).toContain('改过的意见\n\n')
    expect(refused).not.toContain('method="post"')
  })

  it('says how many replies there are where it lists fewer, with the page that has them', () => {
    const many = { ...thread, replyCount: 30 }
    const measureWith = (item: typeof many) =>
      draw({ ...pages.measure, comments: { items: [item], next: null, answers: [] } })
    const sentence = '共 30 条回复，查看全部'
    expect(measureWith(many)).toContain(sentence)
    expect(measureWith({ ...many, replies: [] })).toContain(sentence)
    expect(draw(pages.measure)).not.toContain('查看全部')
    const { context } = pages.comment
    const replies = context.replies.map((each) => ({ ...each, replyCount: 30 }))
    const page = draw({ ...pages.comment, context: { ...context, replies } })
    expect(page).toContain(sentence)
    expect(page).toContain('href="/comments/GX21-7F3K-92QY"')
  })

  it('says of as many hits as the search gives that there may be more', () => {
    const { result } = pages.search
    const hit = { key: '7.1', clauseKey: '7.1.2', title: '措施', text: '研发' }
    const found = (count: number) =>
      draw({ ...pages.search, result: result && { ...result, measures: Array(count).fill(hit) } })
    expect(found(50)).toContain('50 处以上')
    expect(found(49)).not.toContain('处以上')
  })

  it('says above all else that it is a demonstration, where it is one', () => {
    for (const page of all) {
      expect(draw(page, { isDemo: true })).toMatch(/<body[^>]*>(<!--.*?-->)*<section[^>]*><p>演示环境：/)
      expect(draw(page)).not.toContain('演示环境')
    }
    expect(renderDesk({ ...frame, isDemo: true })).toContain('演示环境：')
  })

  it('shows the query code only straight after sending', () => {
    expect(draw(pages.receipt)).toContain('7F3K-92QX-M4TB')
    expect(draw({ ...pages.receipt, fresh: false })).not.toContain('7F3K-92QX-M4TB')
  })

  it('calls nothing public that was deleted, nor shows how it appears', () => {
    const page = (change: Partial<ReceiptView>) =>
      draw({ ...pages.receipt, receipt: receipt({ state: 'published', ...change }), fresh: false })
    expect(page({})).toMatch(/class="state-name"[^>]*>已公开</)
    expect(page({})).toContain('公开后的样子')
    const erased = page({ erasedAt: receipt().createdAt })
    expect(erased).toMatch(/class="state-name"[^>]*>内容已删除</)
    expect(erased).not.toMatch(/state-published|公开后的样子|preview-sheet/)
  })

  it('has a way to write in the head of a measure while comments are taken', () => {
    const headOf = (phase: 'open' | 'closed' | 'not_open') => {
      const measure = { ...pages.measure.measure, consultation: { ...plan.consultation, phase } }
      const html = draw({ ...pages.measure, measure })
      return html.slice(html.indexOf('class="measure-title"'), html.indexOf('id="text-heading"'))
    }
    expect(headOf('open')).toMatch(/<a class="button" href="\/measures\/7\.1\/comment"[^>]*>写意见</)
    for (const phase of ['closed', 'not_open'] as const) expect(headOf(phase)).not.toContain('/comment"')
  })

  it.each(languages)('tells what of an entry stays on the device, and who sees it then: %s', (language) => {
    const html = draw(pages['response-entry'], { language })
    expect(html).toContain(words[language].response.draftNote)
    expect(html).not.toContain(words[language].form.draftNote)
  })

  it.each(languages)('says in one way that nothing is published: %s', (language) => {
    const { form, response } = words[language]
    expect(response.publishNo).toBe(form.publishNo)
    expect(draw(pages['comment-form'], { language })).toContain(form.publishNo)
    const stays = draw(
      { ...pages.receipt, receipt: receipt({ state: 'private', consentPublish: false }), fresh: false },
      { language: 'zh' },
    )
    expect(stays).toContain(`您选择了“${words.zh.form.publishNo}”。`)
  })
})

it('the desk is a shell that only its own script fills', () => {
  expect(renderDesk(frame)).toMatch(/<div id="desk"[^>]*><\/div>/)
  expect(renderDesk(frame)).toMatch(/<noscript>.*href="\/".*<\/noscript>/)
})
