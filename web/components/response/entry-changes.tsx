import { For, type JSX, Show } from 'solid-js'
import type { SealedFile } from '../../../worker/contract/files'
import type { TargetOpinionView } from '../../../worker/contract/opinions'
import type { SealedEntry } from '../../../worker/contract/submissions'
import { useFrame } from '../frame/frame-context'
import { ChangedText } from '../measure/changed-text'
import { HashedFiles } from '../receipt/attached-files'
import { PlannedTarget } from '../ui/planned-target'
import { TargetAnswer } from '../ui/target-answer'

/** What an entry says and what a change of it can touch. */
export type EntrySaying = Omit<SealedEntry, 'measure' | 'clause'>

/** Every difference between two wordings of one entry, and nothing that stayed. */
export function EntryChanges(props: { before: EntrySaying; after: EntrySaying }) {
  const { words, domain } = useFrame()
  const { before, after } = props
  return (
    <Show when={sayingOf(before) !== sayingOf(after)} fallback={<p>{words.response.noDifference}</p>}>
      <Show when={before.stance !== after.stance}>
        <p class="hint">
          {words.response.wasStance(domain.stances[before.stance], domain.stances[after.stance])}
        </p>
      </Show>
      <Show when={before.planRevision !== after.planRevision}>
        <p class="hint">{words.response.wasRevision(before.planRevision, after.planRevision)}</p>
      </Show>
      <Show when={before.body !== after.body}>
        <div class="comment-body">
          <ChangedText text={after.body} before={before.body} />
        </div>
      </Show>
      <Show when={before.wording !== after.wording}>
        <div class="comment-wording">
          <p class="field-name">{words.thread.wording}</p>
          <blockquote class="quoted-clause" lang="zh-CN">
            <ChangedText text={after.wording ?? ''} before={before.wording ?? ''} />
          </blockquote>
        </div>
      </Show>
      <ChangedTargets before={before.targets} after={after.targets} />
      <ChangedFiles
        heading={words.preview.filesHeading}
        before={before.attachments}
        after={after.attachments}
      />
      <ChangedFiles
        heading={words.annex.heading}
        before={before.annex ? [before.annex.file] : []}
        after={after.annex ? [after.annex.file] : []}
      />
      <Show when={before.annex?.summary !== after.annex?.summary}>
        <p>
          {words.annex.shown}
          {words.colon}
          <ChangedText text={after.annex?.summary ?? ''} before={before.annex?.summary ?? ''} />
        </p>
      </Show>
    </Show>
  )
}

const sayingOf = ({ planRevision, stance, body, wording, targets, attachments, annex }: EntrySaying) =>
  JSON.stringify([
    ...[planRevision, stance, body, wording],
    targets.map(({ key, opinion, value, evidence }) => [key, opinion, value, evidence]).sort(),
    attachments.map(nameOf).sort(),
    annex && [nameOf(annex.file), annex.summary],
  ])

const nameOf = ({ name, sha256 }: SealedFile) => `${sha256} ${name}`

/** Of each target what was said otherwise: the answer, and what it rests on. */
function ChangedTargets(props: { before: TargetOpinionView[]; after: TargetOpinionView[] }) {
  const changed = () =>
    [...props.after, ...props.before]
      .filter(({ key }, i, all) => all.findIndex((each) => each.key === key) === i)
      .map((target) => ({
        target,
        was: props.before.find(({ key }) => key === target.key),
        is: props.after.find(({ key }) => key === target.key),
      }))
      .filter(({ was, is }) => !isSameAnswer(was, is) || was?.evidence !== is?.evidence)
  return (
    <Show when={changed().length > 0}>
      <ul class="response-targets">
        <For each={changed()}>
          {({ target, was, is }) => (
            <li>
              <PlannedTarget {...target} />{' '}
              <Show when={isSameAnswer(was, is)} fallback={<ChangedAnswer was={was} is={is} />}>
                <TargetAnswer {...target} evidence={null} />
              </Show>
              <ChangedEvidence before={was?.evidence ?? ''} after={is?.evidence ?? ''} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

type Answer = TargetOpinionView | undefined

const isSameAnswer = (was: Answer, is: Answer) => was?.opinion === is?.opinion && was?.value === is?.value

function ChangedAnswer(props: { was: Answer; is: Answer }) {
  return (
    <>
      <Show when={props.was}>
        {(was) => (
          <Gone>
            <TargetAnswer {...was()} evidence={null} />
          </Gone>
        )}
      </Show>{' '}
      <Show when={props.is}>
        {(is) => (
          <Come>
            <TargetAnswer {...is()} evidence={null} />
          </Come>
        )}
      </Show>
    </>
  )
}

function ChangedEvidence(props: { before: string; after: string }) {
  const { form, colon } = useFrame().words
  return (
    <Show when={props.before !== props.after}>
      <span class="target-evidence">
        {form.evidence}
        {colon}
        <ChangedText text={props.after} before={props.before} />
      </span>
    </Show>
  )
}

/** Which files came and went. */
function ChangedFiles(props: { heading: string; before: SealedFile[]; after: SealedFile[] }) {
  const gone = lacking(props.before, props.after)
  const come = lacking(props.after, props.before)
  return (
    <Show when={gone.length + come.length > 0}>
      <p class="field-name">{props.heading}</p>
      <Show when={gone.length > 0}>
        <Gone>
          <HashedFiles files={gone} />
        </Gone>
      </Show>
      <Show when={come.length > 0}>
        <Come>
          <HashedFiles files={come} />
        </Come>
      </Show>
    </Show>
  )
}

/** Which of these the others lack, each as often as it is there. */
function lacking(files: SealedFile[], others: SealedFile[]): SealedFile[] {
  const left = others.map(nameOf)
  return files.filter((file) => {
    const at = left.indexOf(nameOf(file))
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

const Gone = (props: { children: JSX.Element }) => (
  <del>
    <Heard>{useFrame().words.revisions.deleted}</Heard>
    {props.children}
  </del>
)

const Come = (props: { children: JSX.Element }) => (
  <ins>
    <Heard>{useFrame().words.revisions.inserted}</Heard>
    {props.children}
  </ins>
)

/** For those who listen. */
const Heard = (props: { children: string }) => (
  <span class="visually-hidden change-label">{props.children}</span>
)
