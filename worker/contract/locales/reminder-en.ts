import type { ReminderWords } from './reminder-zh'

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

export const reminderEn: ReminderWords = {
  subject: (due, overdue) =>
    overdue > 0 ? `cases: ${overdue} overdue, ${due} due soon` : `cases: ${due} due soon`,
  greeting: (name) => `Hello ${name},`,
  summary: (due, overdue) =>
    `of the comments assigned to you, ${due} fall due within two working days and ${overdue} are overdue.`,
  day: ({ month, day }) => `${day} ${months[month - 1]}`,
  due: (day) => `due on ${day}`,
  late: (day) => `overdue (was due by ${day})`,
  line: (publicId, measure, when) => `${publicId}  ${measure}  ${when}`,
  more: (count) => `and ${count} more, which are on your desk.`,
  open: (consultation, count, address) => `${consultation} (${count}), your desk: ${address}`,
  footer:
    'This mail was sent automatically, at most one a working day; please do not reply. Days are Beijing’s.',
}
