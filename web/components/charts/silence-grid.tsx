import { For } from 'solid-js'

interface SilenceWords {
  spoken: string
  silent: string
}

/** Full where somebody has spoken, a hollow square with a bar where nobody has: told apart by shape. */
export function SilenceMark(props: { hasSpoken: boolean; words: SilenceWords }) {
  return (
    <>
      <svg
        class="silence-mark"
        classList={{ 'is-silent': !props.hasSpoken }}
        width="18"
        height="18"
        viewBox="0 0 18 18"
        aria-hidden="true"
      >
        <rect x="2" y="2" width="14" height="14" rx="2" />
        {props.hasSpoken ? null : <path d="M5.5 9h7" />}
      </svg>
      <span class="visually-hidden">{props.hasSpoken ? props.words.spoken : props.words.silent}</span>
    </>
  )
}

/** Rows against columns, each cell a mark with its words: picture and table in one. */
export function SilenceGrid(props: {
  caption: string
  rowHeading: string
  columns: string[]
  rows: { key: string; label: string; href?: string; spoken: boolean[] }[]
  words: SilenceWords
}) {
  return (
    <table class="silence-grid">
      <caption class="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.rowHeading}</th>
          <For each={props.columns}>{(column) => <th scope="col">{column}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
              <For each={row.spoken}>
                {(hasSpoken) => (
                  <td>
                    <SilenceMark hasSpoken={hasSpoken} words={props.words} />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

/** Groups of one dimension, those that are silent first. */
export function SilenceList(props: {
  groups: { key: string; label: string; hasSpoken: boolean }[]
  words: SilenceWords
}) {
  const sorted = () => [...props.groups].sort((a, b) => Number(a.hasSpoken) - Number(b.hasSpoken))
  return (
    <ul class="silence-list">
      <For each={sorted()}>
        {(group) => (
          <li classList={{ 'is-silent': !group.hasSpoken }}>
            <SilenceMark hasSpoken={group.hasSpoken} words={props.words} /> {group.label}
          </li>
        )}
      </For>
    </ul>
  )
}
