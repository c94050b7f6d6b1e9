import type { SignalView } from '../../../../worker/contract/moderation'
import { t } from '../../../locales/desk'

/** Why a signal stands there, in a sentence; with what it adds, such as the kind of a listed word. */
export function explainSignal({ kind, detail }: Pick<SignalView, 'kind' | 'detail'>): string {
  return `${t.signal.explanations[kind]}${detail ? t.signal.detail(detail) : ''}`
}
