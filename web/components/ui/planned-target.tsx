import { nameTarget } from '../../lib/name-target'
import type { FormWords } from '../../locales/form'

/** 企业“小升规”：3600家, the plan's own words, which are Chinese on every page. */
export function PlannedTarget(props: { indicator: string; quote: string }) {
  return <span lang="zh-CN">{nameTarget(props)}</span>
}

/** What a field for a figure asks, with the unit to answer in. */
export function FigureLabel(props: { words: FormWords; unit: string }) {
  const meaning = () => props.words.unitMeaning(props.unit)
  return (
    <>
      {props.words.figure}
      {props.words.inUnits[0]}
      <span lang="zh-CN">{props.unit}</span>
      {meaning() && `: ${meaning()}`}
      {props.words.inUnits[1]}
    </>
  )
}
