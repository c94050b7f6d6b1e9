import { type Client, createClient } from '@libsql/client'
import { Refusal } from './refusal'

/** Opens a libSQL database: the embedded server, a self-hosted sqld or Turso. */
export function connect(url: string, authToken?: string): Client {
  try {
    return createClient({ url, ...(authToken ? { authToken } : {}) })
  } catch {
    throw new Refusal(
      'DATABASE_URL 须为 libsql://、https:// 或 http:// 地址。',
      'DATABASE_URL must be a libsql://, https:// or http:// address.',
    )
  }
}
