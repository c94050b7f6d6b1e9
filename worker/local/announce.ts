import type { DemoAccount } from './sow-demo'

/** Tells the person at the terminal where the product is and how to sign in. */
export function announce(address: string, accounts: DemoAccount[], dataFolder: string): void {
  const lines = accounts.map(({ email, role, password }) => {
    return `  ${email.padEnd(24)} ${role.padEnd(10)} ${password ?? '（密码见首次启动 / shown at its first start）'}`
  })
  const shown = lines.length ? ['', '演示账号 / Demo accounts', ...lines] : []
  console.log(
    ['', `言路 Yanlu  ${address}`, ...shown, '', `数据目录 / Data folder  ${dataFolder}`].join('\n'),
  )
  console.log('按 Ctrl-C 停止；数据保留。/ Ctrl-C stops it; the data stays.')
}
