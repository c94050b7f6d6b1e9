import type { api } from './app'

/** The JSON API as the typed client sees it, mounted at `/api`. */
export type Api = typeof api
