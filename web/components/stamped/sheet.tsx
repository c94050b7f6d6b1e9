import type { JSX } from 'solid-js'
import { formatUscc } from '../../lib/format-uscc'
import { chineseNumeral, partsOfKey } from '../../lib/numerals'
import { sheetWords } from '../../locales/stamped-sheet'
import { zh } from '../../locales/zh'
import { useFrame } from '../frame/frame-context'
import { ownPlace } from '../frame/use-places'
import { QrCode } from '../ui/qr-code'

interface SheetProps {
  publicId: string
  revision: number
  consultation: { title: string; authority: string }
  sha256: string
  verifyAt: string
  children: JSX.Element
}

/** A form as it lies in the printer: its head and foot stand on every page, what is signed and stamped at its end. */
export function Sheet(props: SheetProps) {
  return (
    <article class="form-sheet" lang="zh-CN" aria-label={sheetWords.name}>
      <div class="form-head">
        <div class="form-code">
          <p>
            <span>{sheetWords.codeLabel}</span>
            <code>{sheetWords.code(props.publicId, props.revision)}</code>
            <span>{sheetWords.hint}</span>
          </p>
          <QrCode text={props.verifyAt} label={sheetWords.qr} />
        </div>
      </div>
      <div class="form-body">
        <div class="form-cell">
          <h2>{sheetWords.title(props.consultation.title)}</h2>
          <p class="form-to">{sheetWords.to(props.consultation.authority)}</p>
          {props.children}
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
          <code>{props.sha256}</code>
        </p>
      </div>
    </article>
  )
}

export function Row(props: { label: string; children: JSX.Element }) {
  return (
    <tr>
      <th scope="row">{props.label}</th>
      <td>{props.children}</td>
    </tr>
  )
}

/** Who signs, and the two lines that are filled in by hand. */
export function OrganisationRows(props: { name: string; uscc: string }) {
  return (
    <>
      <Row label={sheetWords.organisation}>{props.name}</Row>
      <Row label={sheetWords.uscc}>
        <span class="form-uscc">{formatUscc(props.uscc)}</span>
      </Row>
      <Row label={sheetWords.contact}>
        <span class="form-blank" />
      </Row>
      <Row label={sheetWords.phone}>
        <span class="form-blank" />
      </Row>
    </>
  )
}

interface PlaceProps {
  measure: { key: string; title: string }
  clause: { key: string; text: string } | null
}

/** What is spoken of, with the clause as its author read it. */
export function PlaceRow(props: PlaceProps) {
  const { labels = {} } = useFrame()
  const place = () => {
    const { theme, measure } = partsOfKey(props.measure.key)
    const sentence = props.clause && partsOfKey(props.clause.key).clause
    const cited =
      ownPlace(labels, props.measure.key) ?? zh.place(chineseNumeral(theme), chineseNumeral(measure))
    return `${cited}${props.measure.title}（${sentence ? zh.clause(sentence) : zh.wholeMeasure}）`
  }
  return (
    <Row label={sheetWords.place}>
      {place()}
      {props.clause && <span class="form-clause">{props.clause.text}</span>}
    </Row>
  )
}
