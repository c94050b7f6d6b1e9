import { accountPages } from './account'
import { followPages } from './follow'
import type { Pages } from './pages'
import { participantPages } from './participant'
import { readingPages } from './reading'
import { recordPages } from './record'
import { responsePages } from './response'
import { resultPages } from './result'

export { comment, reply, thread } from './comments'
export { answer } from './measure'
export { formValues, receipt } from './participant'
export { frame, plan } from './plan'

/** One page of every view, as the Worker would ask for it. */
export const pages: Pages = {
  ...readingPages,
  ...followPages,
  ...accountPages,
  ...participantPages,
  ...responsePages,
  ...resultPages,
  ...recordPages,
}
