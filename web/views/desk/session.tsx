import { createContext, type JSX, useContext } from 'solid-js'
import { getAccount, signOut } from '../../api/session'
import { forgetKept } from '../../lib/kept-text'
import { createLoad } from './create-load'
import { forgetAllDrafts } from './moderation/drafts'

function createSession() {
  const { data, error, loading, load } = createLoad(getAccount)
  return {
    /** undefined until the server has answered, null when nobody is signed in. */
    account: data,
    error,
    loading,
    load,
    async leave() {
      await signOut()
      forgetAllDrafts()
      forgetKept(localStorage)
      await load()
    },
  }
}

export type Session = ReturnType<typeof createSession>

const SessionContext = createContext<Session>()

export function SessionProvider(props: { children: JSX.Element }) {
  return <SessionContext.Provider value={createSession()}>{props.children}</SessionContext.Provider>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is called outside SessionProvider')
  return session
}
