import type { BatchCount, BatchInput, BatchView, Selection } from '../../worker/contract/moderation/batches'
import type {
  AgreementView,
  DecidedQuery,
  DecidedView,
  OriginalView,
  ReadOriginal,
} from '../../worker/contract/moderation/decided'
import type {
  DecisionInput,
  DecisionView,
  ReasonChoice,
  Undo,
  UndoView,
} from '../../worker/contract/moderation/decisions'
import type { GroupView } from '../../worker/contract/moderation/groups'
import type { Colleague, HandView, KeptHand, Pass, Release } from '../../worker/contract/moderation/hand'
import type { DeskNews } from '../../worker/contract/moderation/news'
import type {
  QueueCounts,
  QueueFilter,
  QueueItemView,
  QueueQuery,
  QueueView,
} from '../../worker/contract/moderation/queue'
import { within } from '../lib/links'
import { answerOf, api, bodiless } from './client'

const { moderation } = api
/** Sent even if the tab closes meanwhile. */
const lasting = { init: { keepalive: true } }

const asText = (limit: number | undefined) => (limit === undefined ? undefined : String(limit))

export function getQueue({ limit, ...query }: QueueQuery): Promise<QueueView> {
  return answerOf(moderation.queue.$get({ query: { ...query, limit: asText(limit) } }))
}

export function getCounts(): Promise<QueueCounts> {
  return answerOf(moderation.counts.$get())
}

export async function getColleagues(): Promise<Colleague[]> {
  return (await answerOf(moderation.colleagues.$get())).items
}

export async function getReasons(): Promise<ReasonChoice[]> {
  return (await answerOf(moderation.reasons.$get())).items
}

export function getReview(reviewId: number): Promise<QueueItemView> {
  return answerOf(moderation.reviews[':id'].$get({ param: { id: String(reviewId) } }))
}

export function getGroup(groupId: number, after?: string): Promise<GroupView> {
  return answerOf(moderation.groups[':id'].$get({ param: { id: String(groupId) }, query: { after } }))
}

export function dealHand(json: QueueFilter): Promise<HandView> {
  return answerOf(moderation.hand.$post({ json }))
}

export function keepHand(): Promise<KeptHand> {
  return answerOf(moderation.hand.keep.$post({}, bodiless))
}

export async function releaseHand(json: Release): Promise<void> {
  await answerOf(moderation.hand.release.$post({ json }, lasting))
}

export function takeOver(reviewId: number): Promise<QueueItemView> {
  return answerOf(moderation.reviews[':id']['take-over'].$post({ param: { id: String(reviewId) } }, bodiless))
}

export async function passOn(reviewId: number, json: Pass): Promise<void> {
  await answerOf(moderation.reviews[':id'].pass.$post({ param: { id: String(reviewId) }, json }))
}

export function sendDecision(json: DecisionInput): Promise<DecisionView> {
  return answerOf(moderation.decisions.$post({ json }, lasting))
}

export function undoDecision(json: Undo): Promise<UndoView> {
  return answerOf(moderation.decisions.undo.$post({ json }, lasting))
}

export function countBatch(selection: Selection): Promise<BatchCount> {
  return answerOf(moderation.batches.count.$post({ json: { selection } }))
}

export function sendBatch(json: BatchInput): Promise<BatchView> {
  return answerOf(moderation.batches.$post({ json }))
}

export function getDecided({ limit, ...query }: DecidedQuery): Promise<DecidedView> {
  return answerOf(moderation.decided.$get({ query: { ...query, limit: asText(limit) } }))
}

export function readOriginal(json: ReadOriginal): Promise<OriginalView> {
  return answerOf(moderation.originals.$post({ json }))
}

export async function getAgreement(): Promise<AgreementView['items']> {
  return (await answerOf(moderation.agreement.$get())).items
}

export function getEvents(after: number): Promise<DeskNews> {
  return answerOf(moderation.events.$get({ query: { after: String(after) } }))
}

/** A socket that brings {@link DeskNews} as JSON, from the event after the one named. */
export function openLive(after: number): WebSocket {
  const { protocol, host } = window.location
  return new WebSocket(
    `${protocol.replace('http', 'ws')}//${host}${within(`/api/moderation/live?after=${after}`)}`,
  )
}
