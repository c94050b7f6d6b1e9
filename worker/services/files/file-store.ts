/** Where files lie: as much of an R2 bucket as the product needs. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<unknown>
  /** Null where there is none. */
  get(key: string): Promise<{ body: ReadableStream<Uint8Array>; arrayBuffer(): Promise<ArrayBuffer> } | null>
  delete(keys: string | string[]): Promise<void>
}
