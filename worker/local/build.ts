import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeBindings } from './bindings'
import { built } from './folders'
import { hashInputs } from './inputs'
import { Refusal } from './refusal'

/** Builds in a process of its own, whose memory ends with it, unless no input has changed since. */
export async function buildAll({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
  if (readStamp() === hashInputs()) return
  const script = join(import.meta.dirname, 'build.mjs')
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    signal,
  })
  const code = await new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(null))
  })
  if (code === 0) return
  throw new Refusal('构建失败，原因见上。', 'The build failed; the reason is above.')
}

/** Builds the client, then the Worker that names its files, and leaves a stamp of what went in. */
export async function build(): Promise<void> {
  process.env.NODE_ENV = 'production'
  const inputs = hashInputs()
  rmSync(built.inputs, { force: true })
  mkdirSync(built.folder, { recursive: true })
  removeOldAssets(join(built.client, 'assets'))
  const vite = await import('vite')
  for (const client of (await import('../../web/vite.config')).default) await vite.build(client)
  await vite.build((await import('../vite.config')).default)
  await writeBindings()
  writeFileSync(built.inputs, inputs)
}

/** A day's former assets stay, hashed as they are: a product that runs on an earlier build still answers for them. */
function removeOldAssets(folder: string): void {
  if (!existsSync(folder)) return
  const yesterday = Date.now() - 86_400_000
  for (const file of readdirSync(folder).map((name) => join(folder, name)))
    if (statSync(file).mtimeMs < yesterday) rmSync(file)
}

function readStamp(): string | null {
  try {
    return readFileSync(built.inputs, 'utf8')
  } catch {
    return null
  }
}
