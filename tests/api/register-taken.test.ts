import { describe, expect, it } from 'vitest'
import { pdfOf, upload, uploadOf } from '../support/make-attachment'
import { makeEnterprise, makeParticipant, newRegistration } from '../support/make-enterprise'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()

/** Registers a code that others hold. */
async function ask(changed: { name?: string } = {}) {
  const { enterprise } = await makeEnterprise(app)
  const { cookie: as } = await makeParticipant(app)
  const { noticeVersion: _, ...typed } = newRegistration({
    uscc: enterprise.uscc,
    name: enterprise.name,
    ...changed,
  })
  const fields = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)]))
  const answer = await app.submit('/enterprise/register', fields, { as })
  return { enterprise, fields, as, answer, html: await answer.text() }
}

/** What a form of the page would send along. */
function hiddenOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((each) => each.includes(`action="${action}"`)) ?? ''
  return Object.fromEntries(
    [...(form.split('</form>')[0]?.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g) ?? [])].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
}

describe('a code that is registered already', () => {
  it('is answered below the heading with three ways on and no second form', async () => {
    const { answer, enterprise, html } = await ask()
    expect(answer.status).toBe(409)
    expect(html.indexOf('<h1')).toBeGreaterThan(0)
    expect(html.indexOf('<h1')).toBeLessThan(html.indexOf('taken-heading'))
    expect(html).toContain(`这个代码已经登记为“${enterprise.name}”`)
    for (const way of ['申请加入', '本单位被他人占用', '换一个代码']) expect(html).toContain(way)
    expect(html).not.toContain('name="contactName" id')
    expect(html).not.toContain('id="field-name"')
    expect(html).not.toContain('与登记的不同')
  })

  it('says so where the name that was typed is another', async () => {
    expect((await ask({ name: '云帆智能装备有限公司' })).html).toContain(
      '您填写的名称是“云帆智能装备有限公司”，与登记的不同',
    )
  })

  it('gives the form back with all that was typed, and registers nothing', async () => {
    const { as, fields, html } = await ask({ name: '云帆智能装备有限公司' })
    const before = await countRows(app)
    const again = await app.submit('/enterprise/register', hiddenOf(html, '/enterprise/register'), { as })
    const form = await again.text()
    expect(again.status).toBe(200)
    for (const name of ['uscc', 'name', 'contactName', 'contact'])
      expect(form).toContain(`value="${fields[name]}"`)
    expect(form).toContain(`value="${fields.city}" selected`)
    expect(await countRows(app)).toEqual(before)
  })

  it('keeps it too where a claim to the code was refused', async () => {
    const { as, html } = await ask({ name: '云帆智能装备有限公司' })
    const claim = { ...hiddenOf(html, '/enterprise/claim'), note: '' }
    const refused = await upload(app, '/enterprise/claim', uploadOf('执照.pdf', pdfOf('执照'), claim), { as })
    expect(refused.status).toBe(422)
    expect(hiddenOf(await refused.text(), '/enterprise/register')).toMatchObject({
      name: '云帆智能装备有限公司',
      step: 'again',
    })
  })
})
