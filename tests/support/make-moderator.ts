import { makeUser, signIn, type TestUser } from './make-user'
import type { TestApp } from './test-app'

/** A moderator who is signed in: `as` is the `cookie` header. */
export interface Moderator extends TestUser {
  as: string
}

export async function makeModerator(app: TestApp, name?: string): Promise<Moderator> {
  const user = await makeUser(app, 'moderator', name)
  return { ...user, as: await signIn(app, user) }
}

/** Has a moderator take a piece of work in hand. */
export function takeOver(app: TestApp, { as }: Moderator, reviewId: number): Promise<Response> {
  return app.post(`/api/moderation/reviews/${reviewId}/take-over`, {}, { as })
}
