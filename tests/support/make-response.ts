import type { UserActor } from '../../worker/context'
import type { NewResponse, ResponseView } from '../../worker/contract/responses'
import type { StandardTextView } from '../../worker/contract/standard-texts'
import { type ResponseState, responseStates } from '../../worker/contract/words'
import { approveResponse } from '../../worker/services/responses/approve-response'
import { getResponse } from '../../worker/services/responses/get-response'
import { releaseResponses } from '../../worker/services/responses/release-responses'
import { reviewResponse } from '../../worker/services/responses/review-response'
import { writeResponse } from '../../worker/services/responses/write-response'
import { addStandardText } from '../../worker/services/standard-texts/add-standard-text'
import { second } from './clock'
import { makeComment } from './make-comment'
import { makeUser } from './make-user'
import type { TestApp } from './test-app'

let made = 0

/**
 * An answer to these comments, to a measure, or to a comment made for it, brought into a state through the product's own
 * verbs: somebody of the staff writes it, an administrator does the rest.
 */
export async function makeResponse(
  app: TestApp,
  {
    on,
    text,
    state = 'draft',
    by,
  }: { on?: NewResponse['on']; text?: string; state?: ResponseState; by?: UserActor } = {},
): Promise<ResponseView> {
  made += 1
  const writer = by ?? (await makeUser(app, 'staff')).actor
  const ground = on ?? { of: 'comments' as const, publicIds: [(await makeComment(app)).publicId] }
  const { response } = await writeResponse(app.context(writer), {
    on: ground,
    text: text ?? `已研究您的意见（${made}）。`,
  })
  return takeTo(app, response, state)
}

/** Takes a draft on to a state; an administrator reviews, approves and releases. */
export async function takeTo(
  app: TestApp,
  { id, version, linkVersion }: Pick<ResponseView, 'id' | 'version' | 'linkVersion'>,
  state: ResponseState,
): Promise<ResponseView> {
  const { actor } = await makeUser(app, 'admin')
  const steps = responseStates.indexOf(state)
  const tick = () => {
    app.clock.advance(second)
    return app.context(actor)
  }
  if (steps >= 1) await reviewResponse(tick(), id, { version, linkVersion })
  if (steps >= 2) await approveResponse(tick(), id, { version, linkVersion })
  if (steps >= 3) await releaseResponses(tick(), { responses: [{ id, version }] })
  return getResponse(app.context(actor), id)
}

export async function makeStandardText(app: TestApp): Promise<StandardTextView> {
  made += 1
  const { actor } = await makeUser(app, 'staff')
  return addStandardText(app.context(actor), {
    title: `标准答复${made}`,
    text: `感谢您的意见（${made}）。`,
  })
}
