import { For, Show } from 'solid-js'
import type { OpenDataView as OpenData } from '../../../worker/contract/exports'
import { useFrame } from '../../components/frame/frame-context'
import { formatFullMoment } from '../../lib/beijing-time'
import { groupDigits } from '../../lib/numerals'

type Table = OpenData['tables'][number]

/** 1.2 MB, 34 kB. */
const sayBytes = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

function Facts(props: { data: OpenData }) {
  const { words, language } = useFrame()
  const { openData } = words
  const { data } = props
  return (
    <dl class="open-facts">
      <div>
        <dt>{openData.of}</dt>
        <dd>{language === 'zh' ? data.title : data.titleEn}</dd>
      </div>
      <div>
        <dt>{openData.snapshot}</dt>
        <dd>
          <time datetime={data.snapshotAt}>{formatFullMoment(data.snapshotAt, language)}</time>
        </dd>
      </div>
      <Show when={data.newest}>
        {(file) => (
          <>
            <div>
              <dt>{openData.rows}</dt>
              <dd>{groupDigits(file().rows)}</dd>
            </div>
            <div>
              <dt>{openData.size}</dt>
              <dd>{sayBytes(file().bytes)}</dd>
            </div>
            <div>
              <dt>{openData.hash}</dt>
              <dd>
                <code class="hash">{file().sha256}</code>
              </dd>
            </div>
          </>
        )}
      </Show>
    </dl>
  )
}

function Fields(props: { table: Table }) {
  const { words, language } = useFrame()
  const { openData } = words
  const zh = language === 'zh'
  const { table } = props
  return (
    <details class="open-table">
      <summary>
        <b>{zh ? table.zh : table.en}</b> <code>data/{table.name}.csv</code>{' '}
        <span class="hint">{openData.fields(groupDigits(table.columns.length))}</span>
      </summary>
      <dl>
        <For each={table.columns}>
          {(column) => (
            <div>
              <dt>
                <code>{column.name}</code> {zh ? column.zh : column.en}
              </dt>
              <dd>{zh ? column.meaningZh : column.meaningEn}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  )
}

function List(props: { items: readonly string[] }) {
  return (
    <ul class="sealed-kinds">
      <For each={props.items}>{(item) => <li>{item}</li>}</For>
    </ul>
  )
}

/** `/open-data`: what anybody may take away, what is in it, and what is not. */
export function OpenDataView(props: { data: OpenData }) {
  const { openData: words } = useFrame().words
  const { data } = props
  return (
    <div class="column account-page transparency-page">
      <h1>{words.title}</h1>
      <p class="account-lead">{words.lead}</p>
      <Facts data={data} />
      <Show when={!data.newest}>
        <p class="hint">{words.notYet}</p>
      </Show>
      <p class="account-way">
        <a class="button button-blue" href={`/api/open-data/${data.key}.zip`} download="">
          {words.download}
        </a>
      </p>
      <p class="hint">{words.same}</p>
      <h2>{words.insideTitle}</h2>
      <List items={words.inside} />
      <h2>{words.tables}</h2>
      <For each={data.tables}>{(table) => <Fields table={table} />}</For>
      <h2>{words.notTitle}</h2>
      <List items={words.not} />
      <p>{words.caution}</p>
    </div>
  )
}
