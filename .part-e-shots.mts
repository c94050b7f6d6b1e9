import { readFileSync } from 'node:fs'
import { launchBrowser, openVisitor, desktop, phone } from './tests/support/browser-page.ts'
import { fillComment, previewButton, sendButton, readReceipt } from './tests/support/comment-errand.ts'
const { address } = JSON.parse(readFileSync('/tmp/part-e/data/run.json', 'utf8'))
const browser = await launchBrowser()
const { page, problems, context } = await openVisitor(browser, address)
await page.goto('/measures/7.1/comment?clause=7.1.2')
await fillComment(page, { body: '建议写明申报的截止时间。', stance: 'support', kind: 'individual', displayName: '朱建国', publish: true })
await previewButton(page).click()
await sendButton(page).click()
await page.waitForURL(/receipts/)
console.log(await readReceipt(page))
const shot = async (name: string) => {
  for (const [size, viewport] of Object.entries({ wide: desktop, phone })) for (const colorScheme of ['light', 'dark'] as const) {
    await page.setViewportSize(viewport); await page.emulateMedia({ colorScheme })
    const el = page.locator('section.seal')
    if (name.startsWith('seal')) { await el.scrollIntoViewIfNeeded(); await el.screenshot({ path: `/tmp/part-e/${name}-${size}-${colorScheme}.png` }) }
    else await page.screenshot({ path: `/tmp/part-e/${name}-${size}-${colorScheme}.png`, fullPage: true })
  }
}
await shot('seal-waiting')
for (let i = 0; i < 30; i++) { await page.waitForTimeout(5000); await page.reload(); if (await page.locator('.seal-entries').count()) break; console.log('waiting', i) }
await page.getByRole('button', { name: '现在核对' }).click()
await page.locator('.seal-result[data-mood=sound]').waitFor()
console.log(await page.locator('.seal-result').innerText())
await page.getByRole('button', { name: '现在核对' }).click()
await page.waitForTimeout(800)
console.log(await page.locator('.seal-result').innerText())
await shot('seal')
await shot('receipt')
await page.goto('/transparency'); await shot('transparency')
await context.addCookies([{ name: 'language', value: 'en', domain: '127.0.0.1', path: '/' }])
await page.goto('/transparency'); await shot('transparency-en')
console.log(problems)
await browser.close()
