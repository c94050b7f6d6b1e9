import type {
  CaseCount,
  CaseSelection,
  Dispose,
  DisposedView,
  DispositionView,
} from '../../worker/contract/dispositions'
import { answerOf, api } from './client'

const { dispositions } = api.staff

export function getDisposition(publicId: string): Promise<DispositionView> {
  return answerOf(dispositions.of[':publicId'].$get({ param: { publicId } }))
}

export function countToDispose(selection: CaseSelection): Promise<CaseCount> {
  return answerOf(dispositions.count.$post({ json: { selection } }))
}

export function disposeOf(json: Dispose): Promise<DisposedView> {
  return answerOf(dispositions.$post({ json }))
}
