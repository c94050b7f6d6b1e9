import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import type { Plugin } from 'vite'
import { built, root } from './folders'

interface ManifestEntry {
  file: string
  src?: string
  isEntry?: boolean
  css?: string[]
  imports?: string[]
}

type Manifest = Record<string, ManifestEntry>

export interface Asset {
  file: string
  css: string[]
  imports: string[]
}

/** Moves the client manifest out of the folder that is served to the public. */
export function keepManifestPrivate(client: keyof typeof built.manifests): Plugin {
  return {
    name: 'yanlu:manifest',
    writeBundle() {
      const written = join(built.client, '.vite/manifest.json')
      renameSync(written, built.manifests[client])
      rmSync(dirname(written), { recursive: true })
    },
  }
}

/** Gives the Worker `virtual:assets`: the hashed files of the client build, or plain names when it is not built. */
export function assetList({ from }: { from: 'build' | 'sources' }): Plugin {
  const resolved = '\0virtual:assets'
  return {
    name: 'yanlu:assets',
    resolveId: (id) => (id === 'virtual:assets' ? resolved : undefined),
    load(id) {
      if (id !== resolved) return
      if (from === 'build') for (const file of Object.values(built.manifests)) this.addWatchFile(file)
      return `export const assets = ${JSON.stringify(from === 'build' ? readBuild() : readSources())}`
    },
  }
}

function readBuild(): Record<string, Asset> {
  const manifests = Object.values(built.manifests).map(
    (file): Manifest => JSON.parse(readFileSync(file, 'utf8')),
  )
  const manifest: Manifest = Object.assign({}, ...manifests)
  return gather(
    Object.values(manifest)
      .filter(({ isEntry }) => isEntry)
      .map((entry) => {
        const imports = followImports(manifest, entry)
        const css = [entry, ...imports].flatMap((chunk) => chunk.css ?? [])
        return {
          source: entry.src ?? entry.file,
          file: entry.file,
          css,
          imports: imports.map(({ file }) => file),
        }
      }),
  )
}

function readSources(): Record<string, Asset> {
  const files = readdirSync(join(root, 'web/entries'))
  return gather(files.map((name) => ({ source: name, file: `assets/${name}`, css: [], imports: [] })))
}

/** A style sheet and a script of one name are one entry. */
function gather(entries: (Asset & { source: string })[]): Record<string, Asset> {
  const assets: Record<string, Asset> = {}
  for (const { source, file, css, imports } of entries) {
    const { name } = parse(source)
    const asset = assets[name] ?? { file: '', css: [], imports: [] }
    assets[name] = asset
    if (source.endsWith('.css')) asset.css.unshift(`/${file}`)
    else asset.file = `/${file}`
    asset.css.push(...css.map((sheet) => `/${sheet}`).filter((sheet) => !asset.css.includes(sheet)))
    asset.imports.push(...imports.map((script) => `/${script}`))
  }
  return assets
}

function followImports(
  manifest: Manifest,
  entry: ManifestEntry,
  seen = new Set<ManifestEntry>(),
): ManifestEntry[] {
  for (const key of entry.imports ?? []) {
    const chunk = manifest[key]
    if (!chunk || seen.has(chunk)) continue
    seen.add(chunk)
    followImports(manifest, chunk, seen)
  }
  return [...seen]
}
