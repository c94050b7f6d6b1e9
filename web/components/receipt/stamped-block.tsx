import { For, Show } from 'solid-js'
import { formCodeOf, type StampedView, type StampView } from '../../../worker/contract/stamped-scans'
import { formatMoment } from '../../lib/beijing-time'
import { formatSize } from '../../lib/format-size'
import type { StampTyped } from '../../page'
import { useFrame } from '../frame/frame-context'
import { describedBy, Field, TextField } from '../ui/field'
import { FileInput } from '../ui/file-input'

interface StampedProps {
  publicId: string
  revision: number
  own: StampedView
  /** What is printed, in a sentence. */
  lead: string
  /** Null where there is no form to print any more. */
  formPath: string | null
  /** Why there is none, where that is to be said. */
  whyNone?: string | undefined
  uploadPath: string
  typed: StampTyped | null
}

/** The printed form of what an organisation sent, and the way back of its stamped paper. */
export function StampedBlock(props: StampedProps) {
  const { stamped } = useFrame().words
  const { own } = props
  return (
    <section class="form-offer" id="stamped" aria-labelledby="form-offer-heading">
      <h2 id="form-offer-heading">{stamped.offerHeading}</h2>
      <Show when={props.whyNone}>{(why) => <p>{why()}</p>}</Show>
      <Show when={own.isConfirmed && !own.scans.some(({ state }) => state === 'confirmed')}>
        <p>{stamped.confirmedWhole}</p>
      </Show>
      <Show when={props.formPath}>
        {(path) => (
          <>
            <p>{props.lead}</p>
            <p class="buttons">
              <a class="button-quiet" href={path()}>
                {stamped.offer}
              </a>
            </p>
          </>
        )}
      </Show>
      <Show when={own.scans.length > 0}>
        <ul class="file-list">
          <For each={own.scans}>{(scan) => <Scan scan={scan} />}</For>
        </ul>
      </Show>
      <Show when={own.mayUpload}>
        <UploadForm {...props} />
      </Show>
    </section>
  )
}

function Scan(props: { scan: StampView }) {
  const { words, domain, now, language } = useFrame()
  const { scan } = props
  const when = () => {
    const said = scan.decidedAt ? words.stamped.decidedAt : words.stamped.uploadedAt
    return said(formatMoment(scan.decidedAt ?? scan.file.uploadedAt, now, language))
  }
  const told = () =>
    [scan.refusal && scan.refusal !== 'other' ? domain.stampRefusals[scan.refusal] : null, scan.note].filter(
      Boolean,
    )
  return (
    <li>
      <strong>{domain.stampStates[scan.state]}</strong> <span class="file-name">{scan.file.name}</span>{' '}
      <span class="file-size">
        {words.stamped.scanOf(scan.revision)} · {formatSize(scan.file.size)} · {when()}
      </span>
      <For each={told()}>{(reason) => <p class="state-reason">{reason}</p>}</For>
      <Show when={scan.state === 'earlier'}>
        <p>{words.stamped.earlier}</p>
      </Show>
    </li>
  )
}

function UploadForm(props: StampedProps) {
  const { stamped, form } = useFrame().words
  const errors = () => props.typed?.errors ?? {}
  const file = () => ({ name: 'file', label: stamped.file, hint: stamped.fileHint, error: errors().file })
  const isWaiting = props.own.scans.some(({ state }) => state === 'submitted')
  return (
    <details class="appeal" open={props.typed !== null}>
      <summary>
        <strong>{isWaiting ? stamped.replace : stamped.upload}</strong>
      </summary>
      <p>{isWaiting ? stamped.replaceLead : stamped.uploadLead}</p>
      <form method="post" action={props.uploadPath} enctype="multipart/form-data" novalidate>
        <TextField
          name="code"
          label={stamped.code}
          hint={stamped.codeHint(formCodeOf(props.publicId, props.revision))}
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
