import { For, type JSX, Show } from 'solid-js'
import { domainWords } from '../../../worker/contract/locales'
import type { TargetOpinionView } from '../../../worker/contract/opinions'
import type { FormView } from '../../../worker/contract/stamped-forms'
import { formatFullMoment } from '../../lib/beijing-time'
import { formatFigure } from '../../lib/format-figure'
import { formatUscc } from '../../lib/format-uscc'
import { chineseNumeral, partsOfKey } from '../../lib/numerals'
import { sheetWords } from '../../locales/stamped-sheet'
import { zh } from '../../locales/zh'
import { ChangedText } from '../measure/changed-text'
import { QrCode } from '../ui/qr-code'

function Row(props: { label: string; children: JSX.Element }) {
  return (
    <tr>
      <th scope="row">{props.label}</th>
      <td>{props.children}</td>
    </tr>
  )
}

function placeOf({ measure, clause }: FormView): string {
  const { theme, measure: number } = partsOfKey(measure.key)
  const sentence = clause && partsOfKey(clause.key).clause
  const place = zh.place(chineseNumeral(theme), chineseNumeral(number)) + measure.title
  return `${place}（${sentence ? zh.clause(sentence) : zh.wholeMeasure}）`
}

const saidOf = ({ quote, opinion, value, unit }: TargetOpinionView): string =>
  sheetWords.target(
    quote,
    domainWords.zh.targetOpinions[opinion],
    value === null ? null : `${formatFigure(value)} ${unit}`,
  )

/** The form as it lies in the printer: its head and foot stand on every page. */
export function FormSheet(props: { form: FormView; verifyAt: string }) {
  const { form } = props
  return (
    <article class="form-sheet" lang="zh-CN" aria-label={sheetWords.name}>
      <div class="form-head">
        <div class="form-code">
          <p>
            <span>{sheetWords.codeLabel}</span>
            <code>{sheetWords.code(form.publicId, form.revision)}</code>
            <span>{sheetWords.hint}</span>
          </p>
          <QrCode text={props.verifyAt} label={sheetWords.qr} />
        </div>
      </div>
      <div class="form-body">
        <div class="form-cell">
          <h2>{sheetWords.title(form.consultation.title)}</h2>
          <p class="form-to">{sheetWords.to(form.consultation.authority)}</p>
          <table>
            <tbody>
              <Row label={sheetWords.organisation}>{form.organisation.name}</Row>
              <Row label={sheetWords.uscc}>
                <span class="form-uscc">{formatUscc(form.organisation.uscc)}</span>
              </Row>
              <Row label={sheetWords.contact}>
                <span class="form-blank" />
              </Row>
              <Row label={sheetWords.phone}>
                <span class="form-blank" />
              </Row>
              <Row label={sheetWords.place}>
                {placeOf(form)}
                <Show when={form.clause}>{(clause) => <span class="form-clause">{clause().text}</span>}</Show>
              </Row>
              <Row label={sheetWords.stance}>{domainWords.zh.stances[form.stance]}</Row>
              <Row label={sheetWords.targets}>
                <Show when={form.targets.length > 0} fallback={sheetWords.none}>
                  <For each={form.targets}>
                    {(target) => <span class="form-target">{saidOf(target)}</span>}
                  </For>
                </Show>
              </Row>
              <Row label={sheetWords.body}>
                <span class="form-text">{form.body}</span>
              </Row>
              <Show when={form.wording}>
                {(wording) => (
                  <Row label={sheetWords.wording}>
                    <span class="form-text">
                      <ChangedText text={wording().text} before={wording().base} />
                    </span>
                  </Row>
                )}
              </Show>
              <Row label={sheetWords.submittedAt}>
                {sheetWords.beijing(formatFullMoment(form.submittedAt, 'zh'))}
              </Row>
              <Row label={sheetWords.revision}>{sheetWords.revisionOf(form.revision)}</Row>
            </tbody>
          </table>
          <div class="form-signed">
            <p class="form-declared">{sheetWords.declared}</p>
            <p>{sheetWords.signature}</p>
            <p>{sheetWords.seal}</p>
            <p class="form-date">{sheetWords.date}</p>
          </div>
        </div>
      </div>
      <div class="form-foot">
        <p class="form-hash">
          {sheetWords.hash}
          <code>{form.sha256}</code>
        </p>
      </div>
    </article>
  )
}
