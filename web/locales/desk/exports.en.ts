import type { exportsZh } from './exports.zh'

export const exportsEn: typeof exportsZh = {
  exports: {
    filterChannel: 'Channel',
    audience: 'For whom',
    audiences: { staff: 'Internal: all fields', public: 'May be public: published comments, masked' },
    adoption: 'Download adoption table',
    adoptionHint: 'What became of each comment, CSV',
    openData: 'Open data',
    openDataHint: 'What anybody may download',
    heading: 'Exports',
    intro:
      'The latest exports, whoever took them. A file whose checksum is the one shown here has not been changed.',
    none: 'Nobody has exported anything yet.',
    kinds: {
      'comments.csv': 'Comments (CSV)',
      'comments.xlsx': 'Workbook of comments (XLSX)',
      'adoption.csv': 'Adoption table (CSV)',
      'open-data.zip': 'Open data (ZIP)',
    },
    audienceShort: { staff: 'internal', public: 'public' },
    anybody: 'The public',
    rows: (count) => `${count} rows`,
    soFar: (rows, size) => `${rows} rows so far, ${size}`,
    started: (time) => `begun ${time}`,
    by: (name, time) => `${name}, ${time}`,
    hash: 'SHA-256',
    copy: 'Copy checksum',
    copied: 'Copied',
    cancel: 'Cancel export',
    cancelling: 'Cancelling',
    cancelled: (what) => `Cancelled: ${what}`,
    filters: 'Selection',
    noFilter: 'All comments',
    failedHint: 'The file is not whole. Please export again.',
    refresh: 'Refresh the list',
  },
}
