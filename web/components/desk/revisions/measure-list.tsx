import { createEffect, For, Show } from 'solid-js'
import type { RevisionsOverview } from '../../../../worker/contract/revisions'
import { within } from '../../../lib/links'
import { language } from '../../../locales/desk'
import { formatCount, formatPlace } from '../../../locales/desk/format'
import { w } from '../../../locales/desk/revisions'

type Measure = RevisionsOverview['measures'][number]

const nameOf = (measure: Measure) => (language === 'en' ? measure.shortTitleEn : measure.shortTitle)

interface MeasureListProps {
  measures: readonly Measure[]
  chosen: string
  /** Where there is no room for a list beside the text. */
  isNarrow: boolean
  onChoose: (key: string) => void
}

/** The measures, with how much the draft changes in each and how many opinions ask for it. */
export function MeasureList(props: MeasureListProps) {
  const figures = (measure: Measure) =>
    [
      measure.changes > 0 ? w.changesIn(formatCount(measure.changes)) : '',
      measure.asking > 0 ? w.askingIn(formatCount(measure.asking)) : '',
    ].filter(Boolean)
  /** The list is longer than the screen: the chosen one is to be seen in it. */
  const showChosen = (list: HTMLElement) =>
    createEffect(() => {
      const link = list.querySelector<HTMLElement>(`[href$="=${props.chosen}"]`)
      if (link) list.scrollTop = link.offsetTop - list.clientHeight / 2
    })
  return (
    <Show
      when={!props.isNarrow}
      fallback={
        <div class="field">
          <label for="rev-measure">{w.measures}</label>
          <select
            class="input"
            id="rev-measure"
            onChange={(event) => props.onChoose(event.currentTarget.value)}
          >
            <For each={props.measures}>
              {(measure) => (
                <option value={measure.key} selected={measure.key === props.chosen}>
                  {[formatPlace(measure.key), nameOf(measure), ...figures(measure)].join(' ')}
                </option>
              )}
            </For>
          </select>
        </div>
      }
    >
      <nav class="rev-measures" aria-label={w.measures} ref={showChosen}>
        <ul>
          <For each={props.measures}>
            {(measure) => (
              <li>
                <a
                  href={within(`/desk/revisions?measure=${measure.key}`)}
                  aria-current={measure.key === props.chosen ? 'true' : undefined}
                >
                  <span class="rev-place">{formatPlace(measure.key)}</span>
                  <span>{nameOf(measure)}</span>
                  <Show when={measure.changes > 0}>
                    <span class="badge badge-good">{w.changesIn(formatCount(measure.changes))}</span>
                  </Show>
                  <Show when={measure.asking > 0}>
                    <span class="badge badge-here">{w.askingIn(formatCount(measure.asking))}</span>
                  </Show>
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </Show>
  )
}
