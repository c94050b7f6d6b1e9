import { For, Show } from 'solid-js'
import type { Named, PlanView } from '../../../worker/contract/plan'
import { measurePath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'

export function useShortTitle() {
  const frame = useFrame()
  return (named: Pick<Named, 'shortTitle' | 'shortTitleEn'>) =>
    frame.language === 'zh' ? named.shortTitle : named.shortTitleEn
}

function ThemeList(props: { plan: PlanView; themeKey: string; measureKey: string }) {
  const shortTitle = useShortTitle()
  const places = usePlaces()
  return (
    <ol class="contents-themes">
      <For each={props.plan.themes}>
        {(theme) => (
          <li classList={{ 'is-open': theme.key === props.themeKey }}>
            <a class="contents-theme" href={measurePath(theme.measures[0]?.key ?? '')}>
              <span class="contents-numeral">{places.numeral(theme.key) ?? places.labelOf(theme.key)}</span>
              <span class="contents-title">{shortTitle(theme)}</span>
              <span class="contents-count">{groupDigits(theme.published)}</span>
            </a>
            <Show when={theme.key === props.themeKey}>
              <ol class="contents-measures">
                <For each={theme.measures}>
                  {(measure) => (
                    <li>
                      <a
                        href={measurePath(measure.key)}
                        aria-current={measure.key === props.measureKey ? 'page' : undefined}
                      >
                        <span class="contents-title">{shortTitle(measure)}</span>
                        <span class="contents-count">{groupDigits(measure.published)}</span>
                      </a>
                    </li>
                  )}
                </For>
              </ol>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}

/** Beside the text on a wide screen, folded above it on a narrow one. */
export function Contents(props: { plan: PlanView; themeKey: string; measureKey: string }) {
  const measure = useFrame().words.measure
  return (
    <>
      <nav class="contents contents-wide" aria-label={measure.contentsLabel}>
        <p class="contents-heading">{measure.contents}</p>
        <ThemeList {...props} />
      </nav>
      <nav class="contents contents-narrow" aria-label={measure.contentsLabel}>
        <details>
          <summary>{measure.contents}</summary>
          <ThemeList {...props} />
        </details>
      </nav>
    </>
  )
}
