import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const offices = ['/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']

const firstOf = (paths) => paths.find((path) => path && existsSync(path)) ?? null

/** The Chromium of this machine: CHROMIUM, the system's, or the one that playwright installed; null without any. */
export async function findBrowser() {
  const system = firstOf([process.env.CHROMIUM, ...browsers])
  if (system) return system
  const { chromium } = await import('playwright-core')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

/** The LibreOffice of this machine: SOFFICE, or the system's; null without any. */
export function findOffice() {
  return firstOf([process.env.SOFFICE, ...offices])
}

/** Installs as root what the tests drive and the machine has not: Chromium, LibreOffice, a Chinese font, a reader of PDF. */
export async function installPrograms() {
  const packages = [
    ...((await findBrowser()) ? [] : ['chromium']),
    ...(findOffice() ? [] : ['libreoffice-writer-nogui', 'libreoffice-calc-nogui']),
    ...(hasPdfReader() ? [] : ['poppler-utils']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ]
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot && packages.length) {
    console.log(`安装 ${packages.join('、')} / Installing ${packages.join(', ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], env)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env)
  }
  if (!(await findBrowser()))
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], process.env)
  if (!(await findBrowser())) end('Chromium', 'CHROMIUM')
  if (!findOffice()) end('LibreOffice', 'SOFFICE')
  if (!hasPdfReader()) end('pdftotext', 'PATH')
}

function end(program, variable) {
  console.error(
    `没有可用的 ${program}，请用 ${variable}=… 指定。/ No ${program} can be found; name one with ${variable}=….`,
  )
  process.exit(1)
}

function hasPdfReader() {
  return !spawnSync('pdftotext', ['-v']).error
}

function hasChineseFont() {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return !error && stdout.trim() !== ''
}

function run(command, args, env) {
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env })
}
