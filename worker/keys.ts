import type { ServiceContext } from './context'

/** Keys for separate purposes out of the one secret. */
export const keysFrom =
  (secret: string): ServiceContext['keyFor'] =>
  (purpose) =>
    `${purpose}:${secret}`
