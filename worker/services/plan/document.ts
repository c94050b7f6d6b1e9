import type { BaselinePeriod, TargetBound } from '../../contract/words'

/** A plan as it was read from its text, before it has rows. Every `text` is in full-width punctuation. */
export interface PlanDocument {
  /** 一、…: what the year before brought. Headings are without their number. */
  review: { heading: string; preamble: string[]; sections: ReviewSection[] }
  /** 二、…: what is put out for opinions. */
  agenda: { heading: string; preamble: string[]; themes: ThemeText[] }
}

export interface ReviewSection {
  number: number
  /** The lead sentence without its number and full stop. */
  title: string
  /** All of the section after its number, lead sentence included. */
  text: string
  baselines: BaselineText[]
}

export interface ThemeText {
  number: number
  /** How the document numbers it: （一）, 一、, 第一章; empty where it does not. */
  label: string
  /** Without its number and full stop: 持续强化创新驱动，培育产业发展新动能. */
  title: string
  measures: MeasureText[]
}

export interface MeasureText {
  number: number
  /** How the document numbers it: 一是, （一）, 第四条, 1. */
  label: string
  /** The lead sentence without its ordinal (一是) and full stop: 加快构建制造业创新体系. */
  title: string
  /** The sentences, each with its closing punctuation; the first is the lead with its ordinal. */
  clauses: ClauseText[]
}

export interface ClauseText {
  number: number
  text: string
  targets: TargetText[]
}

/** A number somebody can argue with: `quote` stands at `start`..`end` (UTF-16) of the clause. */
export interface TargetText {
  quote: string
  start: number
  end: number
  bound: TargetBound
  min: number
  /** Equal to `min` unless the bound is a range; null for at_least. */
  max: number | null
  /** The unit as written, with its multiplier: 家, 万家, 亿元. `min` and `max` are in it. */
  unit: string
  /** What is counted: 省级制造业创新中心. */
  indicator: string
}

/** What happened in the year before, in figures (第2家 counts as 2): `quote` stands at `start`..`end` (UTF-16) of the section's text. */
export interface BaselineText {
  quote: string
  start: number
  end: number
  value: number
  unit: string
  period: BaselinePeriod
  indicator: string
}

/**
 * Which review section and which baselines speak to which measure or target. Sections and clauses go by `number`,
 * measures by key (`7.1`), baselines and targets by their place (from 0) in the section's or clause's list.
 */
export interface PlanLinks {
  sections: { section: number; measure: string }[]
  /** `clause` and `target` are null where the measure has no target of its own for the indicator (5G 基站). */
  baselines: {
    section: number
    baseline: number
    measure: string
    clause: number | null
    target: number | null
  }[]
}

/** What is said of a line that was read, but not as text to comment on. */
export type Tell = (line: number, zh: string, en: string) => void

/** What becomes of a line that leaves the form: `refuse` stops there; one that returns has the rest read all the same. */
export type Report = (line: number, reason: string) => void

export const refuse: Report = (line, reason) => {
  throw new MalformedPlan(line, reason)
}

/** A document that does not have the official form: what is wrong, and on which line (from 1). */
export class MalformedPlan extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`第 ${line} 行：${reason}`)
    this.name = 'MalformedPlan'
  }
}
