import { Show } from 'solid-js'
import { ActForm, Refusal, Told } from '../../components/account/account-form'
import { StateBadge } from '../../components/enterprise/state-badge'
import { useFrame } from '../../components/frame/frame-context'
import { Awaiting } from '../../components/response/awaiting'
import { TextField } from '../../components/ui/field'
import { formatDay } from '../../lib/beijing-time'
import { privacyPath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'account' }>

/** `/account`: one's own account, and the way to one's organisation. */
export function AccountView(props: Props) {
  const { account } = useFrame().words
  const { own } = account
  const labels = { name: account.name, current: own.current, password: account.newPassword }
  return (
    <div class="column own-page">
      <Refusal {...props} labels={labels} />
      <Told text={props.done && own[props.done]} />
      <Show when={props.account.noticeToRead}>{(version) => <NewNotice version={version()} />}</Show>
      <div class="section-head">
        <h1>{own.title}</h1>
        <ActForm action="/account/sign-out" label={own.signOut} />
      </div>
      <Show when={props.enterprise}>{(enterprise) => <Awaiting awaiting={enterprise().awaiting} />}</Show>
      <OwnEnterprise {...props} />
      <OwnData {...props} />
      <Changes {...props} />
      <OwnCopy />
    </div>
  )
}

/** One line, until its reader says that they saw it. */
function NewNotice(props: { version: number }) {
  const { privacy } = useFrame().words
  return (
    <div class="notice" role="status">
      <p>
        {privacy.changed(props.version)} <a href={privacyPath()}>{privacy.readIt}</a>
      </p>
      <ActForm
        action="/account/notice"
        label={privacy.understood}
        fields={{ version: String(props.version) }}
      />
    </div>
  )
}

function OwnEnterprise(props: Props) {
  const { account, enterprise: words } = useFrame().words
  return (
    <section aria-labelledby="enterprise-heading">
      <h2 id="enterprise-heading">{account.own.enterprise}</h2>
      <Show
        when={props.enterprise}
        fallback={
          <>
            <Show when={props.request} fallback={<p>{account.own.noEnterprise}</p>}>
              {(request) => (
                <p>
                  {request().state === 'waiting'
                    ? words.waiting(request().enterprise)
                    : words.declined(request().enterprise)}
                </p>
              )}
            </Show>
            <p class="buttons">
              <a class="button" href={props.request ? '/enterprise' : '/enterprise/register'}>
                {props.request ? words.title : account.own.register}
              </a>
            </p>
          </>
        }
      >
        {(enterprise) => (
          <>
            <p class="own-enterprise">
              <b lang="zh-CN">{enterprise().name}</b> <StateBadge state={enterprise().state} />
            </p>
            <p class="buttons">
              <a class="button" href="/enterprise">
                {account.own.open}
              </a>
            </p>
          </>
        )}
      </Show>
    </section>
  )
}

function OwnData(props: Props) {
  const frame = useFrame()
  const { account } = frame.words
  const { own } = account
  const ways = () =>
    [props.account.hasPassword ? own.byPassword : '', props.account.hasSignOn ? own.bySignOn : '']
      .filter(Boolean)
      .join(frame.language === 'zh' ? '、' : ', ')
  return (
    <section aria-labelledby="data-heading">
      <h2 id="data-heading">{own.data}</h2>
      <dl class="facts">
        <div>
          <dt>{account.name}</dt>
          <dd>{props.account.name}</dd>
        </div>
        <div>
          <dt>{account.email}</dt>
          <dd>
            <Show when={props.account.email} fallback={own.noEmail}>
              {props.account.email}
              <span class="own-mark">{props.account.isEmailConfirmed ? own.confirmed : own.unconfirmed}</span>
              <Show when={!props.account.isEmailConfirmed && !props.isMailed}>
                <p class="hint">{own.unconfirmedText}</p>
              </Show>
            </Show>
          </dd>
        </div>
        <div>
          <dt>{own.ways}</dt>
          <dd>{ways()}</dd>
        </div>
        <div>
          <dt>{own.joined}</dt>
          <dd>{formatDay(props.account.joinedAt, frame.now, frame.language)}</dd>
        </div>
      </dl>
      <Show when={props.hasSignOn && !props.account.hasSignOn}>
        <p class="buttons">
          <a class="button-quiet" href="/account/sign-on?link=yes&next=/account">
            {own.link}
          </a>
        </p>
      </Show>
    </section>
  )
}

/** To take one's data away, and to have them deleted. */
function OwnCopy() {
  const { ownData } = useFrame().words
  return (
    <section aria-labelledby="own-data-heading">
      <h2 id="own-data-heading">{ownData.accountHeading}</h2>
      <p>{ownData.accountText}</p>
      <p class="buttons">
        <a class="button-quiet" href="/account/data">
          {ownData.download}
        </a>
        <a class="button-quiet" href="/account/erase">
          {ownData.accountErase}
        </a>
      </p>
    </section>
  )
}

function Changes(props: Props) {
  const { words, beside } = useFrame()
  const { account } = words
  const { own } = account
  return (
    <>
      <details open={props.changing === 'name'}>
        <summary>{own.changeName}</summary>
        <form method="post" action="/account/name" novalidate>
          <TextField
            name="name"
            label={account.name}
            hint={account.nameHint + beside('accountName')}
            class="input-medium"
            autocomplete="name"
            value={props.typed.name ?? props.account.name}
            error={props.errors.name}
          />
          <p class="buttons">
            <button class="button-quiet" type="submit">
              {own.save}
            </button>
          </p>
        </form>
      </details>
      <Show when={props.account.hasPassword}>
        <details open={props.changing === 'password'}>
          <summary>{own.changePassword}</summary>
          <form method="post" action="/account/change-password" novalidate>
            <TextField
              name="current"
              label={own.current}
              type="password"
              class="input-medium"
              autocomplete="current-password"
              value=""
              error={props.errors.current}
            />
            <TextField
              name="password"
              label={account.newPassword}
              hint={account.passwordHint}
              type="password"
              class="input-medium"
              autocomplete="new-password"
              value=""
              error={props.errors.password}
            />
            <p class="buttons">
              <button class="button-quiet" type="submit">
                {own.save}
              </button>
            </p>
          </form>
        </details>
      </Show>
    </>
  )
}
