import { For, Show } from 'solid-js'
import {
  type CodeView,
  type LintFinding,
  type LintView,
  lintRules,
} from '../../../../worker/contract/codebook'
import type { CodeDifference } from '../../../lib/sorting/compare-codebooks'
import { t } from '../../../locales/desk'
import { formatCount, joinSentences } from '../../../locales/desk/format'

const wordFields = ['definition', 'example', 'included', 'excluded'] as const

/** What a code means, as a version of the codebook has it. */
export function CodeWords(props: { code: CodeView; count?: number | undefined }) {
  return (
    <>
      <h3 class="code-name">
        <span class="code-key">{props.code.key}</span> {props.code.name}
        <Show when={props.count !== undefined}>
          <small class="code-count">{t.codebook.used(formatCount(props.count ?? 0))}</small>
        </Show>
      </h3>
      <dl class="code-words">
        <For each={wordFields.filter((field) => props.code[field])}>
          {(field) => (
            <div>
              <dt>{t.codebook.fields[field]}</dt>
              <dd>{props.code[field]}</dd>
            </div>
          )}
        </For>
      </dl>
    </>
  )
}

const percent = (share: number | null) => `${Math.round((share ?? 0) * 100)}%`

/** What is amiss with a version, each finding with the counts that it rests on. */
export function LintList(props: { lint: LintView; codes: readonly CodeView[] }) {
  const nameOf = (id: number | undefined) => {
    const code = props.codes.find((each) => each.id === id)
    return code ? t.coding.code(code.key, code.name) : String(id ?? '')
  }
  const say = ({ kind, codes: [a, b], count, share }: LintFinding) => {
    const { findings } = t.codebook
    const counted = formatCount(count ?? 0)
    if (kind === 'too_many') return findings.too_many(counted, formatCount(lintRules.mostCodes))
    if (kind === 'overlapping') return findings.overlapping(nameOf(a), nameOf(b), counted, percent(share))
    if (kind === 'too_frequent') return findings.too_frequent(nameOf(a), counted, percent(share))
    if (kind === 'too_rare') return findings.too_rare(nameOf(a), counted)
    return findings[kind](nameOf(a))
  }
  return (
    <section class="block lint" aria-labelledby="lint-heading">
      <h2 id="lint-heading">{t.codebook.lint}</h2>
      <p class="block-text">
        {joinSentences(
          t.codebook.lintFacts(formatCount(props.lint.tagged), formatCount(props.lint.comments)),
          props.lint.tagged < lintRules.leastTagged
            ? t.codebook.lintFew(formatCount(lintRules.leastTagged))
            : '',
        )}
      </p>
      <Show when={props.lint.findings.length > 0} fallback={<p>{t.codebook.lintNone}</p>}>
        <ul class="lint-list">
          <For each={props.lint.findings}>{(finding) => <li>{say(finding)}</li>}</For>
        </ul>
      </Show>
    </section>
  )
}

/** What changed between two versions, code by code. */
export function CodebookDifferences(props: { differences: readonly CodeDifference[] }) {
  return (
    <Show when={props.differences.length > 0} fallback={<p>{t.codebook.same}</p>}>
      <ul class="coding-changes">
        <For each={props.differences}>
          {({ kind, code, fields }) => (
            <li>
              <span
                class="badge"
                classList={{ 'badge-good': kind === 'added', 'badge-lacking': kind === 'retired' }}
              >
                {t.codebook.changes[kind]}
              </span>{' '}
              <b>{t.coding.code(code.key, code.name)}</b>
              <For each={fields}>
                {({ field, before, after }) => (
                  <dl class="change-words">
                    <dt>{t.codebook.fields[field]}</dt>
                    <dd>
                      {t.codebook.before} <del>{before || t.codebook.blank}</del>
                    </dd>
                    <dd>
                      {t.codebook.after} <ins>{after || t.codebook.blank}</ins>
                    </dd>
                  </dl>
                )}
              </For>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
