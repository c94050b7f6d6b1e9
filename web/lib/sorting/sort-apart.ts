import type { Sorted } from './sort-comments'
import type { SortingReply, SortingRequest } from './sorting-messages'

/** Sorts off the main thread. Aborting ends it at once; the promise then never settles with a result. */
export function sortApart(
  request: SortingRequest,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Sorted> {
  const sorter = new Worker(new URL('./sorting-worker.ts', import.meta.url))
  return new Promise<Sorted>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    sorter.onmessage = ({ data }: MessageEvent<SortingReply>) => {
      if ('progress' in data) onProgress(data.progress)
      else if ('sorted' in data) resolve(data.sorted)
      else reject(new Error('the sorting failed'))
    }
    sorter.onerror = () => reject(new Error('the sorter did not start'))
    sorter.postMessage(request)
  }).finally(() => sorter.terminate())
}
