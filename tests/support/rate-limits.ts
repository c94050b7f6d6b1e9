import type { RateLimit } from '../../worker/env'
import type { LimitName } from '../../worker/hono-env'

const names = [
  'SUBMIT_LIMIT',
  'PLAIN_SUBMIT_LIMIT',
  'LOOKUP_LIMIT',
  'SIGN_IN_LIMIT',
  'SEARCH_LIMIT',
  'DOWNLOAD_LIMIT',
] as const

/** Limits without a clock: they count by name and source, and refuse only above what a test allows. */
export class RateLimits {
  private readonly allowed = new Map<LimitName, number>()
  private readonly counts = new Map<string, number>()

  readonly bindings = Object.fromEntries(names.map((name) => [name, this.binding(name)])) as Record<
    LimitName,
    RateLimit
  >

  allow(name: LimitName, requests: number): void {
    this.allowed.set(name, requests)
  }

  /** How often a source has come. */
  count(name: LimitName, key: string): number {
    return this.counts.get(`${name} ${key}`) ?? 0
  }

  reset(): void {
    this.allowed.clear()
    this.counts.clear()
  }

  private binding(name: LimitName): RateLimit {
    return {
      limit: async ({ key }) => {
        const count = this.count(name, key) + 1
        this.counts.set(`${name} ${key}`, count)
        return { success: count <= (this.allowed.get(name) ?? Number.POSITIVE_INFINITY) }
      },
    }
  }
}
