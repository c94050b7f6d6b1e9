import { For, Show } from 'solid-js'
import type { ReceiptView } from '../../../worker/contract/receipts'
import { formCodeOf, type StampView } from '../../../worker/contract/stamped-scans'
import { formatMoment } from '../../lib/beijing-time'
import { formatSize } from '../../lib/format-size'
import { scanUploadPath, stampedFormPath } from '../../lib/links'
import type { PublicPage } from '../../page'
import { useFrame } from '../frame/frame-context'
import { describedBy, Field, TextField } from '../ui/field'
import { FileInput } from '../ui/file-input'

type Typed = Extract<PublicPage, { view: 'receipt' }>['stamping']

/** The printed form of an organisation's comment, and the way back of its stamped paper. */
export function StampedBlock(props: { receipt: ReceiptView; typed: Typed }) {
  const { stamped } = useFrame().words
  const { publicId, stamped: own } = props.receipt
  return (
    <section class="form-offer" id="stamped" aria-labelledby="form-offer-heading">
      <h2 id="form-offer-heading">{stamped.offerHeading}</h2>
      <p>{stamped.offerLead}</p>
      <p class="buttons">
        <a class="button-quiet" href={stampedFormPath(publicId)}>
          {stamped.offer}
        </a>
      </p>
      <Show when={own.scans.length > 0}>
        <ul class="file-list">
          <For each={own.scans}>{(scan) => <Scan scan={scan} />}</For>
        </ul>
      </Show>
      <Show when={own.mayUpload}>
        <UploadForm receipt={props.receipt} typed={props.typed} />
      </Show>
    </section>
  )
}

function Scan(props: { scan: StampView }) {
  const { words, domain, now, language } = useFrame()
  const { scan } = props
  const told = () =>
    [scan.refusal && scan.refusal !== 'other' ? domain.stampRefusals[scan.refusal] : null, scan.note].filter(
      Boolean,
    )
  return (
    <li>
      <strong>{domain.stampStates[scan.state]}</strong> <span class="file-name">{scan.file.name}</span>{' '}
      <span class="file-size">
        {words.stamped.scanOf(scan.revision)} · {formatSize(scan.file.size)} ·{' '}
        {formatMoment(scan.decidedAt ?? scan.file.uploadedAt, now, language)}
      </span>
      <For each={told()}>{(reason) => <p class="state-reason">{reason}</p>}</For>
      <Show when={scan.state === 'earlier'}>
        <p>{words.stamped.earlier}</p>
      </Show>
    </li>
  )
}

function UploadForm(props: { receipt: ReceiptView; typed: Typed }) {
  const { stamped, form } = useFrame().words
  const { publicId, revision, stamped: own } = props.receipt
  const errors = () => props.typed?.errors ?? {}
  const file = () => ({ name: 'file', label: stamped.file, hint: stamped.fileHint, error: errors().file })
  const isWaiting = own.scans.some(({ state }) => state === 'submitted')
  return (
    <details class="appeal" open={props.typed !== null}>
      <summary>
        <strong>{isWaiting ? stamped.replace : stamped.upload}</strong>
      </summary>
      <p>{isWaiting ? stamped.replaceLead : stamped.uploadLead}</p>
      <form method="post" action={scanUploadPath(publicId)} enctype="multipart/form-data" novalidate>
        <TextField
          name="code"
          label={stamped.code}
          hint={stamped.codeHint(formCodeOf(publicId, revision))}
          class="input-medium input-code"
          autocomplete="off"
          spellcheck={false}
          value={props.typed?.code ?? ''}
          error={errors().code}
        />
        <Field {...file()}>
          <FileInput
            name="file"
            choose={form.chooseFile}
            accept=".pdf,.jpg,.jpeg,.png"
            describedBy={describedBy(file())}
            isInvalid={Boolean(errors().file)}
          />
        </Field>
        <p class="buttons">
          <button class="button" type="submit">
            {stamped.send}
          </button>
        </p>
      </form>
    </details>
  )
}
