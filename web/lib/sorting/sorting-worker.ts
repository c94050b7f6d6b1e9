import { sortComments } from './sort-comments'
import type { SortingReply, SortingRequest } from './sorting-messages'

const tell = (reply: SortingReply) => self.postMessage(reply)

self.onmessage = (event: MessageEvent<SortingRequest>) => {
  let told = 0
  try {
    const sorted = sortComments(event.data, (progress) => {
      if (progress - told < 0.01) return
      told = progress
      tell({ progress })
    })
    tell({ sorted })
  } catch {
    tell({ failed: true })
  }
}
