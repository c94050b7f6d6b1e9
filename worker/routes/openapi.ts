import { Hono } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import type { HonoEnv } from '../hono-env'

/** The OpenAPI 3.1 document, made from the schemas that validate the requests. */
export const openApi = (api: Hono<HonoEnv, never, string>) =>
  openAPIRouteHandler(new Hono<HonoEnv>().route('/api', api) as never, {
    documentation: {
      openapi: '3.1.0',
      info: {
        title: '言路 Yanlu',
        version: '1',
        description: 'Opinions on each measure of a work plan: read, send, moderate, take away.',
      },
    },
    defaultValidationErrorResponse: false,
    excludeStaticFile: false,
  })
