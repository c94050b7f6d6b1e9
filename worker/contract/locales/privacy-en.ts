import type { PrivacyWords } from './privacy-zh'

export const privacyEn: PrivacyWords = {
  lead: (contactMonths) =>
    `Your personal data are processed by the department that publishes the consultation and given to no third party. They serve to review, handle and answer your comments, and the contact, follows and account that you choose to have. Contacts are deleted ${contactMonths} months after closing; comments are kept with the records, and you can have their content erased at any time.`,
  before: [
    {
      heading: 'Who processes your personal data',
      paragraphs: [
        'The department that publishes a consultation; its name stands on the consultation’s first page. Personal data are stored in the country and given to no one abroad.',
        'The name and code of an organisation are not personal data; the name and contact of its contact person are.',
      ],
    },
    {
      heading: 'On what grounds, and how',
      paragraphs: [
        'Comments are processed for the department’s statutory duty to consult. Contacts, published names, follows by mail and accounts rest on your consent: you may leave them out and comment all the same.',
        'The site points moderators to possible personal data, similar texts and words to watch for. It decides nothing by itself and makes no profile of anybody.',
        'Only the cookies are used that signing in, receipts, language and text size need; no tools of third parties for statistics or advertising.',
      ],
    },
  ],
  tableHeading: 'Which personal data, and for how long',
  after: [
    {
      heading: 'Your rights',
      paragraphs: [
        'To look at and copy: with number and query code the receipt page shows all personal data of that comment, to read or download; with an account, the page of your account does.',
        'To correct: change a comment on its receipt page until it is being decided; change your name and the contact person in your account at any time.',
        'To withdraw consent: until a moderator has accepted it, withdraw the comment on its receipt page; after that it cannot be withdrawn, but you can have its content erased there, and what was public is no longer shown. Unsubscribe in any mail of a follow. What was done before stays valid.',
        'To erase: ask on the receipt page or in your account; the page says what is erased and what the law requires to be kept. What is due is deleted by the site itself.',
        'To complain: to the department, or to the authority that protects personal information.',
      ],
    },
    {
      heading: 'When this notice changes',
      paragraphs: [
        'A new version is published with a sentence on what changed. Earlier versions can always be read; your receipt names the one that applied when you sent it. With an account you are told at the next sign-in.',
      ],
    },
  ],
  additionHeading: 'Additional information',
  readers: {
    everybody: 'Anybody',
    everybody_published: 'Anybody (published comments only)',
    everybody_masked: 'Anybody (of published comments, by default the first character)',
    self: 'You',
    colleagues: 'Members of your organisation',
    moderators: 'Moderators',
    senior_moderators: 'Senior moderators (each reading recorded)',
    staff: 'Staff of the department',
    nobody: 'System (read by nobody)',
  },
  readersJoin: ', ',
  data: {
    contact: {
      what: 'Contact (telephone number or e-mail address, optional)',
      purpose: 'for the department to reach you about this comment',
      period: (months) => `${months} months after closing, then deleted automatically`,
    },
    displayName: {
      what: 'Display name of an individual (optional, may be invented)',
      purpose: 'to sign the comment; only its first character is public unless you agree to more',
      period: () => 'with the comment; you may ask for erasure',
    },
    opinion: {
      what: 'The comment with suggested wordings',
      purpose: 'to review, handle and answer comments and publish what became of them',
      period: () => 'with the records of the consultation; you may ask for erasure',
    },
    earlierTexts: {
      what: 'Appeals, texts as they were before a change, and evidence on targets',
      purpose: 'to decide appeals, see what was changed and weigh the targets',
      period: () => 'with the records of the consultation; you may ask for erasure',
    },
    original: {
      what: 'Words of a comment that were hidden, and the text it is compared by',
      purpose: 'to check whether hiding them was right, and to find comments much alike',
      period: (months) => `${months} months after closing, then deleted automatically`,
    },
    note: {
      what: 'What was noted about a comment in review and handling',
      purpose: 'to give the reasons of decisions and to know what happened',
      period: () => 'with the comment; deleted when its content is erased',
    },
    attachment: {
      what: 'Attachments, confidential annexes with their public summary, stamped forms',
      purpose: 'for the department to check the comment and the organisation',
      period: (hours) =>
        `with the comment, deleted when it is withdrawn; what was neither sent nor saved in an organisation’s draft is deleted after ${hours} hours`,
    },
    follow: {
      what: 'Address that follows by mail',
      purpose: 'to send what you follow, never matched with comments',
      period: (pending, result, closing) =>
        `${pending} days if not confirmed, else until ${result} days after the result, at the latest ${closing} days after closing; unsubscribing deletes it`,
    },
    account: {
      what: 'E-mail address and password hash of an account',
      purpose: 'to sign in and to be notified',
      period: () => 'as long as the account exists',
    },
    accountName: {
      what: 'Name of an account',
      purpose: 'for your colleagues and the department to know you by',
      period: () => 'as long as the account exists',
    },
    session: {
      what: 'Sign-ins, with network address and name of the browser',
      purpose: 'to stay signed in, and for you to see on which devices you are',
      period: (hours) => `ends ${hours} hours after the last use, deleted the next day`,
    },
    unusedAccount: {
      what: 'Accounts of participants that nobody uses',
      purpose: 'what is not needed is not kept',
      period: (months, days) =>
        `deleted after ${months} months without a sign-in; where a mail can be sent, it comes ${days} days before`,
    },
    enterpriseContact: {
      what: 'Name and contact of an organisation’s contact person',
      purpose: 'for the department to verify the organisation and ask about comments',
      period: () =>
        'as long as the organisation has an account, changed whenever you like; deleted the day after its last member left',
    },
    joining: {
      what: 'Requests to join an organisation, and claims that others hold it',
      purpose: 'for its owners or the department to decide',
      period: (months) =>
        `requests ${months} months after they are settled; claims as long as the account exists`,
    },
    link: {
      what: 'Invitations and mailed links, with the address of who is invited',
      purpose: 'to invite colleagues, confirm an address or set a password',
      period: (days) =>
        `deleted the day after they were used or expired; invitations of staff ${days} days after`,
    },
    draft: {
      what: 'What an organisation drafted and did not send, with its files',
      purpose: 'for its own drafting and approval; the department does not see it',
      period: (months) => `${months} months after closing, then deleted automatically`,
    },
    support: {
      what: 'That somebody shares a published concern',
      purpose: 'to count everybody once',
      period: () =>
        'as long as the account exists; taken back whenever you like until the consultation closes',
    },
    mail: {
      what: 'That a mail was sent, without its text',
      purpose: 'to send none twice and leave none out',
      period: (days) => `${days} days after it was sent`,
    },
    source: {
      what: 'A hash of the network address',
      purpose: 'to keep programs from sending and uploading in bulk',
      period: () => 'deleted the next day; the address itself is not kept',
    },
    offline: {
      what: 'Reference and name of what came by letter, telephone or in a meeting',
      purpose: 'to handle it with the comments sent online and find the original',
      period: () => 'with the records of the consultation',
    },
  },
  contactMayDiffer: ' (where a consultation says otherwise, as its form shows)',
  beside: (purpose, period) => `Purpose: ${purpose}. Kept: ${period}.`,
  first: 'First published.',
  changedWithSite: 'The site has changed, and with it the data, purposes or periods named in the notice.',
}
