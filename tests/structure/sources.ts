import { readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { root } from '../../worker/local/folders'

const notOurs = ['node_modules', '.git', '.build', '.data', '.wrangler']

/** Every file of the checkout that we wrote, by its path from the root. */
export const files = listFiles('').sort()

/** Those that are TypeScript or JavaScript. */
export const sources = files.filter((file) => /\.(tsx?|mjs)$/.test(file))

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

export interface Import {
  file: string
  /** A path from the root without ending, or the name of a package. */
  target: string
  isTypeOnly: boolean
}

/** What every source imports, lazily too. */
export const imports: Import[] = sources.flatMap((file) => importsOf(file, read(file)))

export function importsOf(file: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const found: Import[] = []
  const add = (specifier: string, isTypeOnly: boolean) =>
    found.push({ file, target: resolveFrom(file, specifier), isTypeOnly })
  for (const [, type, names = '', specifier = ''] of code.matchAll(
    /^\s*(?:import|export)\s+(type\s)?([^'"`;()]*?)\bfrom\s+['"]([^'"]+)['"]/gm,
  ))
    add(specifier, type !== undefined || isOnlyTypes(names))
  for (const [, specifier = ''] of code.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)) add(specifier, false)
  for (const [, specifier = ''] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) add(specifier, false)
  return found
}

function isOnlyTypes(names: string): boolean {
  const listed = /^\{([\s\S]*)\}\s*$/.exec(names.trim())?.[1]
  if (listed === undefined) return false
  return listed
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .every((name) => name.startsWith('type '))
}

function resolveFrom(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    const path = posix.join(dirname(file), specifier.replace(/\?.*$/, '')).replace(/\.(tsx?|mjs|js)$/, '')
    return files.includes(`${path}/index.ts`) ? `${path}/index` : path
  }
  const [scope = '', name = ''] = specifier.split('/')
  if (specifier.startsWith('node:') || builtinModules.includes(scope)) return 'node'
  return specifier.startsWith('@') ? `${scope}/${name}` : scope
}

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => !notOurs.includes(name))
    .flatMap((name) => {
      const path = folder ? `${folder}/${name}` : name
      return statSync(join(root, path)).isDirectory() ? listFiles(path) : [path]
    })
}
