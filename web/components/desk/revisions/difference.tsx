import { For, Match, Switch } from 'solid-js'
import { compareTexts } from '../../../lib/compare-texts'
import { w } from '../../../locales/desk/revisions'

/** A text with what was added to it and taken out of it, told apart by marks and, for those who listen, by words. */
export function Difference(props: { before: string; after: string }) {
  return (
    <p class="rev-text" lang="zh-CN">
      <For each={compareTexts(props.before, props.after)}>
        {(piece) => (
          <Switch fallback={piece.text}>
            <Match when={piece.kind === 'added'}>
              <ins>
                <span class="visually-hidden">{w.inserted}</span>
                {piece.text}
              </ins>
            </Match>
            <Match when={piece.kind === 'missing'}>
              <del>
                <span class="visually-hidden">{w.deleted}</span>
                {piece.text}
              </del>
            </Match>
          </Switch>
        )}
      </For>
    </p>
  )
}
