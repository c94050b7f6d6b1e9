import type { DemoAccount } from './sow-demo'

/** Shows the demo accounts as soon as they exist, so that a start which fails later loses no password. */
export function announceAccounts(accounts: DemoAccount[]): void {
  const lines = accounts.map(({ email, role, password }) => {
    return `  ${email.padEnd(24)} ${role.padEnd(10)} ${password ?? '（密码见首次启动 / shown at its first start）'}`
  })
  const isForgotten = accounts.some(({ password }) => password === null)
  const way =
    '忘记密码：以 DEMO_PASSWORD=… npm start 重设 / Forgotten: set anew with DEMO_PASSWORD=… npm start'
  console.log(['', '演示账号 / Demo accounts', ...lines, ...(isForgotten ? [`  ${way}`] : [])].join('\n'))
}

interface Start {
  dataFolder: string
  mails: string
  keepsMails: boolean
  loadTest: boolean
}

/** Tells the person at the terminal where the product is, and where its data and its mails lie. */
export function announce(address: string, { dataFolder, mails, keepsMails, loadTest }: Start): void {
  if (loadTest) console.log('\nLOAD_TEST=1：限流和安全验证已关闭。/ Rate limits and proof-of-work are off.')
  console.log(`\n言路 Yanlu  ${address}\n\n数据目录 / Data folder  ${dataFolder}`)
  if (keepsMails) console.log(`发出的邮件 / Mails sent  ${mails}`)
  console.log('按 Ctrl-C 停止；数据保留。/ Ctrl-C stops it; the data stays.')
}
