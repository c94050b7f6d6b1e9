/** The closed vocabularies of the domain: what the database stores, the wire carries and the locales translate. */
export const participantKinds = ['enterprise', 'association', 'institution', 'individual'] as const
export type ParticipantKind = (typeof participantKinds)[number]

export const organisationKinds = ['enterprise', 'association', 'institution'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const stances = ['support', 'partly', 'oppose', 'suggest'] as const
export type Stance = (typeof stances)[number]

/** `private` is accepted but, for want of the author's consent, never public. */
export const commentStates = ['pending', 'published', 'private', 'returned', 'rejected', 'withdrawn'] as const
export type CommentState = (typeof commentStates)[number]

export const decisions = ['publish', 'return', 'reject'] as const
export type Decision = (typeof decisions)[number]

export const commentSorts = ['newest', 'oldest', 'discussed'] as const
export type CommentSort = (typeof commentSorts)[number]

export const roles = ['moderator', 'staff', 'admin'] as const
export type Role = (typeof roles)[number]

export const targetBounds = ['exact', 'range', 'about', 'at_least'] as const
export type TargetBound = (typeof targetBounds)[number]

export const baselinePeriods = ['year', 'cumulative'] as const
export type BaselinePeriod = (typeof baselinePeriods)[number]

export const contactKinds = ['phone', 'email'] as const
export type ContactKind = (typeof contactKinds)[number]

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** `zh` unless the reader asks for English first. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
