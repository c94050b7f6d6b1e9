import type { MeasureView } from '../../../worker/contract/plan'
import { daysUntil, formatClosing, remainingDays } from '../../lib/beijing-time'
import { commentFormPath, feedPath, followPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'
import { Phrases } from '../ui/phrases'

export function MeasureTitle(props: { measure: MeasureView }) {
  const frame = useFrame()
  const { home, comments } = frame.words
  const places = usePlaces()
  const zh = frame.language === 'zh'
  const { measure } = props
  const { consultation } = measure
  const closing = formatClosing(consultation.closesAt, frame.language)
  return (
    <header class="measure-title">
      <p class="measure-theme">
        {places.theme(measure.theme.key)}
        {zh ? '' : ' '}
        {zh ? measure.theme.title : measure.theme.shortTitleEn}
      </p>
      <h1>
        <span class="measure-title-ordinal">{places.measure(measure.key)}</span>
        <Phrases text={zh ? measure.title : measure.shortTitleEn} />
      </h1>
      {zh ? null : (
        <p class="measure-gist">
          <span lang="zh-CN">{measure.title}</span> {frame.words.measure.gist}
        </p>
      )}
      <p class="measure-facts">
        <a href="#thread">{comments(groupDigits(measure.counts.published))}</a>
        <span>
          {consultation.phase === 'open'
            ? `${home.closing} ${closing}`
            : consultation.phase === 'closed'
              ? `${home.closed} ${closing}`
              : home.until(daysUntil(consultation.opensAt, frame.now))}
          {consultation.phase === 'open' ? (zh ? `（${home.beijing}）` : ` (${home.beijing})`) : ''}
        </span>
        {consultation.phase === 'open' ? (
          <b>{home.left(remainingDays(consultation.closesAt, frame.now))}</b>
        ) : null}
        {consultation.resultAt === null ? (
          <a href={followPath(measure.key)}>{frame.words.follow.measure}</a>
        ) : null}
        <a href={feedPath(`measures/${measure.key}`, frame.language)}>{frame.words.follow.feeds}</a>
      </p>
      {consultation.phase === 'open' ? (
        <p class="write-action">
          <a class="button" href={commentFormPath(measure.key)}>
            {frame.words.write}
          </a>
        </p>
      ) : null}
    </header>
  )
}
