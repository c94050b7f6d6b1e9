import type { FileStore } from '../../worker/services/files/file-store'

/** A bucket in memory, in which a test can look. */
export class FileShelf implements FileStore {
  readonly files = new Map<string, Uint8Array>()

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.files.set(key, bytes.slice())
  }

  async get(key: string) {
    const bytes = this.files.get(key)
    if (!bytes) return null
    const answer = new Response(bytes.slice())
    return {
      body: answer.body as ReadableStream<Uint8Array>,
      arrayBuffer: () => answer.arrayBuffer(),
    }
  }

  async delete(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.files.delete(key)
  }
}
