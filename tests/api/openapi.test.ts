import { expect, it } from 'vitest'
import { bodyOf } from '../support/answers'
import { startTestApp } from '../support/test-app'
import { bodiless } from './access-matrix'

interface Operation {
  operationId: string
  summary: string
  parameters?: {
    name: string
    in: string
    required?: boolean
    schema: object
  }[]
  requestBody?: {
    content: Record<string, { schema: Shape & { oneOf?: Shape[] } }>
  }
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>
}
interface Shape {
  type?: string
}

interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  servers?: { url: string }[]
  paths: Record<string, Record<string, Operation>>
}

const app = await startTestApp()
const document = await bodyOf<OpenApi>(await app.get('/api/openapi.json'))
const base = document.servers?.[0]?.url ?? ''
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${base === '/' ? '' : base}${path}`,
    path,
    operation,
  })),
)
/** What takes a file, as a form. */
const uploads = ['postApiAttachments', 'postApiEnterpriseDocuments']
const withoutBody = bodiless.map((route) => route.replace(/:(\w+)/g, '{$1}'))

it('is a document of OpenAPI 3.1 with a title and a version', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/)
  expect(document.info.title).toBe('言路 Yanlu')
  expect(document.info.version).toMatch(/\S/)
})

it('describes every route of the API and nothing else', () => {
  const routes = app.app.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json',
    )
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(operations.map(({ route }) => route).sort()).toEqual([...new Set(routes)].sort())
})

it('gives each operation a name and a summary of its own', () => {
  for (const key of ['operationId', 'summary'] as const) {
    const words = operations.map(({ operation }) => operation[key])
    expect(words.filter((word) => !word)).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  }
})

it.each(operations)('$route declares its parameters, its success and its refusals', ({ path, operation }) => {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
  expect(declared.map(({ name }) => name)).toEqual(inPath)
  expect(declared.every(({ required }) => required)).toBe(true)

  const codes = Object.keys(operation.responses)
  const success = codes.filter((code) => /^[12]/.test(code))
  expect(success).toHaveLength(1)
  const isSocket = success[0] === '101'
  expect(Object.keys(operation.responses[success[0] ?? '']?.content ?? {})).toHaveLength(isSocket ? 0 : 1)
  for (const code of codes.filter((each) => /^[45]/.test(each)))
    expect(operation.responses[code]?.content?.['application/json']?.schema).toMatchObject({
      properties: { error: { required: ['code', 'message', 'requestId'] } },
    })
})

it.each(
  operations.filter(({ route }) =>
    /^GET .*(?<!samples\/\{id\})\/(queue|comments|search|comments\.(csv|xlsx))$/.test(route),
  ),
)('$route declares what can be asked of it', ({ operation }) => {
  const names = (operation.parameters ?? [])
    .filter(({ in: where }) => where === 'query')
    .map(({ name }) => name)
  expect(names.length).toBeGreaterThanOrEqual(3)
})

it.each(operations.filter(({ route }) => route.startsWith('POST ') && !withoutBody.includes(route)))(
  '$route declares the body that it takes',
  ({ operation }) => {
    const media = uploads.includes(operation.operationId) ? 'multipart/form-data' : 'application/json'
    const schema = operation.requestBody?.content[media]?.schema
    for (const shape of schema?.oneOf ?? [schema]) expect(shape?.type).toBe('object')
  },
)

it('holds no answer back from a guard: what needs a sign-in says 401 and 403', () => {
  const guarded = operations.filter(({ route }) => /\/api\/(moderation|staff|admin)\//.test(route))
  expect(guarded.length).toBeGreaterThan(5)
  for (const { operation } of guarded)
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403']))
})

it('resolves every reference that it makes', () => {
  const text = JSON.stringify(document)
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer
      .split('/')
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document)
    expect(target, pointer).toBeTypeOf('object')
  }
  expect(text).not.toContain('undefined')
})
