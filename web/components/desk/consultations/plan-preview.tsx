import { For, Show } from 'solid-js'
import type { PlanRemark, PlanPreview as Preview } from '../../../../worker/contract/consultations'
import { language } from '../../../locales/desk'
import { c } from '../../../locales/desk/consultations'
import { formatCount } from '../../../locales/desk/format'

interface RemarksProps {
  remarks: readonly PlanRemark[]
  /** Leads to the line in the text. */
  onJump: (line: number) => void
}

function Remarks(props: RemarksProps) {
  return (
    <ul class="plan-remarks">
      <For each={props.remarks}>
        {(remark) => (
          <li>
            <button type="button" class="plan-jump" onClick={() => props.onJump(remark.line)}>
              {c.editor.line(formatCount(remark.line))}
            </button>{' '}
            {remark[language]}
            <q lang="zh-CN">{remark.text}</q>
          </li>
        )}
      </For>
    </ul>
  )
}

/** The sentences below the name of a measure, or its name where that is all of it. */
const sentencesOf = (clauses: readonly unknown[]) => Math.max(1, clauses.length - 1)

/** How the importer reads the document: what it found, or all the lines where it cannot. */
export function PlanPreview(props: { preview: Preview; onJump: (line: number) => void }) {
  const measures = () => props.preview.themes.flatMap((theme) => theme.measures)
  const sentences = () => measures().reduce((sum, { clauses }) => sum + sentencesOf(clauses), 0)
  const targets = () => measures().flatMap(({ clauses }) => clauses.flatMap((clause) => clause.targets))
  const problems = () => props.preview.problems
  return (
    <div class="plan-preview">
      <div role="status">
        <Show
          when={problems().length > 0}
          fallback={
            <p class="plan-found">
              {c.editor.checked(
                formatCount(props.preview.themes.length),
                formatCount(measures().length),
                formatCount(sentences()),
                formatCount(targets().length),
              )}
            </p>
          }
        >
          <p class="field-error">{c.editor.unread(formatCount(problems().length))}</p>
        </Show>
      </div>
      <Show when={problems().length > 0}>
        <Remarks remarks={problems()} onJump={props.onJump} />
      </Show>
      <Show when={props.preview.warnings.length > 0}>
        <details open>
          <summary>{c.editor.warnings(formatCount(props.preview.warnings.length))}</summary>
          <Remarks remarks={props.preview.warnings} onJump={props.onJump} />
        </details>
      </Show>
      <Show when={props.preview.notes.length > 0}>
        <details open>
          <summary>{c.editor.notes(formatCount(props.preview.notes.length))}</summary>
          <Remarks remarks={props.preview.notes} onJump={props.onJump} />
        </details>
      </Show>
      <For each={props.preview.themes}>
        {(theme) => (
          <details open>
            <summary>
              {c.editor.themeTitle(theme.key)}{' '}
              <b lang="zh-CN">
                {theme.label}
                {theme.title}
              </b>
            </summary>
            <For each={theme.measures}>
              {(measure) => (
                <div class="plan-measure">
                  <h3 lang="zh-CN">
                    {measure.key} {measure.label} {measure.title}
                  </h3>
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
