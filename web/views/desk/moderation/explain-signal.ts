import type { SignalView } from '../../../../worker/contract/moderation/queue'
import { t } from '../../../locales/desk'

/** Why a signal stands there, in a sentence: what it adds to itself says more than its kind. */
export function explainSignal({ kind, detail }: Pick<SignalView, 'kind' | 'detail'>): string {
  return t.signal.details[detail ?? ''] ?? t.signal.explanations[kind]
}
