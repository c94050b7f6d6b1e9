import type { CaseCount, CaseSelection } from '../../worker/contract/dispositions'
import type {
  LinkComments,
  NewResponse,
  NewVersion,
  ReleaseCount,
  ReleaseResponses,
  ReleaseSelection,
  ReleaseView,
  ResponseList,
  ResponseOfView,
  ResponseStep,
  ResponseView,
  WrittenView,
} from '../../worker/contract/responses'
import type { ResponseState } from '../../worker/contract/words'
import { answerOf, api } from './client'

const { responses, 'response-releases': releases } = api.staff
const paramOf = (id: number) => ({ id: String(id) })

export interface ResponseFilter {
  state?: ResponseState | undefined
  measure?: string | undefined
  unit?: string | undefined
}

export function getResponses(query: ResponseFilter & { after?: string | undefined }): Promise<ResponseList> {
  return answerOf(responses.$get({ query }))
}

export function getResponse(id: number): Promise<ResponseView> {
  return answerOf(responses[':id'].$get({ param: paramOf(id) }))
}

export function getResponseOf(publicId: string): Promise<ResponseOfView> {
  return answerOf(responses.of[':publicId'].$get({ param: { publicId } }))
}

export function countToAnswer(selection: CaseSelection): Promise<CaseCount> {
  return answerOf(responses.comments.count.$post({ json: { selection } }))
}

export function writeResponse(json: NewResponse): Promise<WrittenView> {
  return answerOf(responses.$post({ json }))
}

export function writeVersion(id: number, json: NewVersion): Promise<ResponseView> {
  return answerOf(responses[':id'].versions.$post({ param: paramOf(id), json }))
}

export function takeStep(
  id: number,
  act: 'review' | 'approve' | 'send-back',
  json: ResponseStep,
): Promise<ResponseView> {
  const param = paramOf(id)
  const { version, note = '' } = json
  if (act === 'review') return answerOf(responses[':id'].review.$post({ param, json }))
  if (act === 'approve') return answerOf(responses[':id'].approve.$post({ param, json }))
  return answerOf(responses[':id']['send-back'].$post({ param, json: { version, note } }))
}

export function linkComments(id: number, json: LinkComments): Promise<ResponseView> {
  return answerOf(responses[':id'].comments.$post({ param: paramOf(id), json }))
}

export function countRelease(selection: ReleaseSelection): Promise<ReleaseCount> {
  return answerOf(releases.count.$post({ json: { selection } }))
}

export function releaseResponses(json: ReleaseResponses): Promise<ReleaseView> {
  return answerOf(releases.$post({ json }))
}
