import type {
  CodebookList,
  CodebookView,
  CodeChange,
  LintView,
  NewCode,
  Order,
  PublishCodebook,
} from '../../worker/contract/codebook'
import type { CodingItem, CodingPage, CodingQuery, NewTag, TextsPage } from '../../worker/contract/coding'
import type {
  BlindCodingInput,
  Coder,
  CodingAgreement,
  NewSample,
  SamplePage,
  SampleView,
} from '../../worker/contract/coding-samples'
import type {
  CountSuggestions,
  NewRun,
  RunView,
  Settle,
  Settled,
  SettleMany,
  SuggestionCount,
  Suggestions,
} from '../../worker/contract/suggestions'
import { answerOf, api } from './client'

const { coding } = api.staff
const draft = coding['codebook-draft']
/** A write without a body says all the same that it is JSON. */
const bodiless = { headers: { 'content-type': 'application/json' } }
const idParam = (id: number) => ({ id: String(id) })

export function getCodebooks(): Promise<CodebookList> {
  return answerOf(coding.codebooks.$get())
}

export function getCodebook(version: number): Promise<CodebookView> {
  return answerOf(coding.codebooks[':version'].$get({ param: { version: String(version) } }))
}

export function getLint(version: number): Promise<LintView> {
  return answerOf(coding.codebooks[':version'].lint.$get({ param: { version: String(version) } }))
}

export function startDraft(): Promise<CodebookView> {
  return answerOf(draft.$post({}, bodiless))
}

export function addCode(json: NewCode): Promise<CodebookView> {
  return answerOf(draft.codes.$post({ json }))
}

export function changeCode(id: number, json: CodeChange): Promise<CodebookView> {
  return answerOf(draft.codes[':id'].$post({ param: idParam(id), json }))
}

export function retireCode(id: number, edit: string): Promise<CodebookView> {
  return answerOf(draft.codes[':id'].retire.$post({ param: idParam(id), json: { edit } }))
}

export function orderCodes(json: Order): Promise<CodebookView> {
  return answerOf(draft.order.$post({ json }))
}

export function discardDraft(edit: string): Promise<CodebookList> {
  return answerOf(draft.discard.$post({ json: { edit } }))
}

export function publishCodebook(json: PublishCodebook): Promise<CodebookView> {
  return answerOf(draft.publish.$post({ json }))
}

export function getCodingItems({ limit: _, ...query }: CodingQuery): Promise<CodingPage> {
  return answerOf(coding.comments.$get({ query }))
}

export function getCodingItem(publicId: string): Promise<CodingItem> {
  return answerOf(coding.comments[':publicId'].$get({ param: { publicId } }))
}

export function putTag(publicId: string, json: NewTag): Promise<CodingItem> {
  return answerOf(coding.comments[':publicId'].tags.$post({ param: { publicId }, json }))
}

export function removeTag(id: number): Promise<CodingItem> {
  return answerOf(coding.tags[':id'].remove.$post({ param: idParam(id) }, bodiless))
}

export function settleSuggestion(id: number, to: Settle['to']): Promise<CodingItem> {
  return answerOf(coding.suggestions[':id'].settle.$post({ param: idParam(id), json: { to } }))
}

export function getTexts(measure?: string, after?: string): Promise<TextsPage> {
  return answerOf(coding.texts.$get({ query: { measure, after } }))
}

export async function getLatestRun(): Promise<RunView | null> {
  return (await answerOf(coding['suggestion-runs'].$get())).run
}

export async function startRun(json: NewRun): Promise<RunView | null> {
  return (await answerOf(coding['suggestion-runs'].$post({ json }))).run
}

export async function addSuggestions(run: number, json: Suggestions): Promise<RunView | null> {
  const answer = coding['suggestion-runs'][':id'].suggestions.$post({ param: idParam(run), json })
  return (await answerOf(answer)).run
}

export function countSuggestions(json: CountSuggestions): Promise<SuggestionCount> {
  return answerOf(coding.suggestions.count.$post({ json }))
}

export function settleSuggestions(json: SettleMany): Promise<Settled> {
  return answerOf(coding.suggestions.settle.$post({ json }))
}

export async function getCoders(): Promise<Coder[]> {
  return (await answerOf(coding.coders.$get())).items
}

export async function getSamples(): Promise<SampleView[]> {
  return (await answerOf(coding.samples.$get())).items
}

export function drawSample(json: NewSample): Promise<SampleView> {
  return answerOf(coding.samples.$post({ json }))
}

export function getSampleComments(id: number, after?: string): Promise<SamplePage> {
  return answerOf(coding.samples[':id'].comments.$get({ param: idParam(id), query: { after } }))
}

export function codeBlind(id: number, json: BlindCodingInput): Promise<SampleView> {
  return answerOf(coding.samples[':id'].codings.$post({ param: idParam(id), json }))
}

export function closeSample(id: number, isEarly: boolean): Promise<SampleView> {
  return answerOf(coding.samples[':id'].close.$post({ param: idParam(id), json: { isEarly } }))
}

export function getCodingAgreement(id: number): Promise<CodingAgreement> {
  return answerOf(coding.samples[':id'].agreement.$get({ param: idParam(id) }))
}
