import * as beijing from '../../lib/beijing-time'
import { groupDigits, partsOfKey } from '../../lib/numerals'
import { language, t } from './index'

export const formatCount = groupDigits

/** Sentences follow one another without a space in Chinese. */
export function joinSentences(...sentences: string[]): string {
  return sentences.join(language === 'en' ? ' ' : '')
}

/** 3 月 19 日 09:12, in Beijing time; another year than this one is named. */
export function formatMoment(iso: string): string {
  return beijing.formatMoment(iso, new Date().toISOString(), language)
}

/** 3 月 19 日 24:00: when a promised day ends. */
export function formatDue(iso: string): string {
  return beijing.formatEnd(iso, new Date().toISOString(), language)
}

/** How long since `iso`, in whole units; never negative. */
export function elapsed(iso: string, now: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000))
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 }
}

export function formatWait(iso: string, now: number): string {
  const { days, hours, minutes } = elapsed(iso, now)
  return t.queue.waited(days, hours, minutes)
}

/** The same as it fits a row: 1 天 6 时, 22 时, 40 分. */
export function formatShortWait(iso: string, now: number): string {
  const { days, hours, minutes } = elapsed(iso, now)
  return t.queue.waitedShort(days, hours, minutes)
}

/** `7.1` → 七.1 */
export function formatPlace(measureKey: string): string {
  const { theme, measure } = partsOfKey(measureKey)
  return t.place(theme, measure)
}

/** 45 分钟, 3.2 小时, 2.1 天: one figure that can be taken in at a glance. */
export function formatSpan(minutes: number): string {
  const { spans } = t.facts
  if (minutes < 60) return spans.minutes(String(minutes))
  const hours = minutes / 60
  return hours < 24 ? spans.hours(oneDecimal(hours)) : spans.days(oneDecimal(hours / 24))
}

const oneDecimal = (figure: number) => String(Math.round(figure * 10) / 10)

/** 10:42, in Beijing time. */
export function formatClock(iso: string): string {
  return beijing.formatClock(iso)
}
