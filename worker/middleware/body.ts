import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { createMiddleware } from 'hono/factory'
import { fileLimits } from '../contract/files'
import { limits } from '../contract/limits'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'

const upTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('body_too_large')
    },
  })
const usual = upTo(limits.requestBytes)
const roomy = upTo(limits.importRequestBytes)
const roomiest = upTo(fileLimits.requestBytes)

/** Where something is attached; the routes of the API that take no JSON. */
const uploads = ['/api/attachments', '/api/enterprise/documents']
const takesAttachments = (path: string) =>
  uploads.includes(path) ||
  /^\/(enterprise\/(verification|claim|response\/(measures\/[^/]+|versions\/[^/]+\/stamped))|measures\/[^/]+\/comment|receipts\/[^/]+\/stamped)$/.test(
    path,
  )

/** Where a file is sent in JSON. */
const takesFiles = [
  '/api/staff/offline/check',
  '/api/staff/offline/import',
  '/api/admin/consultations/document',
  '/api/admin/consultations/preview',
  '/api/admin/consultations/drafts',
]

/** Bodies up to 128 KiB, whatever their kind; more only where a file is sent. */
export const bounded = createMiddleware<HonoEnv>((c, next) => {
  if (takesAttachments(c.req.path)) return roomiest(c, next)
  return (takesFiles.includes(c.req.path) ? roomy : usual)(c, next)
})

/** For the JSON API: writes must say that they are JSON, which no cross-site form can; a file's, that they are a form. */
export const jsonOnly = every(
  bounded,
  createMiddleware<HonoEnv>(async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    const expected = uploads.includes(c.req.path) ? /^multipart\/form-data\b/i : /^application\/json\b/i
    if (c.req.method === 'POST' && !expected.test(type)) throw new AppError('unsupported_media_type')
    await next()
  }),
)
