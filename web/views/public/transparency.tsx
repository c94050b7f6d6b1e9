import { For, Show } from 'solid-js'
import type { HeadsView, HeadView } from '../../../worker/contract/transparency'
import { useFrame } from '../../components/frame/frame-context'
import { RecentSeals } from '../../components/transparency/recent-seals'
import { formatFullMoment } from '../../lib/beijing-time'
import { groupDigits } from '../../lib/numerals'

const command = 'npm run verify -- https://… --state seen.json'
const addresses = {
  heads: '/api/transparency',
  entries: '/api/transparency/entries',
  inclusion: '/api/transparency/inclusion?publicId=…',
  consistency: '/api/transparency/consistency?from=…&to=…',
} as const

function Newest(props: { head: HeadView }) {
  const { words, language } = useFrame()
  const { transparency } = words
  const { size, root, sealedAt } = props.head
  return (
    <section class="newest-seal" aria-labelledby="newest-heading">
      <h2 id="newest-heading">{transparency.newest}</h2>
      <dl>
        <div>
          <dt>{transparency.entries}</dt>
          <dd class="newest-size">{groupDigits(size)}</dd>
        </div>
        <div>
          <dt>{transparency.sealedAt}</dt>
          <dd>
            <time datetime={sealedAt}>{formatFullMoment(sealedAt, language)}</time>
          </dd>
        </div>
        <div class="newest-root">
          <dt>{transparency.root}</dt>
          <dd>
            <code class="hash">{root}</code>
          </dd>
        </div>
      </dl>
      <p class="hint">{transparency.keep}</p>
    </section>
  )
}

function HowToCheck() {
  const { transparency: words } = useFrame().words
  return (
    <ol class="seal-ways">
      <li>
        <h3>{words.own[0]}</h3>
        <p>{words.own[1]}</p>
        <p class="account-way">
          <a href="/receipts">{words.ownLink}</a>
        </p>
      </li>
      <li>
        <h3>{words.all[0]}</h3>
        <p>{words.all[1]}</p>
        <pre class="command">
          <code>{command}</code>
        </pre>
      </li>
      <li>
        <h3>{words.program[0]}</h3>
        <p>{words.program[1]}</p>
        <ul class="addresses">
          <For each={Object.keys(addresses) as (keyof typeof addresses)[]}>
            {(name) => (
              <li>
                <span>{words.api[name]}</span>
                <code>GET {addresses[name]}</code>
              </li>
            )}
          </For>
        </ul>
      </li>
    </ol>
  )
}

/** `/transparency`: what is sealed, the newest seals, and how anybody can check them. */
export function TransparencyView(props: { heads: HeadsView }) {
  const { transparency: words } = useFrame().words
  const { head, items } = props.heads
  return (
    <div class="column account-page transparency-page">
      <h1>{words.title}</h1>
      <p class="account-lead">{words.lead}</p>
      <Show when={head} fallback={<p class="empty">{words.none}</p>}>
        {(newest) => <Newest head={newest()} />}
      </Show>
      <h2>{words.whatTitle}</h2>
      <ul class="sealed-kinds">
        <For each={words.what}>{(kind) => <li>{kind}</li>}</For>
      </ul>
      <p>{words.notWhat}</p>
      <h2>{words.whyTitle}</h2>
      <For each={words.why}>{(sentence) => <p>{sentence}</p>}</For>
      <h2>{words.howTitle}</h2>
      <HowToCheck />
      <Show when={items.length > 0}>
        <h2>{words.recent}</h2>
        <RecentSeals heads={items} />
        <p class="account-way">
          <a href="/api/transparency?limit=100">{words.allHeads}</a>
        </p>
      </Show>
    </div>
  )
}
