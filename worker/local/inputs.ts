import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './folders'

const inputs = ['web', 'worker', 'seeds', 'wrangler.toml', 'package-lock.json', 'tsconfig.json']

/** One hash over everything a build reads. */
export function hashInputs(): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(listFiles))
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function listFiles(path: string): string[] {
  try {
    const names = readdirSync(join(root, path)).sort()
    return names.flatMap((name) => listFiles(`${path}/${name}`))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path]
    return []
  }
}
