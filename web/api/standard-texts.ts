import type {
  NewStandardText,
  StandardText,
  StandardTextView,
  StandardWording,
} from '../../worker/contract/standard-texts'
import { answerOf, api } from './client'

const texts = api.staff['standard-texts']

export async function getStandardTexts(): Promise<StandardText[]> {
  return (await answerOf(texts.$get())).items
}

export function getStandardText(id: number): Promise<StandardTextView> {
  return answerOf(texts[':id'].$get({ param: { id: String(id) } }))
}

export function addStandardText(json: NewStandardText): Promise<StandardTextView> {
  return answerOf(texts.$post({ json }))
}

export function rewordStandardText(id: number, json: StandardWording): Promise<StandardTextView> {
  return answerOf(texts[':id'].wording.$post({ param: { id: String(id) }, json }))
}

export function useStandardText(id: number, isActive: boolean): Promise<StandardTextView> {
  return answerOf(texts[':id'].use.$post({ param: { id: String(id) }, json: { isActive } }))
}
