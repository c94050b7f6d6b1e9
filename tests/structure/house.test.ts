import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from '../../worker/local/folders'
import { files, read, sources } from './sources'

const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
} & Record<string, Record<string, string>>

describe('the house', () => {
  it('has the folders of its plan on the top level, and nothing beside them', () => {
    const plan = [
      'worker',
      'web',
      'seeds',
      'migrations',
      'tests',
      'wrangler.toml',
      'package.json',
      'tsconfig.json',
      'README.md',
    ]
    const found = readdirSync(root).filter(
      (name) => !name.startsWith('.') && name !== 'node_modules' && name !== 'package-lock.json',
    )
    expect(found.sort()).toEqual(plan.sort())
  })

  it('has the folders of the Worker and of web as planned', () => {
    const foldersOf = (top: string) =>
      [
        ...new Set(
          files.filter((file) => file.startsWith(`${top}/`)).map((file) => file.split('/')[1] ?? ''),
        ),
      ].filter((name) => !name.includes('.'))
    expect(foldersOf('worker').sort()).toEqual([
      'contract',
      'db',
      'local',
      'middleware',
      'pages',
      'routes',
      'services',
    ])
    expect(foldersOf('web')).toEqual(
      expect.arrayContaining(['api', 'components', 'lib', 'locales', 'styles', 'views']),
    )
    expect(foldersOf('tests').sort()).toEqual(
      ['api', 'bench', 'journeys', 'runtime', 'structure', 'support', 'unit', 'web'].filter((name) =>
        foldersOf('tests').includes(name),
      ),
    )
  })

  it('has a folder of routes for each audience', () => {
    const audiences = files
      .filter((file) => /^worker\/routes\/\w+\//.test(file))
      .map((file) => file.split('/')[2])
    expect([...new Set(audiences)].sort()).toEqual([
      'account',
      'admin',
      'moderator',
      'participant',
      'public',
      'staff',
    ])
  })
})

describe('file names', () => {
  const named = files.filter((file) => /^(worker|web|seeds|tests)\//.test(file))

  it('are in kebab-case', () => {
    const odd = named.filter(
      (file) =>
        file !== 'web/public/_headers' &&
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(file.split('/').at(-1) ?? ''),
    )
    expect(odd).toEqual([])
  })

  it('say what is in them', () => {
    const vague = /(^|[/-])(utils?|helpers?|common|misc|managers?)([-./]|$)/
    expect(named.filter((file) => vague.test(file))).toEqual([])
  })

  it('of services are a verb or a noun each, in a folder per noun', () => {
    const services = files.filter((file) => file.startsWith('worker/services/'))
    expect(services.filter((file) => file.split('/').length < 4)).toEqual([])
    expect(services.filter((file) => file.endsWith('/index.ts'))).toEqual([])
  })
})

describe('package.json', () => {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies']
  it.each(kinds)('gives exact versions of its %s', (kind) => {
    const loose = Object.entries(manifest[kind] ?? {}).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  it('has scripts whose files exist', () => {
    const named = Object.values(manifest.scripts).flatMap(
      (script) => script.match(/[\w/.-]+\.(mjs|ts)\b/g) ?? [],
    )
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((file) => !files.includes(file))).toEqual([])
  })
})

describe('README.md', () => {
  it('names npm commands that exist', () => {
    const builtIn = ['ci', 'install', 'i']
    const named = [...read('README.md').matchAll(/\bnpm (run )?([a-z][\w-]*(?::\w+)*)/g)].map(
      ([, , name = '']) => name,
    )
    expect(named).toEqual(expect.arrayContaining(['start', 'test']))
    expect(named.filter((name) => !(name in manifest.scripts) && !builtIn.includes(name))).toEqual([])
  })

  it('names files and folders that exist', () => {
    const named = [...read('README.md').matchAll(/`((?:worker|web|seeds|migrations|tests)\/[\w./-]*)`/g)].map(
      ([, path = '']) => path.replace(/\/$/, ''),
    )
    const missing = named.filter(
      (path) => !files.some((file) => file === path || file.startsWith(`${path}/`)),
    )
    expect(missing).toEqual([])
  })
})

describe('what the product needs from abroad', () => {
  const harmless = [
    ...['localhost', '127.0.0.1', 'schemas.openxmlformats.org', 'www.w3.org', 'json-schema.org'],
    ...['192.0.2.1'],
  ]
  const isHarmless = (host: string) =>
    harmless.includes(host) ||
    /(^|\.)(test|invalid|example)$|(^|\.)example\.(com|org)$/.test(host) ||
    !host.includes('.')
  const shipped = files.filter((file) => /^(worker|web|seeds|migrations)\/|^wrangler\.toml$/.test(file))

  it('is nothing: no address of a foreign host', () => {
    const found = shipped.flatMap((file) =>
      [...read(file).matchAll(/\b(?:https?|wss?):\/\/([a-z0-9.-]+)/gi)]
        .filter(([, host = '']) => !isHarmless(host))
        .map(([address]) => `${file}: ${address}`),
    )
    expect(found).toEqual([])
  })

  it('is no particular registry', () => {
    const registries = /registry\.npmjs|npmmirror|yarnpkg|jsr\.io|unpkg|jsdelivr|esm\.sh/
    const own = [
      ...sources,
      'package.json',
      'package-lock.json',
      '.npmrc',
      'wrangler.toml',
      'README.md',
      '.ci/run',
    ]
    expect(own.filter((file) => !file.startsWith('tests/structure/') && registries.test(read(file)))).toEqual(
      [],
    )
  })
})
