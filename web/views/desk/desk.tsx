import { Route, Router } from '@solidjs/router'
import type { Component } from 'solid-js'
import { AcceptInvitation } from './accept-invitation'
import { OwnAccount } from './account'
import { Agreement } from './agreement'
import { Deadlines } from './deadlines'
import { Decided } from './decided'
import { Guard } from './guard'
import { DeskHome } from './home'
import { Moderation } from './moderation'
import { NotFound } from './not-found'
import { People } from './people'
import type { Desk as DeskName } from './return-address'
import { SessionProvider } from './session'
import { Settings } from './settings'
import { SignIn } from './sign-in'
import { Staff } from './staff'

const screens: Record<DeskName, Component> = {
  moderation: Moderation,
  deadlines: Deadlines,
  staff: Staff,
  settings: Settings,
  people: People,
  account: OwnAccount,
}

/** What lies below a desk's own screen, by its path. */
const pages: { path: string; desk: DeskName; screen: Component }[] = [
  { path: '/moderation/decided', desk: 'moderation', screen: Decided },
  { path: '/moderation/agreement', desk: 'moderation', screen: Agreement },
]

/** The application behind sign-in. Links that lead out of `/desk` are left to the browser. */
export function Desk() {
  return (
    <SessionProvider>
      <Router base="/desk">
        <Route path="/" component={DeskHome} />
        <Route path="/sign-in" component={SignIn} />
        <Route path="/invitation" component={AcceptInvitation} />
        {(Object.keys(screens) as DeskName[]).map((desk) => (
          <Route path={`/${desk}`} component={guarded(desk)} />
        ))}
        {pages.map(({ path, desk, screen }) => (
          <Route path={path} component={guarded(desk, screen)} />
        ))}
        <Route path="*" component={NotFound} />
      </Router>
    </SessionProvider>
  )
}

const guarded =
  (desk: DeskName, Screen: Component = screens[desk]): Component =>
  () => (
    <Guard desk={desk}>
      <Screen />
    </Guard>
  )
