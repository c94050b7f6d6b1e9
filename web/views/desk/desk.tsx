import { Route, Router } from '@solidjs/router'
import type { Component } from 'solid-js'
import { within } from '../../lib/links'
import { Frame, type Place } from './frame'
import { Guard } from './guard'
import { DeskHome } from './home'
import { lazyScreen } from './lazy-screen'
import { Moderation } from './moderation'
import { NotFound } from './not-found'
import type { Desk as DeskName } from './return-address'
import { SessionProvider } from './session'
import { SignIn } from './sign-in'

const coding = () => import('./coding')

/** Only the workbench comes with the application; the rest is fetched when it is opened. */
const screens: Record<DeskName, Component> = {
  moderation: Moderation,
  deadlines: lazyScreen(async () => (await import('./deadlines')).Deadlines),
  cases: lazyScreen(async () => (await import('./cases')).Cases),
  coding: lazyScreen(async () => (await coding()).CodingSorting),
  revisions: lazyScreen(async () => (await import('./revisions')).Revisions),
  answers: lazyScreen(async () => (await import('./answers')).AnswersDesk),
  offline: lazyScreen(async () => (await import('./offline')).Offline),
  staff: lazyScreen(async () => (await import('./staff')).Staff),
  figures: lazyScreen(async () => (await import('./figures')).Figures),
  enterprises: lazyScreen(async () => (await import('./enterprises')).Enterprises),
  results: lazyScreen(async () => (await import('./results')).Results),
  settings: lazyScreen(async () => (await import('./settings')).Settings),
  consultations: lazyScreen(async () => (await import('./consultations')).Consultations),
  people: lazyScreen(async () => (await import('./people')).People),
  account: lazyScreen(async () => (await import('./account')).OwnAccount),
}

/** Whose own screen is one of panes. */
const ofPanes: readonly DeskName[] = ['moderation', 'cases']

const place = (desk: DeskName, isOfPanes: boolean) => ({ desk, isOfPanes }) satisfies Place

const page = (path: string, desk: DeskName, load: () => Promise<Component>) => ({
  path,
  desk,
  screen: lazyScreen(load),
})

/** What lies below a desk's own screen, by its path. */
const pages = [
  page('/moderation/decided', 'moderation', async () => (await import('./decided')).Decided),
  page('/moderation/agreement', 'moderation', async () => (await import('./agreement')).Agreement),
  page('/cases/units', 'cases', async () => (await import('./units')).Units),
  page('/cases/stamped', 'cases', async () => (await import('./stamped')).Stamped),
  page('/coding/suggestions', 'coding', async () => (await coding()).CodingSuggestions),
  page('/coding/codebook', 'coding', async () => (await coding()).CodingCodebook),
  page('/coding/samples/:id?', 'coding', async () => (await coding()).CodingSamples),
  page('/answers/standard-texts', 'answers', async () => (await import('./standard-texts')).StandardTexts),
]

const AcceptInvitation = lazyScreen(async () => (await import('./accept-invitation')).AcceptInvitation)

/** The application behind sign-in. Links that lead out of `/desk` are left to the browser. */
export function Desk() {
  return (
    <SessionProvider>
      <Router base={within('/desk')} root={Frame}>
        <Route path="/" component={DeskHome} />
        <Route path="/sign-in" component={SignIn} />
        <Route path="/invitation" component={AcceptInvitation} />
        {(Object.keys(screens) as DeskName[]).map((desk) => (
          <Route path={`/${desk}`} info={place(desk, ofPanes.includes(desk))} component={guarded(desk)} />
        ))}
        {pages.map(({ path, desk, screen }) => (
          <Route path={path} info={place(desk, false)} component={guarded(desk, screen)} />
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
