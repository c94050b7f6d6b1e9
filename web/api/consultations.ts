import type {
  ConsultationList,
  ConsultationOffice,
  DocumentText,
  DraftRef,
  DraftView,
  Extend,
  PlanDocumentFile,
  PlanPreview,
  SaveDraft,
} from '../../worker/contract/consultations'
import { answerOf, api } from './client'

const { consultations } = api.admin

/** All that are public, whoever asks. */
export function getConsultations(): Promise<ConsultationList> {
  return answerOf(api.consultations.$get())
}

export function getConsultationOffice(): Promise<ConsultationOffice> {
  return answerOf(consultations.$get())
}

export function getDraft(key: string): Promise<DraftView> {
  return answerOf(consultations.drafts[':key'].$get({ param: { key } }))
}

export function readDocument(json: PlanDocumentFile): Promise<DocumentText> {
  return answerOf(consultations.document.$post({ json }))
}

export function previewPlan(source: string): Promise<PlanPreview> {
  return answerOf(consultations.preview.$post({ json: { source } }))
}

export function saveDraft(json: SaveDraft): Promise<DraftView> {
  return answerOf(consultations.drafts.$post({ json }))
}

export function discardDraft(json: DraftRef): Promise<ConsultationOffice> {
  return answerOf(consultations.discard.$post({ json }))
}

/** Refused, field by field, where it could not be published as it was seen. */
export function checkDraft(json: DraftRef): Promise<DraftRef> {
  return answerOf(consultations.check.$post({ json }))
}

export function publishDraft(json: DraftRef): Promise<ConsultationOffice> {
  return answerOf(consultations.publish.$post({ json }))
}

export function extendConsultation(json: Extend): Promise<ConsultationOffice> {
  return answerOf(consultations.extend.$post({ json }))
}

export function makeCurrent(key: string): Promise<ConsultationOffice> {
  return answerOf(consultations.current.$post({ json: { key } }))
}
