import { chromium } from 'playwright-core'
const base = process.argv[2]!, email = process.argv[3]!, paths = process.argv.slice(4)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'] })
for (const [size, viewport] of Object.entries({ wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
  const c = await b.newContext({ viewport, locale: 'zh-CN', colorScheme: size === 'wide' ? 'light' : 'dark' })
  const p = await c.newPage()
  if (email !== '-') {
    await p.request.post(base + '/api/auth/sign-in/email', { data: { email, password: 'demo password 123' }, headers: { origin: base } })
  }
  for (const path of paths) {
    await p.goto(base + path); await p.waitForLoadState('networkidle'); await p.waitForTimeout(500)
    await p.screenshot({ path: `/tmp/sh/${size}${path.replaceAll('/', '-').replaceAll('?', '_')}.png` })
  }
  await c.close()
}
await b.close()
