import { For, Show } from 'solid-js'
import type { PlanRemark, PlanPreview as Preview } from '../../../../worker/contract/consultations'
import { language } from '../../../locales/desk'
import { c } from '../../../locales/desk/consultations'
import { formatCount } from '../../../locales/desk/format'

function Remark(props: { remark: PlanRemark }) {
  return (
    <>
      <b>{c.editor.line(formatCount(props.remark.line))}</b>
      {props.remark[language]}
    </>
  )
}

/** How the importer reads the document: what it found, or the line where it stopped. */
export function PlanPreview(props: { preview: Preview }) {
  const measures = () => props.preview.themes.flatMap((theme) => theme.measures)
  const clauses = () => measures().flatMap((measure) => measure.clauses)
  const targets = () => clauses().flatMap((clause) => clause.targets)
  return (
    <div class="plan-preview" role="status">
      <Show when={props.preview.problem}>
        {(remark) => (
          <p class="field-error">
            <Remark remark={remark()} />
          </p>
        )}
      </Show>
      <Show when={!props.preview.problem}>
        <p class="plan-found">
          {c.editor.checked(
            formatCount(props.preview.themes.length),
            formatCount(measures().length),
            formatCount(clauses().length),
            formatCount(targets().length),
          )}
        </p>
      </Show>
      <Show when={props.preview.warnings.length > 0}>
        <details open>
          <summary>{c.editor.warnings(formatCount(props.preview.warnings.length))}</summary>
          <ul class="plan-remarks">
            <For each={props.preview.warnings}>
              {(remark) => (
                <li>
                  <Remark remark={remark} />
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <For each={props.preview.themes}>
        {(theme) => (
          <details>
            <summary>
              {c.editor.themeTitle(theme.key)} <b lang="zh-CN">{theme.title}</b>
            </summary>
            <For each={theme.measures}>
              {(measure) => (
                <div class="plan-measure">
                  <h4 lang="zh-CN">
                    {measure.key} {measure.title}
                  </h4>
                  <ol lang="zh-CN">
                    <For each={measure.clauses}>
                      {(clause) => (
                        <li>
                          {clause.text}
                          <Show when={clause.targets.length > 0}>
                            <span class="plan-targets">
                              {c.editor.targetsOf}
                              {clause.targets.join('、')}
                            </span>
                          </Show>
                        </li>
                      )}
                    </For>
                  </ol>
                </div>
              )}
            </For>
          </details>
        )}
      </For>
    </div>
  )
}
