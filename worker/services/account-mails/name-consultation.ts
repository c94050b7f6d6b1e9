/** Of a row that a mail about a response is read from. */
export interface ConsultationNamed {
  enterprise: string
  key: string
  title: string
  title_en: string
  is_current: number
}

export const nameConsultation = ({ enterprise, key, title, title_en, is_current }: ConsultationNamed) => ({
  enterprise,
  consultation: { key, title, titleEn: title_en, isCurrent: is_current === 1 },
})
