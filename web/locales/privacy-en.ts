import type { PrivacyFrameWords } from './privacy-zh'

export const privacyEn: PrivacyFrameWords = {
  title: 'Privacy notice',
  inForce: (version, moment) => `Version ${version}, in force since ${moment}.`,
  old: (version) => `This is version ${version}, which is no longer in force.`,
  toPresent: 'Read the present version',
  columns: { what: 'Personal data', purpose: 'Purpose', period: 'Kept', readers: 'Who sees it' },
  waysHeading: 'Where to do it',
  ways: {
    receipt: 'See, change, withdraw, download or erase a comment with its receipt',
    data: 'See and download the personal data of your account',
    erase: 'Close your account',
    follow: 'Stop mails: press “unsubscribe” in any of them',
  },
  versionsHeading: 'All versions',
  version: (version) => `Version ${version}`,
  hash: 'SHA-256',
  present: 'in force',
  beside: ['What the data are for, how long they are kept and your rights: ', 'privacy notice', '.'],
  changed: (version) =>
    version > 1
      ? `The privacy notice has changed: version ${version}.`
      : 'How this site uses what you tell it is said in the privacy notice.',
  readIt: 'Read the notice',
  understood: 'Got it',
  onReceipt: (version) => `Sent under version ${version} of the privacy notice`,
}
