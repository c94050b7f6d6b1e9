const pattern = /^(\/api)?\/c\/([a-z0-9-]+)(?=\/|$)/

export interface Address {
  /** The key of the consultation that the address names; null where it names none: the current one is meant. */
  consultation: string | null
  /** The rest: `/measures/7.1` of `/c/2021-work-plan/measures/7.1`, `/api/plan` of `/api/c/2021-work-plan/plan`. */
  path: string
}

export function readAddressOf(pathname: string): Address {
  const [all, api = '', consultation] = pattern.exec(pathname) ?? []
  if (all === undefined || consultation === undefined) return { consultation: null, path: pathname }
  return { consultation, path: api + pathname.slice(all.length) || '/' }
}

/** What the addresses of the pages of a draft begin with. */
export const draftPath = (key: string): string => `/drafts/${key}`

/** What the addresses of a consultation's pages begin with. */
export const baseOf = (consultation: string | null): string => (consultation ? `/c/${consultation}` : '')
