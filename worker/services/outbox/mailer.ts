/** A mail to one address. */
export interface Mail {
  /** Always the same for the same message: its Message-ID tells a second delivery after a crash from a second message. */
  key: string
  to: string
  subject: string
  text: string
  /** The same words for readers that show HTML. */
  html?: string
  /** Where one request ends all further mails of its kind (RFC 8058). */
  unsubscribe?: string
}

/** Hands mails over to a mail server; another way to send is another adapter of this. */
export interface Mailer {
  /** Resolves once the server has taken the mail in; throws {@link MailError} with whose trouble it is where it has not. */
  send(mail: Mail): Promise<void>
}

/**
 * `refused`: this recipient will never take it. `deferred`: not this message, not now. `unreachable`: the server takes
 * nothing from us. What went wrong is told by codes: a server's sentence may repeat the address.
 */
export type MailTrouble = 'refused' | 'deferred' | 'unreachable'

export class MailError extends Error {
  override name = 'MailError'

  constructor(
    readonly trouble: MailTrouble,
    message: string,
  ) {
    super(message)
  }
}
