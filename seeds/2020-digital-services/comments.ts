import type { AnsweredComment } from './answered-comment'
import { onReach } from './on-reach'
import { onUse } from './on-use'

export const answeredComments: AnsweredComment[] = [...onReach, ...onUse]
