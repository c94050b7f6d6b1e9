import type { Redaction } from './redaction'

/** What an author wrote that everybody may come to read. */
export interface WholeText {
  body: string
  /** How the clause should read instead. */
  wording: string | null
  /** What is public of a confidential annex. */
  summary: string | null
}

export const wordingPrefix = '建议改为：'
export const summaryPrefix = '保密附件摘要：'

/**
 * A comment in one piece, as it is moderated and exported: its wording on the line after the body, and the summary of its
 * annex, which may be of several lines, after that.
 */
export function wholeText({ body, wording, summary }: WholeText): string {
  const suggested = wording === null ? '' : `\n${wordingPrefix}${wording}`
  return `${body}${suggested}${summary === null ? '' : `\n${summaryPrefix}${summary}`}`
}

/** A summary without what marks it in a whole text, so that there is one line that begins it. */
export const withoutPrefix = (summary: string): string =>
  summary.replace(new RegExp(`^(?:[^\\S\\n]*${summaryPrefix})+`, 'gm'), '').trim()

export interface Place {
  start: number
  end: number
}

export interface Places {
  body: Place
  wording: Place | null
  summary: Place | null
}

/** Where each part of a whole text stands; `has` says which it has beside the body, for a body may look like anything. */
export function placesIn(whole: string, has: { wording: boolean; summary: boolean }): Places {
  const line = has.summary ? whole.lastIndexOf(`\n${summaryPrefix}`) : -1
  const summary = line === -1 ? null : { start: line + 1 + summaryPrefix.length, end: whole.length }
  const end = summary ? line : whole.length
  const last = has.wording ? whole.lastIndexOf('\n', end - 1) : -1
  const wording = last === -1 ? null : { start: last + 1 + wordingPrefix.length, end }
  return { body: { start: 0, end: wording ? last : end }, wording, summary }
}

/** The passages of a text that lie in a part of it, counted from where that begins. */
export function passagesWithin(passages: readonly Redaction[], { start: from, end: to }: Place): Redaction[] {
  return passages
    .map(({ start, end, reason }) => ({
      start: Math.max(start, from) - from,
      end: Math.min(end, to) - from,
      reason,
    }))
    .filter(({ start, end }) => start < end)
}
