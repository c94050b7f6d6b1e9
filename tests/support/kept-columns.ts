import { erasedAccountRows, erasedWords } from '../../worker/services/privacy/erased-words'

/**
 * Columns that an erasure leaves as they are, each with the reason why no participant's words can be in it, or why they stay. A
 * column of text stands here, or in the lists of what is erased, or the test of deletion fills it.
 */
const kept: Record<string, string> = {
  'schema_migrations.* sqlite_sequence.* retention_runs.key privacy_notices.* searches.*':
    'the product speaks here',
  'consultations.* consultation_drafts.* consultation_extensions.* themes.* measures.* clauses.* targets.* baselines.*':
    'the document, written by the office',
  'review_sections.* clause_changes.* plan_revisions.* units.* measure_units.* unit_members.*':
    'the document and its revisions, written by the office',
  'reasons.* reason_wordings.* banned_words.* standard_text_versions.* delay_notices.* codebooks.* codes.*':
    'wordings of the office that are of no single comment',
  'codebook_entries.*':
    'rules for sorting; examples are chosen and worded by staff and never leave the office',
  'suggestion_runs.parameters suggestion_runs.made_by blind_codings.* coding_samples.* tags.*':
    'codes, and how the machine was set; its phrases are filled in the test',
  'responses.* response_versions.* response_steps.* response_releases.* results.*':
    'the department’s answer and what led to it',
  'dispositions.*': 'the department’s decision with its reason',
  'redactions.* decision_counts.* decision_waits.* received_counts.* comment_counts.* channel_counts.* case_counts.*':
    'codes of decisions and counts',
  'profile_counts.* target_opinion_counts.* target_value_counts.* review_counts.* agreement_counts.* support_counts.*':
    'counts',
  'figure_renewals.* adoption_rows.* news.* desk_events.* desk_presences.* review_exclusions.* review_signals.* cases.*':
    'codes, numbers and the office’s people',
  'comments.public_id comments.query_code_hash comments.state comments.stance comments.participant_kind comments.channel':
    'what came in, and the key to its receipt',
  'comments.uscc comments.quote': 'an organisation’s code; words of the plan',
  'comment_revisions.stance': 'one of four words',
  'target_opinions.opinion': 'one of three words',
  'appeals.decision_id': 'an id',
  'moderation_decisions.* review_opinions.*': 'ids and codes; the notes are on the list',
  'staff_notes.written_by note_mentions.*': 'the office’s people',
  'tag_suggestions.*': 'ids and codes; the phrase is on the list',
  'offline_records.* offline_imports.*': 'who entered it and from which file; its reference is on the list',
  'used_proofs.* challenge_counts.* upload_counts.* search_remnants.*': 'random numbers and keyed hashes',
  'similar_groups.text_hash': 'a hash, replaced with the words',
  'audit_log.* sealed_entries.* tree_nodes.* tree_heads.*':
    'the sealed record: ids, codes, counts and hashes',
  'exports.*': 'who took an export, when, and by which filters',
  'enterprises.*': 'an organisation’s name and facts are not personal data',
  'submissions.* submission_entries.* submission_versions.* submission_comments.*':
    'an organisation’s words, sent or drafted in its name',
  'verification_steps.*': 'what a decision of the office rests on',
  'enterprise_contacts.*':
    'goes with the account that is alone in its enterprise or is named there; filled in the test of accounts',
  'follows.* follow_subjects.* follow_mails.*': 'deleted with the address; the handle is random',
  'annex_openings.* annex_readers.*': 'the office’s people, and why they opened an annex',
  'case_reminders.* invitations.*': 'the office’s people',
  'stray_files.storage_key': 'an id',
  'verifications.*': 'what a sign-on that is under way needs, for minutes',
  'comment_search_config.* comment_search_docsize.* comment_search_idx.*': 'numbers of the index',
}

const patterns = Object.keys(kept).flatMap((names) => names.split(' '))

/** Whether it is on a list: of what is erased, or of what stays for a reason. */
export function isAccountedFor(name: string): boolean {
  const [table = '', column = ''] = name.split('.')
  const erased = [...erasedWords, ...erasedAccountRows].find((each) => each.table === table)
  if (erased && (!erased.set || column in erased.set)) return true
  return patterns.includes(name) || patterns.includes(`${table}.*`)
}
