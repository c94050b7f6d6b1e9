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

function ChangedTargets(props: { before: TargetOpinionView[]; after: TargetOpinionView[] }) {
  const at = (all: TargetOpinionView[], key: string) => all.find((each) => each.key === key)
  const gone = props.before.filter(({ key }) => !at(props.after, key))
  const changed = [...props.after, ...gone].filter(({ key }) => {
    const [was, is] = [at(props.before, key), at(props.after, key)]
    return was?.opinion !== is?.opinion || was?.value !== is?.value || was?.evidence !== is?.evidence
  })
  return (
    <Show when={changed.length > 0}>
      <ul class="response-targets">
        <For each={changed}>
          {(target) => (
            <li>
              <PlannedTarget {...target} />{' '}
              <Show when={at(props.before, target.key)}>
                {(was) => (
                  <Gone>
                    <TargetAnswer {...was()} />
                  </Gone>
                )}
              </Show>{' '}
              <Show when={at(props.after, target.key)}>
                {(is) => (
                  <Come>
                    <TargetAnswer {...is()} />
                  </Come>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
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
