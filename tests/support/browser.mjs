import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium of this machine: CHROMIUM, the system's, or the one that playwright installed; null without any. */
export async function findBrowser() {
  const system = [process.env.CHROMIUM, ...installed].find((path) => path && existsSync(path))
  if (system) return system
  const { chromium } = await import('playwright-core')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

/** Installs Chromium, and a Chinese font as root, where the machine has none. */
export async function installBrowser() {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const packages = [
    ...((await findBrowser()) ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ]
  if (isDebianRoot && packages.length) {
    console.log(`安装 ${packages.join('、')} / Installing ${packages.join(', ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], env)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env)
  }
  if (await findBrowser()) return
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], process.env)
  if (await findBrowser()) return
  console.error(
    '没有可用的 Chromium，请用 CHROMIUM=… 指定。/ No Chromium can be found; name one with CHROMIUM=….',
  )
  process.exit(1)
}

function hasChineseFont() {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return !error && stdout.trim() !== ''
}

function run(command, args, env) {
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env })
}
