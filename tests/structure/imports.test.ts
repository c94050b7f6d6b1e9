import { describe, expect, it } from 'vitest'
import { type Import, imports, importsOf, read, sources } from './sources'

const isIn =
  (...folders: string[]) =>
  ({ file }: Import) =>
    folders.some((folder) => file.startsWith(folder))
const told = ({ file, target, isTypeOnly }: Import) => `${file} → ${target}${isTypeOnly ? ' (types)' : ''}`
const breaking = (isBound: (each: Import) => boolean, isAllowed: (each: Import) => boolean) =>
  imports.filter((each) => isBound(each) && !isAllowed(each)).map(told)

const builds = ['worker/vite.config.ts', 'web/vite.config.ts', 'tests/vitest.config.ts']
const isBuild = ({ file }: Import) => builds.includes(file)
const isPackage = ({ target }: Import) => !/^(worker|web|seeds|tests)\//.test(target)
const goesTo = (each: Import, ...targets: string[]) =>
  targets.some((target) => each.target.startsWith(target))

describe('the reader of imports', () => {
  it('sees every kind of import, and which bring types only', () => {
    const text = [
      `import a from './a'`,
      `import type { B } from '../routes/b'`,
      `import { type C, type D } from 'hono/tiny'`,
      `import { type E, f } from '@scope/name/deep'`,
      `export * from './g'`,
      `import './h.css'`,
      `const i = await import('./i')`,
      `// import j from './j'`,
    ].join('\n')
    expect(importsOf('worker/pages/x.ts', text).map(told)).toEqual([
      'worker/pages/x.ts → worker/pages/a',
      'worker/pages/x.ts → worker/routes/b (types)',
      'worker/pages/x.ts → hono (types)',
      'worker/pages/x.ts → @scope/name',
      'worker/pages/x.ts → worker/pages/g',
      'worker/pages/x.ts → worker/pages/h.css',
      'worker/pages/x.ts → worker/pages/i',
    ])
  })

  it('has found the product', () => {
    expect(imports.length).toBeGreaterThan(500)
    expect(imports.filter(({ target }) => target === 'worker/services/comments/submit-comment')).not.toEqual(
      [],
    )
  })
})

describe('dependencies run one way', () => {
  it('the contract imports the validator and itself', () => {
    const allowed = (each: Import) => each.target === 'valibot' || goesTo(each, 'worker/contract/')
    expect(breaking(isIn('worker/contract/'), allowed)).toEqual([])
  })

  it('web takes values from the contract, types from the contract and from rpc', () => {
    const allowed = (each: Import) =>
      goesTo(each, 'web/', 'worker/contract/') ||
      (each.target === 'worker/rpc' && each.isTypeOnly) ||
      isPackage(each) ||
      isBuild(each)
    expect(breaking(isIn('web/'), allowed)).toEqual([])
  })

  it('web has one door for the Worker, and the pages alone go through it', () => {
    const allowed = (each: Import) =>
      !goesTo(each, 'web/') ||
      builds.includes(`${each.target}.ts`) ||
      (isIn('worker/pages/')(each) && (each.target === 'web/render' || each.isTypeOnly))
    expect(breaking(isIn('worker/'), allowed)).toEqual([])
  })

  it('services know neither HTTP nor who calls them', () => {
    const above = [
      'worker/routes/',
      'worker/pages/',
      'worker/middleware/',
      'worker/local/',
      'worker/app',
      'web/',
      'seeds/',
    ]
    const allowed = (each: Import) =>
      !goesTo(each, ...above, 'worker/hono-env', 'worker/env', 'worker/index') &&
      !each.target.startsWith('hono')
    expect(breaking(isIn('worker/services/'), allowed)).toEqual([])
  })

  it('routes and pages know no database', () => {
    const allowed = (each: Import) => !goesTo(each, 'drizzle-orm', '@libsql/', 'worker/db/')
    expect(breaking(isIn('worker/routes/', 'worker/pages/'), allowed)).toEqual([])
  })

  it('only db/client.ts imports the database client', () => {
    const allowed = (each: Import) => !goesTo(each, '@libsql/') || each.file === 'worker/db/client.ts'
    const isBundled = (each: Import) => isIn('worker/', 'web/')(each) && !isIn('worker/local/')(each)
    expect(breaking(isBundled, allowed)).toEqual([])
  })

  it('the database layer knows the contract’s words and nothing above', () => {
    const allowed = (each: Import) => isPackage(each) || goesTo(each, 'worker/db/', 'worker/contract/')
    expect(breaking(isIn('worker/db/'), allowed)).toEqual([])
  })

  it('what belongs to the local start is imported by it, by builds and by tests', () => {
    const allowed = (each: Import) => isIn('worker/local/', 'tests/')(each) || isBuild(each)
    expect(breaking((each) => goesTo(each, 'worker/local/'), allowed)).toEqual([])
  })

  it('the seeds are imported by themselves, the local start and tests, never by tests of the API', () => {
    const allowed = (each: Import) =>
      isIn('seeds/', 'worker/local/', 'tests/')(each) && !isIn('tests/api/', 'tests/support/make-')(each)
    expect(breaking((each) => goesTo(each, 'seeds/'), allowed)).toEqual([])
  })

  it('nothing of the product imports its tests', () => {
    expect(breaking((each) => goesTo(each, 'tests/'), isIn('tests/'))).toEqual([])
  })

  it('what runs in the Worker and in browsers imports nothing of Node, but for the sockets of mail and the digest of streams', () => {
    const exceptions = ['worker/services/outbox/smtp-mailer.ts', 'worker/services/exports/sha256.ts']
    const isBundled = (each: Import) =>
      isIn('worker/', 'web/')(each) && !isIn('worker/local/')(each) && !isBuild(each)
    const allowed = ({ file, target }: Import) => target !== 'node' || exceptions.includes(file)
    expect(breaking(isBundled, allowed)).toEqual([])
  })
})

describe('packages', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >
  const isOfPackage = (each: Import) =>
    isPackage(each) && each.target !== 'node' && !each.target.startsWith('virtual:')

  it('that are imported are declared, and those that run in production as dependencies', () => {
    const isProduction = (each: Import) =>
      isIn('worker/', 'web/')(each) && !isIn('worker/local/')(each) && !isBuild(each)
    const allowed = (each: Import) =>
      each.target in (dependencies ?? {}) || (!isProduction(each) && each.target in (devDependencies ?? {}))
    expect(breaking(isOfPackage, allowed)).toEqual([])
  })
})

describe('the network', () => {
  it('is called by web/api alone', () => {
    const callers = sources.filter(
      (file) => file.startsWith('web/') && /\bfetch\(|XMLHttpRequest|sendBeacon/.test(read(file)),
    )
    expect(callers.filter((file) => !file.startsWith('web/api/'))).toEqual([])
  })
})

describe('time and chance', () => {
  it('come in through the context', () => {
    const inRules = sources.filter((file) => /^worker\/(services|contract)\//.test(file))
    expect(inRules.length).toBeGreaterThan(50)
    const own = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\b|\bgetRandomValues\b|\bperformance\.now\b/
    expect(inRules.filter((file) => own.test(read(file)))).toEqual([])
  })

  it('are waited for by no test of the API', () => {
    const tests = sources.filter((file) => /^tests\/api\//.test(file))
    expect(tests.filter((file) => /\bsetTimeout\(|timers\/promises/.test(read(file)))).toEqual([])
  })
})
