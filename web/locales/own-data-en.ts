import type { OwnDataWords } from './own-data-zh'

export const ownDataEn: OwnDataWords = {
  heading: 'Your data',
  leadOfResponse: 'You can download all that is kept of this comment at any time.',
  lead: 'You can take away all that is kept of this comment, and have its content deleted, at any time.',
  leadErased: 'The content is deleted. You can take away what is still kept.',
  download: 'Download my data',
  erase: 'Delete the content of this comment',
  inThread: '[The author has deleted this comment’s content]',
  state: 'Content deleted',
  stateHint: (day) =>
    `The content was deleted at your wish on ${day} and cannot be restored. What has to be kept stands below.`,
  eraseTitle: 'Delete the content of a comment',
  eraseLead:
    'This cannot be undone. Please see what is deleted and what is kept; download a copy first if you want one.',
  goes: 'What is deleted',
  goesItems: (isIndividual) => [
    'the text, every earlier version of it, words that were hidden, a suggested wording, and evidence on targets',
    isIndividual ? 'the name, the contact, and size, industry and city if given' : 'the contact',
    'what you wrote in an appeal, and what moderators and staff noted',
    'attachments, stamped forms, a confidential annex and its public summary, with the files themselves',
    'mails that wait to be sent; the words in the search index and in suggestions for sorting',
  ],
  stays: 'What has to be kept',
  staysItems: (isIndividual) => [
    {
      what: 'number, measure, dates, stance and opinions on targets',
      why: 'The figures of what came in and what became of it must add up, and anybody may check them.',
    },
    ...(isIndividual
      ? [
          {
            what: 'the kind of participant, “individual”',
            why: 'Figures are by kind; they do not say who you are.',
          },
        ]
      : [
          {
            what: 'the organisation’s name and code',
            why: 'The comment was made in its name, and an organisation’s name is not personal data.',
          },
          {
            what: 'its size, industry and city',
            why: 'Figures must go on to agree; this is no personal data.',
          },
          {
            what: 'the record of who opened a confidential annex',
            why: 'Who opened it, when and what for must remain traceable.',
          },
        ]),
    {
      what: 'decisions and their reasons by kind, the outcome, the department’s answer',
      why: 'These are decisions of the authority, which the law has it keep.',
    },
    {
      what: 'hashes in the sealed record',
      why: 'They prove that nothing was changed; nobody can learn from them what you wrote.',
    },
  ],
  inPublic: {
    published:
      'A published comment with replies is replaced by a line that says that its author deleted it; without replies it is no longer listed. The table of outcomes keeps its row and says that the content is deleted.',
    pending: 'Nothing has been decided for good yet: it then counts as withdrawn.',
  },
  byResponse: 'This comment is part of an enterprise’s formal response and cannot be deleted alone.',
  byResponseHow:
    'A response is approved and sent as a whole and speaks for the enterprise. To take this out, its approver reopens the response, removes it and sends the response again; after closing it can no longer be changed.',
  confirm: 'I have read this and want the content deleted for good.',
  eraseSend: 'Delete the content',
  back: 'Back to the receipt',
  accountTitle: 'Delete your account',
  accountHeading: 'Your data',
  accountText: 'You can take away what is kept of your account, or delete the account.',
  accountErase: 'Delete my account',
  accountLead: 'This cannot be undone, and nobody can sign in with this account again.',
  accountGoes: [
    'name, address, password, and where you are signed in',
    'your membership of an organisation, requests to join, invitations that you made',
    'what you yourself called your concern too; mails to this address on what you follow',
    'mails that wait to be sent, and files that you uploaded and did not send',
    'claims that others hold your organisation’s code, with what you handed in',
  ],
  accountStays: [
    {
      what: 'formal responses sent in an organisation’s name',
      why: 'They are the organisation’s, whoever leaves; the sender is shown as a deleted account.',
    },
    {
      what: 'how the organisation was verified',
      why: 'It is what a decision rests on and is kept by law; you are shown as a deleted account.',
    },
    { what: 'support in an organisation’s name', why: 'It is the organisation’s, and counts once for it.' },
    {
      what: 'when what was done, on record',
      why: 'It guards against tampering; it has a number and no name.',
    },
  ],
  comments:
    'Comments sent with a receipt are not tied to the account and stay. Each is deleted on its receipt page, by its number and code.',
  alone: (name) =>
    `You are the only member of ${name}. Its formal responses stay; its contact person and a draft that was not sent go with your account.`,
  handOver: (name) =>
    `You are the only owner of ${name}, which has other members. Please make a colleague an owner first.`,
  toEnterprise: 'To the organisation',
  password: 'Your password',
  passwordHint: 'Once more, so that we know it is you.',
  fresh:
    'You sign in by the provincial sign-on and have no password. You can delete the account within 15 minutes of signing in; after that, please sign out and in again.',
  accountConfirm: 'I have read this and want my account deleted for good.',
  accountSend: 'Delete my account',
  accountBack: 'Back to my account',
}
