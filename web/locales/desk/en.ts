import { accountsEn } from './accounts.en'
import { codingEn } from './coding.en'
import { decidedEn } from './decided.en'
import { decisionEn } from './decision.en'
import { exportsEn } from './exports.en'
import { itemEn } from './item.en'
import { officeEn } from './office.en'
import { queueEn } from './queue.en'
import { resultsEn } from './results.en'
import type { DeskWords } from './zh'

export const en: DeskWords = {
  ...accountsEn,
  ...queueEn,
  ...officeEn,
  ...resultsEn,
  ...itemEn,
  ...decisionEn,
  ...decidedEn,
  ...codingEn,
  ...exportsEn,
  product: 'Yanlu',
  skip: 'Skip to main content',
  account: 'Signed in as',
  signOut: 'Sign out',
  publicSite: 'Public site',
  deskNames: {
    moderation: 'Moderation',
    deadlines: 'Deadlines',
    settings: 'Settings',
    cases: 'Cases',
    coding: 'Coding',
    revisions: 'Revisions',
    answers: 'Answers',
    offline: 'Offline',
    staff: 'Figures and exports',
    figures: 'Analysis',
    enterprises: 'Verification',
    results: 'Result',
    consultations: 'Consultations',
    people: 'People',
    account: 'My account',
    signIn: 'Staff sign-in',
  },
  consultation: 'Consultation',
  nav: 'Desks',
  moreDesks: (current) => (current ? `More · ${current}` : 'More'),
  retry: 'Try again',
  close: 'Close',
  loading: 'Loading…',
  failed: 'This could not be loaded',
  offline: 'You are offline. What is loaded can still be read; send decisions once you are connected again.',
  transport: {
    offline: 'The server cannot be reached. Please check your connection and try again.',
    no_answer: 'The server did not answer. Please try again later.',
  },

  signIn: {
    heading: 'Staff sign-in',
    intro: 'For moderators and the staff of the units. Commenting and looking up a receipt need no sign-in.',
    email: 'E-mail',
    password: 'Password',
    showPassword: 'Show password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    emailMissing: 'Please enter your e-mail address.',
    passwordMissing: 'Please enter your password.',
    problem: 'You are not signed in',
    errorPrefix: 'Error: ',
    expired: 'Please sign in first. You will then return to the page you came from.',
  },
  lacking: {
    heading: 'Your account cannot use this page',
    text: (name, role) =>
      `You are signed in as ${name} (${role}); this page needs another permission. An administrator can grant it.`,
    own: (desk) => `Go to ${desk}`,
    other: 'Sign in with another account',
  },
  missing: {
    heading: 'There is no such page',
    text: 'The address may be wrong, or the page has moved.',
    back: 'Back to the desk',
  },

  staff: {
    heading: 'Figures and exports',
    intro: 'Everything that was received, public or not.',
    caution: 'A consultation is not a vote and not a sample.',
    cautionText:
      'These figures say what was received. They do not stand for public opinion and decide nothing.',
    reconcile: 'Totals',
    received: 'Received',
    open: 'Open',
    equation: {
      published: 'Published',
      private: 'Accepted, not public',
      rejected: 'Not published',
      withdrawn: 'Withdrawn',
    },
    openParts: (pending, returned) =>
      `${pending} awaiting review (first and second look) + ${returned} returned`,
    balanced: 'The totals agree',
    unbalanced: (left, right) =>
      `The totals differ: ${left} received, ${right} accounted for. Please ask an administrator before you export.`,
    measuresDiffer: (left, right) =>
      `The parts differ: ${left} received, ${right} over all measures. Please ask an administrator before you export.`,
    table: 'Comments per measure',
    measure: 'Measure',
    byState: 'State',
    byKind: 'Participants',
    returnedShort: 'Returned',
    privateShort: 'Not public',
    theme: (number) => `Theme ${number}`,
    total: 'Total',
    empty: 'Nothing received yet',
    emptyText: 'None received is a normal result. Comments will be listed here by measure.',
    sideways: 'Scroll the table sideways to see all columns.',
    updated: (time) => `As of ${time}`,
    refresh: 'Refresh',
    export: 'Export comments',
    exportIntro:
      'Choose what to export; with nothing chosen it is everything. Days are Beijing days of submission, both included.',
    filterMeasure: 'Measure',
    filterKind: 'Participants',
    filterState: 'State',
    any: 'All',
    from: 'First day',
    to: 'Last day',
    reversed: 'The last day cannot be before the first.',
    csv: 'Download CSV',
    csvHint: 'UTF-8, opens in Excel and WPS',
    xlsx: 'Download XLSX',
    xlsxHint: 'Excel workbook with all summary sheets',
    dictionary: 'Download data dictionary',
    dictionaryHint: 'What each column means and holds',
    confidential: 'Exports hold comments that are not public. Please keep them as internal papers.',
  },
}
