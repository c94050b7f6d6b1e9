import type { DelayNoticesView, DelayNoticeView, NewDelayNotice } from '../../worker/contract/delay-notices'
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

export function getDelayNotices(): Promise<DelayNoticesView> {
  return answerOf(api.moderation['delay-notices'].$get())
}

export function sendDelayNotice(notice: NewDelayNotice): Promise<DelayNoticeView> {
  return answerOf(api.moderation['delay-notices'].$post({ json: notice }))
}

export async function setDuty(isOnDuty: boolean): Promise<void> {
  await answerOf(api.moderation.duty.$post({ json: { isOnDuty } }))
}
