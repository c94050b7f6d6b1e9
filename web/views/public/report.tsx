import { For, Show } from 'solid-js'
import { useFrame } from '../../components/frame/frame-context'
import { resultsPath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Page = Extract<PublicPage, { view: 'report' }>

/** `/results/print`: the report as one document, to be printed. It is in Chinese, as it was issued. */
export function ReportView(props: Page) {
  const { results } = useFrame().words
  const { title, sections, heads, date } = props.text
  return (
    <div class="column account-page report-page">
      <p class="account-way no-print">
        <a href={resultsPath()}>{results.back}</a>
      </p>
      <article lang="zh-CN">
        <h1>{title}</h1>
        <For each={sections}>
          {({ heading, paragraphs }) => (
            <>
              <h2>{heading}</h2>
              <For each={paragraphs}>{(text) => <p class="report-text">{text}</p>}</For>
            </>
          )}
        </For>
        <p class="report-signature">
          {props.authority}
          <br />
          {date}
        </p>
        <Show when={props.rows.length > 0}>
          <section class="scroll-table" tabindex="0" aria-label={results.table}>
            <table class="report-table">
              <thead>
                <tr>
                  <For each={heads}>{(head) => <th scope="col">{head}</th>}</For>
                </tr>
              </thead>
              <tbody>
                <For each={props.rows}>
                  {(row) => (
                    <tr>
                      <td>{row.number}</td>
                      <td>{row.publicId}</td>
                      <td>{row.author}</td>
                      <td>{row.place}</td>
                      <td>{row.body}</td>
                      <td>{row.disposition}</td>
                      <td>{row.reason}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </section>
        </Show>
      </article>
    </div>
  )
}
