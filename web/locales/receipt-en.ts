import type { ReceiptWords } from './receipt-zh'

export const receiptEn: ReceiptWords = {
  lookupTitle: 'Find a receipt',
  lookupLead: 'Enter the number and the query code you got when you sent your comment.',
  publicId: 'Comment number',
  publicIdHint: 'Such as GX21-7F3K-92QX. Case and hyphens do not matter.',
  queryCode: 'Query code',
  queryCodeHint: 'Such as 7F3K-92QX-M4TB. Only you know it; please do not pass it on.',
  lookup: 'Find',
  lost: 'A lost query code cannot be recovered. The number may be public; published comments can be searched by it.',
  title: 'Receipt',
  thanks: 'Your comment was received. Thank you for taking part',
  thanksBody:
    'Please note, photograph or print the number and the query code. We do not keep the code itself, so a lost one cannot be recovered. With it you can look up the result. If your comment is returned or not published, you can change it and send it again, or appeal.',
  keep: 'Receipt',
  submittedAt: 'Submitted',
  beijing: (moment) => `${moment} (Beijing time)`,
  print: 'Print this page',
  printHint: 'You can print this page from your browser’s menu.',
  next: 'What happens next',
  nextSteps: (days, day) => [
    `A moderator reads comments one by one, in the order in which they came: within ${days} working ${days === 1 ? 'day' : 'days'}, by ${day}.`,
    'If it passes it is published as you chose. If it is returned or not published, the reason is given.',
    'You can look it up at any time with the number and the query code.',
  ],
  state: 'Status',
  stateHints: {
    pending: 'It awaits review and is not public yet.',
    published: 'It is public: anyone can read it.',
    private: 'The department has it. As you chose, it is not published.',
    returned: 'The moderator asks you to change it and send it again. The reason is below.',
    rejected: 'It was not published. The reason is below.',
    withdrawn: 'It was withdrawn.',
  },
  ofEarlierPeople:
    'Since this was sent, the organisation was handed to other people. The code still shows it; changing or withdrawing it is up to those who belong to the organisation now, in its response.',
  ofResponse:
    'This comment is part of an organisation’s formal response: the query code shows it and changes nothing. To change or withdraw it, a member signs in, reopens the response and, once it is approved, it is sent again; not after closing.',
  returnedOfResponse:
    'The moderator asks you to change it; the reason is below. Before closing, sign in and reopen the response, change this part, and have it approved and sent again.',
  replaced: ['The organisation has sent its response again since: ', ' has taken the place of this comment.'],
  leftOut: 'The organisation has sent its response again since, without this comment.',
  upheld: 'The appeal is closed and the decision was upheld. The moderator’s reply is below.',
  returnedForGood:
    'The consultation has closed and this comment can no longer be changed. The reason why it was returned is below.',
  journey: 'What happened',
  steps: {
    published_at_once: 'Public at once, to be reviewed',
    received: 'Received',
    resubmitted: 'Changed text received',
    publish: 'Passed review',
    redact: 'Passed review, parts hidden',
    return: 'Returned for change',
    reject: 'Not published',
    appealed: 'Appeal filed',
    withdrawn: 'Withdrawn',
    erased: 'Content deleted at the author’s wish',
    restore: 'Restored',
    uphold: 'Decision upheld',
  },
  waiting: { pending: 'Awaiting review', appeal: 'Awaiting the outcome of the appeal' },
  latest: (day) => `by ${day}`,
  promised: (day) => `was promised by ${day}`,
  promise: (days, day) =>
    `We promise to review it within ${days} working ${days === 1 ? 'day' : 'days'}, by ${day}.`,
  overdue: (day) =>
    `It is past the time we promised (${day}). We apologise. It is still waiting for review and will not be forgotten.`,
  appealOpen: 'A moderator who has not dealt with this comment before decides on your appeal.',
  appealPromise: (days, day) =>
    `We promise an answer within ${days} working ${days === 1 ? 'day' : 'days'}, by ${day}.`,
  appealOverdue: (day) =>
    `It is past the time we promised (${day}). We apologise. Your appeal is still waiting and will not be forgotten.`,
  delay: (day) => `The review is delayed; we expect to finish by ${day}.`,
  delayTold: (day) => `Notice of ${day}`,
  hidden: (count, reasons) =>
    `So that it could be published, the moderator hid ${count} ${count === 1 ? 'passage' : 'passages'}: ${reasons}. Readers see a mark in its place. The original is open to named staff only, and each reading is recorded.`,
  hiddenPart: (reason, count) => `${reason} (${count})`,
  hiddenJoin: ', ',
  stepPrivate: 'Passed review, not public',
  reason: 'Reason',
  note: 'Moderator’s note',
  reply: 'Moderator’s reply',
  appealReason: 'Why you appealed',
  yours: 'Your comment',
  appears: 'As readers see it',
  notPublic: 'This is not public.',
  noLonger: 'This is no longer public.',
  stays: 'You chose to address the department only. This is not published.',
  resubmit: 'Change it and send it again',
  resubmitLead: 'Please change it as the reason asks. Number and query code stay the same.',
  resubmitSend: 'Send again',
  resubmitEndsAppeal: 'Sending it again ends the appeal.',
  edit: 'Change this comment',
  editLead:
    'You can change it until somebody has begun to decide on it. It then waits anew, from the time of the change; number and query code stay the same.',
  editSend: 'Send the changed text',
  changeReturned: 'Please change it as the reason on the receipt asks. Number and query code stay the same.',
  changeEndsSupports:
    'Others have said that they share this concern. If you change the text, your stance, the wording or the clause, that no longer counts.',
  openChange: 'Open the form',
  changeSigned:
    'Sent as an individual. That cannot change; where it should, withdraw the comment and send another.',
  changeSignedBy: (name, uscc) =>
    `Sent in the name of “${name}” (unified social credit code ${uscc}). That cannot change; where it should, withdraw the comment and send another.`,
  changeKeepsProfile: 'What you said of your organisation stays as it is. ',
  changeKeepsFiles: (count) =>
    `The ${count === 1 ? 'file' : `${count} files`} sent with it ${count === 1 ? 'stays' : 'stay'} as before; none can be added or taken away here. `,
  changeKeepsAnnex: 'The confidential annex stays as it is; its public summary can be changed.',
  supportsDropped: (count) =>
    count === 1
      ? 'One other had said that they share the concern as it was; that no longer counts.'
      : `${count} others had said that they share the concern as it was; that no longer counts.`,
  sentBefore: 'You have just sent this comment; it was not sent twice',
  sentBeforeLead: (publicId, mayEdit) =>
    `Its number is ${publicId}, and this is its receipt.${mayEdit ? ' To add or change something, change the comment below.' : ''}`,
  changed: 'Your changed text has arrived',
  changedLead: 'Number and query code stay the same; below you see how it goes on.',
  backToReceipt: 'Back to the receipt',
  again: 'Say something else',
  againHere: 'Another comment on this measure',
  againAnywhere: 'Choose another measure',
  copy: 'Copy number and code',
  copied: 'Copied',
  copyText: (publicId, queryCode) => `Number: ${publicId}\nQuery code: ${queryCode}`,
  saveFile: 'Save as a file',
  withdraw: 'Withdraw this comment',
  withdrawLead:
    'A withdrawn comment is not reviewed, not published and not counted in the outcome; the contact and the files you left are deleted at once. You can still look it up with its number and code. This cannot be undone: to take part again, send a new comment.',
  withdrawSend: 'Withdraw it',
  appeal: 'Appeal',
  appealOffer: 'Disagree? You can appeal once',
  appealLead: (day) =>
    `You can appeal until 24:00 on ${day}, once for each comment. A moderator who has not dealt with it before decides; the outcome and the reply appear on this page.`,
  appealText: 'Why you appeal',
  appealHint:
    'Please say what is wrong with the decision. Do not give contact details or other personal data.',
  appealSend: 'Send the appeal',
  expired: 'Please enter the query code again',
  expiredBody:
    'To protect you, the receipt asks for the query code again after 30 minutes. What you wrote was not sent; it is kept further down on this page. Please copy it first.',
  typed: 'What you just wrote',
  typedHint: 'It was not sent. Copy it if you wish to keep it.',
  seePublic: 'See its public page',
  another: 'Look up another',
  toMeasure: 'Back to this measure',
}
