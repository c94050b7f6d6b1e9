import type { Deadlines, ModerationSettings } from '../../worker/contract/settings'
import { answerOf, api } from './client'

export function getDeadlines(): Promise<Deadlines> {
  return answerOf(api.moderation.deadlines.$get())
}

export function getSettings(): Promise<ModerationSettings> {
  return answerOf(api.moderation.settings.$get())
}

export function saveSettings(settings: ModerationSettings): Promise<ModerationSettings> {
  return answerOf(api.moderation.settings.$post({ json: settings }))
}
