import type { ownDataZh } from './own-data-zh'

export const ownDataEn: typeof ownDataZh = {
  file: 'README.txt',
  title: { comment: 'All data of one comment', account: 'All data of one account' },
  beijing: '(Beijing time)',
  lead: [
    'This archive was downloaded by the person it is about. It holds what Yanlu keeps of them.',
    'data.json holds all of it, with times in UTC; files are in the folder attachments. This is what each key means.',
  ],
  colon: ': ',
  none: ' (none)',
  count: (count) => ` (${count})`,
  keys: {
    receipt:
      'what the comment says, how it is signed, every decision with its reason, outcome and answer, as on its receipt page',
    author: 'the name that was given, whether it may be public in full, and an organisation’s USCC',
    contact: 'the contact that was left',
    earlierTexts: 'the text before each change',
    textsAsSent: 'the whole text where words were hidden',
    mails: 'mails to you',
    account: 'name, address, and since when',
    waysToSignIn:
      'ways to sign in; of the password only an irreversible digest is kept, which is not in here',
    sessions: 'where you are signed in',
    memberships: 'your organisation',
    enterpriseContact: 'its contact person',
    joinRequests: 'requests to join an organisation',
    claims: 'requests to take an organisation over',
    invitationsMade: 'invitations that you made',
    responsesSent: 'formal responses that you sent',
    draftEntries: 'entries of a draft that you changed last',
    verificationSteps: 'what you submitted to have the organisation verified',
    supports: 'comments that you called your concern too',
    follows: 'what you follow by mail',
    record: 'what you did, as it is on record',
  },
  end: [
    'Notes that the office makes for itself, and other people’s data, are not in here.',
    'Comments are not tied to accounts: each is downloaded or deleted on its receipt page, by its number and code.',
  ],
}
