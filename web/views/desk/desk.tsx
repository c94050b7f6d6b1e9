import { Route, Router } from '@solidjs/router'
import { Guard } from './guard'
import { DeskHome } from './home'
import { Moderation } from './moderation'
import { NotFound } from './not-found'
import { SessionProvider } from './session'
import { SignIn } from './sign-in'
import { Staff } from './staff'

/** The application behind sign-in. Links that lead out of `/desk` are left to the browser. */
export function Desk() {
  return (
    <SessionProvider>
      <Router base="/desk">
        <Route path="/" component={DeskHome} />
        <Route path="/sign-in" component={SignIn} />
        <Route path="/moderation" component={GuardedModeration} />
        <Route path="/staff" component={GuardedStaff} />
        <Route path="*" component={NotFound} />
      </Router>
    </SessionProvider>
  )
}

const GuardedModeration = () => (
  <Guard desk="moderation">
    <Moderation />
  </Guard>
)

const GuardedStaff = () => (
  <Guard desk="staff">
    <Staff />
  </Guard>
)
