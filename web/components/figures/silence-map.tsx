import { For } from 'solid-js'
import { type FiguresView, profileDimensions } from '../../../worker/contract/figures'
import { participantKinds } from '../../../worker/contract/words'
import { measurePath } from '../../lib/links'
import { SilenceGrid, SilenceList, SilenceMark } from '../charts/silence-grid'
import { type FiguresFrame, nameGroup } from './names'

/** Every group of the baseline, and whether it has been heard. */
export function SilenceMap(props: { figures: FiguresView; frame: FiguresFrame }) {
  const { words, domain } = props.frame
  const { silence, measures } = props.figures
  const rows = silence.measures.map(({ key, spoken }) => ({
    key,
    label: nameGroup(props.frame, measures, 'measure', key),
    href: measurePath(key),
    spoken: participantKinds.map((kind) => spoken.includes(kind)),
  }))
  const silent = rows.flatMap((row) => row.spoken).filter((hasSpoken) => !hasSpoken).length
  return (
    <div class="silence">
      <p class="silence-legend" aria-hidden="true">
        <SilenceMark hasSpoken words={words} /> {words.spoken}
        <SilenceMark hasSpoken={false} words={words} /> {words.silent}
      </p>
      <h3>{words.silenceMeasures}</h3>
      <p class="chart-note">{words.silenceCount(silent, rows.length * participantKinds.length)}</p>
      <SilenceGrid
        caption={words.silenceMeasures}
        rowHeading={words.dimensions.measure}
        columns={participantKinds.map((kind) => domain.kinds[kind])}
        rows={rows}
        words={words}
      />
      <For each={profileDimensions}>
        {(dimension) => {
          const groups = silence[dimension].map((group) => ({
            ...group,
            label: nameGroup(props.frame, measures, dimension, group.key),
          }))
          return (
            <>
              <h3>{words.dimensions[dimension]}</h3>
              <p class="chart-note">
                {words.silenceCount(groups.filter(({ hasSpoken }) => !hasSpoken).length, groups.length)}
              </p>
              <SilenceList groups={groups} words={words} />
            </>
          )
        }}
      </For>
    </div>
  )
}
