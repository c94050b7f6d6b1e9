import { For, Show } from 'solid-js'
import type { PlanView } from '../../../worker/contract/plan'
import { participantKinds } from '../../../worker/contract/words'
import { useFrame } from '../../components/frame/frame-context'
import { ClosingCard } from '../../components/measure/closing-card'
import { PlanReview } from '../../components/measure/plan-review'
import { PlanTheme } from '../../components/measure/plan-theme'
import { Phrases } from '../../components/ui/phrases'
import { figuresPath, revisionsPath } from '../../lib/links'
import { groupDigits, numeralIn } from '../../lib/numerals'

export function HomeView(props: { plan: PlanView }) {
  const frame = useFrame()
  const { home } = frame.words
  const zh = frame.language === 'zh'
  const { consultation, counts, themes } = props.plan
  const { participants } = consultation
  const kinds = participantKinds.filter(
    (kind) => participants === 'everybody' || kind !== 'individual' || counts.byKind[kind] > 0,
  )
  const isOver = consultation.phase === 'closed'
  const [title, call] = home.title(zh ? consultation.title : consultation.titleEn, isOver)
  const measures = themes.flatMap((theme) => theme.measures)
  const most = Math.max(0, ...measures.map((measure) => measure.published))
  const targets = measures.reduce((sum, measure) => sum + measure.targets.length, 0)
  return (
    <>
      <div class="hero">
        <div class="hero-words">
          <p class="hero-authority">{zh ? consultation.authority : consultation.authorityEn}</p>
          <h1>
            <Phrases text={title} />
            <wbr />
            <span class="phrases">{call}</span>
          </h1>
          <p class="hero-lead">
            {home.lead({
              themes: numeralIn(frame.language, themes.length),
              measures: measures.length,
              targets,
              isOver,
              participants,
            })}
          </p>
        </div>
        <ClosingCard consultation={consultation} />
      </div>
      <section class="tally" aria-label={home.counts}>
        <dl>
          <div class="tally-total">
            <dt>{home.total}</dt>
            <dd>{groupDigits(counts.published)}</dd>
          </div>
          <For each={kinds}>
            {(kind) => (
              <div>
                <dt>{home.kindUnit[kind]}</dt>
                <dd>{groupDigits(counts.byKind[kind])}</dd>
              </div>
            )}
          </For>
        </dl>
        <p class="not-vote">
          {frame.words.thread.notVote} <a href={figuresPath()}>{frame.words.nav.figures}</a>
        </p>
      </section>
      <Show when={consultation.phase === 'open'}>
        <section class="how" aria-labelledby="how-heading">
          <h2 id="how-heading" class="visually-hidden">
            {home.how}
          </h2>
          <ol>
            <For each={home.steps(participants === 'verified')}>
              {([title, text]) => (
                <li>
                  <b>{title}</b>
                  <span>{text}</span>
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
      <section class="plan" aria-labelledby="plan-heading">
        <header class="section-head">
          <h2 id="plan-heading">{home.plan}</h2>
          <p>{home.planNote(isOver)}</p>
        </header>
        <Show when={consultation.planRevision > 1}>
          <p class="revision-note">
            <b>{frame.words.revisions.revision(consultation.planRevision)}</b>
            <a href={revisionsPath()}>{frame.words.revisions.all}</a>
          </p>
        </Show>
        <Show when={props.plan.preamble.length > 0}>
          <details class="preamble">
            <summary>{home.preamble}</summary>
            <For each={props.plan.preamble}>{(paragraph) => <p lang="zh-CN">{paragraph}</p>}</For>
          </details>
        </Show>
        <For each={themes}>{(theme) => <PlanTheme theme={theme} most={most} />}</For>
      </section>
      <Show when={props.plan.review.sections.length > 0}>
        <PlanReview review={props.plan.review} />
      </Show>
    </>
  )
}
