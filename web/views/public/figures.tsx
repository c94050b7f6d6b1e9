import { Show } from 'solid-js'
import type { FiguresView as Figures } from '../../../worker/contract/figures'
import { FiguresBody } from '../../components/figures/figures-body'
import { useFrame } from '../../components/frame/frame-context'
import { formatFullMoment } from '../../lib/beijing-time'
import { within } from '../../lib/links'

/** `/figures`: what the published comments say. */
export function FiguresView(props: { figures: Figures }) {
  const frame = useFrame()
  const { figures: words } = frame.words
  const { figures } = props
  return (
    <div class="figures-page">
      <h1>{words.title}</h1>
      <p class="figures-lead">{words.lead}</p>
      <p class="figures-taken">
        <span>{words.taken(formatFullMoment(figures.takenAt, frame.language))}</span>
        <a href={within('/api/figures')}>{words.toJson}</a>
      </p>
      <Show when={figures.n !== 0} fallback={<p class="chart-empty">{words.empty}</p>}>
        <FiguresBody
          figures={figures}
          frame={{ words, domain: frame.domain, language: frame.language }}
          smallCells={words.smallCells}
          renewalNote={words.renewed}
        />
      </Show>
    </div>
  )
}
