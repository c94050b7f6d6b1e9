import type { Language } from '../../../worker/contract/words'
import { formatFigure } from '../../lib/format-figure'
import { ownUnitIn, unitIn } from '../../lib/plan-units'

/** A unit as the reader's language says it. */
export function SaidUnit(props: { unit: string; language: Language }) {
  const said = () => unitIn(props.language, props.unit)
  return <span lang={said().isPlans ? 'zh-CN' : undefined}>{said().unit}</span>
}

/** A figure in a unit of the plan: 2,000 亿元, or 200 billion yuan. */
export function SaidFigure(props: { value: number; unit: string; language: Language }) {
  return (
    <>
      {formatFigure(props.value * unitIn(props.language, props.unit).factor)} <SaidUnit {...props} />
    </>
  )
}

/** A figure that an author would set, always with its unit. */
export function OwnFigure(props: { value: number; unit: string; language: Language }) {
  const said = () => ownUnitIn(props.language, props.unit)
  return (
    <>
      {formatFigure(props.value * said().factor)}{' '}
      <span lang={said().isPlans ? 'zh-CN' : undefined}>{said().unit}</span>
    </>
  )
}
