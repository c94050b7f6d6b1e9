/** Columns that no export of any audience holds, each with its reason; tests compare them with the database. */
export const neverExported: readonly { table: string; columns: readonly string[]; reason: string }[] = [
  {
    table: 'comments',
    columns: ['query_code_hash'],
    reason: '查询码的校验值只用于核对作者本人，泄露后可用来反复试探。',
  },
  {
    table: 'comments',
    columns: ['id', 'consultation_id', 'root_id', 'depth', 'decided_at'],
    reason: '内部编号和排序用的派生值，公开编号、回复关系和审核时间另有专列。',
  },
  {
    table: 'comments',
    columns: ['is_unconfirmed'],
    reason: '先发后审的意见是否已经审核，只在审核前有意义；审核决定和时间另有专列。',
  },
  {
    table: 'comment_revisions',
    columns: ['comment_id', 'body', 'stance', 'targets', 'clause_id'],
    reason: '已被作者的新稿取代的文本，导出以现行文本为准；历次提交的时间列在台账。',
  },
  {
    table: 'wordings',
    columns: ['comment_id', 'revision'],
    reason: '内部编号；现行文本的建议表述在“建议条款改为”列。',
  },
  {
    table: 'comment_contacts',
    columns: ['comment_id', 'kind'],
    reason: '内部编号；联系方式的种类从内容即可看出。',
  },
  {
    table: 'comment_originals',
    columns: ['comment_id', 'revision', 'body'],
    reason: '隐去之前的原文只限高级审核员逐条查阅并留痕，不得成批带出。',
  },
  {
    table: 'comment_signals',
    columns: ['id', 'comment_id', 'revision', 'start_offset', 'end_offset', 'detail'],
    reason: '提示信号在文本中的位置和细节，只为审核界面标示所用。',
  },
  {
    table: 'moderation_decisions',
    columns: ['id', 'staged_at', 'batch_id'],
    reason: '内部编号和生效前的技术时间。',
  },
  {
    table: 'redactions',
    columns: ['number', 'comment_id', 'revision', 'start_offset', 'end_offset'],
    reason: '隐去文字的位置会透露被隐去内容的长短，导出只含原因和处数。',
  },
  {
    table: 'appeals',
    columns: ['comment_id', 'decision_id'],
    reason: '内部编号。',
  },
  {
    table: 'review_opinions',
    columns: [
      ...['id', 'comment_id', 'revision', 'review_kind', 'decision', 'reason_id', 'reason_version', 'note'],
      ...['internal_note', 'redactions', 'batch_id', 'given_by', 'given_at'],
    ],
    reason: '复核和抽查须互不知情，个别意见不带出；一致程度见审核一致性统计。',
  },
  {
    table: 'reviews',
    columns: [
      ...['id', 'comment_id', 'kind', 'revision', 'measure_id', 'participant_kind', 'group_id', 'is_front'],
      ...['opened_at', 'held_by', 'held_until', 'passed_to', 'passed_by', 'pass_note'],
    ],
    reason: '审核队列的即时状态，办结即删除。',
  },
  {
    table: 'review_signals',
    columns: ['signal', 'opened_at', 'review_id', 'consultation_id'],
    reason: '审核队列的排序索引。',
  },
  {
    table: 'review_exclusions',
    columns: ['review_id', 'user_id'],
    reason: '审核队列的回避名单，办结即删除。',
  },
  {
    table: 'staged_decisions',
    columns: [
      ...[
        'id',
        'comment_id',
        'review_id',
        'review_kind',
        'revision',
        'decision',
        'reason_id',
        'reason_version',
      ],
      ...['note', 'internal_note', 'redactions', 'batch_id', 'staged_by', 'staged_at', 'effective_at'],
    ],
    reason: '尚未生效、可以撤回的决定，生效后列入台账。',
  },
  {
    table: 'outbox_messages',
    columns: [
      ...[
        'id',
        'kind',
        'comment_id',
        'subject_id',
        'dedupe_key',
        'created_at',
        'next_attempt_at',
        'attempts',
      ],
      ...['last_error', 'sent_at', 'given_up_at', 'deferred_at'],
    ],
    reason: '邮件发送的技术记录。',
  },
  {
    table: 'news',
    columns: ['id', 'consultation_id', 'measure_id', 'kind', 'subject_id', 'published_at'],
    reason: '公开内容的先后次序，只为邮件关注和 Atom 订阅所用；内容本身另有专表。',
  },
  {
    table: 'follows',
    columns: [
      ...['id', 'consultation_id', 'email', 'handle', 'language', 'frequency', 'created_at', 'asked_at'],
      ...['asked_count', 'confirmed_at', 'seen_news_id', 'due_at', 'notice_version'],
    ],
    reason: '关注人的邮箱属个人信息，只为发送其关注的内容而收集，不作他用，退订即删除。',
  },
  {
    table: 'follow_subjects',
    columns: ['follow_id', 'kind', 'subject_id', 'created_at', 'confirmed_at'],
    reason: '某个邮箱关注什么属个人信息，不带出。',
  },
  {
    table: 'follow_mails',
    columns: [
      ...['id', 'follow_id', 'kind', 'mail_key', 'after_news_id', 'until_news_id', 'created_at'],
      ...['next_attempt_at', 'attempts', 'last_error', 'sent_at', 'given_up_at'],
    ],
    reason: '向关注人发送邮件的技术记录。',
  },
  {
    table: 'similar_groups',
    columns: ['text_hash', 'normal_text', 'created_at'],
    reason: '比对相似文本所用的中间值。',
  },
  {
    table: 'cases',
    columns: [
      ...['comment_id', 'measure_id', 'participant_kind', 'assignment_version', 'comment_revision'],
      ...['similar_key', 'is_published'],
    ],
    reason: '与意见明细相同的值，以及防止同时改动的计数。',
  },
  {
    table: 'adoption_rows',
    columns: [
      ...['first_comment_id', 'measure_id', 'similar_key', 'disposition', 'is_published', 'comment_count'],
    ],
    reason: '意见采纳情况汇总表分行所用的中间值。',
  },
  {
    table: 'dispositions',
    columns: ['comment_id', 'comment_revision'],
    reason: '内部编号，以及核对所看文本用的版次。',
  },
  { table: 'disposition_changes', columns: ['comment_id', 'version'], reason: '内部编号。' },
  {
    table: 'staff_notes',
    columns: ['id', 'measure_id', 'comment_id', 'text', 'written_by', 'written_at'],
    reason: '同事之间的便签，不是办理依据。',
  },
  { table: 'note_mentions', columns: ['note_id', 'user_id', 'read_at'], reason: '便签的提醒状态。' },
  {
    table: 'tag_suggestions',
    columns: [
      ...[
        'id',
        'run_id',
        'comment_id',
        'measure_id',
        'code_id',
        'cluster',
        'phrase',
        'score',
        'state',
        'settled_by',
        'settled_at',
      ],
    ],
    reason: '机器提出的编码建议，经人确认后才是编码。',
  },
  {
    table: 'tags',
    columns: [
      ...[
        'id',
        'comment_revision',
        'codebook_id',
        'start_offset',
        'end_offset',
        'suggestion_id',
        'tagged_by',
      ],
      ...['tagged_at', 'removed_by', 'removed_at'],
    ],
    reason: '标注的位置和经过只在整理界面使用，导出给出意见所带的编码。',
  },
  {
    table: 'untagged_comments',
    columns: ['comment_id', 'measure_id'],
    reason: '哪些意见还没有编码的索引，由编码得出。',
  },
  {
    table: 'coding_sample_comments',
    columns: ['sample_id', 'place', 'comment_id'],
    reason: '样本的抽取次序，导出给出逐个编码的一致性。',
  },
  {
    table: 'blind_codings',
    columns: ['sample_id', 'coded_at'],
    reason: '两人编码的过程，导出给出比较的结果。',
  },
  {
    table: 'coding_samples',
    columns: [
      'consultation_id',
      'seed',
      'size',
      'measure_id',
      'population',
      'made_by',
      'made_at',
      'closed_by',
    ],
    reason: '样本的抽取参数，在整理界面查阅。',
  },
  {
    table: 'codebooks',
    columns: [
      ...[
        'id',
        'consultation_id',
        'note',
        'edit',
        'created_by',
        'created_at',
        'published_by',
        'published_at',
      ],
    ],
    reason: '编码本的编辑记录，在整理界面查阅。',
  },
  { table: 'codes', columns: ['id', 'consultation_id'], reason: '内部编号。' },
  {
    table: 'codebook_entries',
    columns: ['codebook_id', 'code_id', 'position'],
    reason: '内部编号和排列次序。',
  },
  {
    table: 'offline_records',
    columns: ['comment_id', 'import_row', 'entry_key', 'entered_at'],
    reason: '内部编号、防止重复录入的标记和录入的时间；收到日期另列。',
  },
  {
    table: 'offline_imports',
    columns: ['id', 'sha256', 'row_count', 'imported_by', 'imported_at'],
    reason: '成批导入的技术记录，在导入界面查阅。',
  },
  { table: 'target_opinions', columns: ['comment_id'], reason: '内部编号。' },
  { table: 'participant_profiles', columns: ['comment_id'], reason: '内部编号。' },
  {
    table: 'targets',
    columns: ['id', 'clause_id', 'number', 'start_offset', 'end_offset', 'bound'],
    reason: '目标值在条款中的位置，文本中的写法已列出。',
  },
  {
    table: 'plan_revisions',
    columns: ['id', 'consultation_id', 'note', 'created_by', 'created_at', 'published_by'],
    reason: '各版的编辑记录；改动的理由逐条列出。',
  },
  { table: 'clause_changes', columns: ['id', 'changed_by', 'changed_at'], reason: '内部编号和编辑记录。' },
  {
    table: 'responses',
    columns: ['consultation_id', 'link_version', 'created_by', 'created_at', 'updated_at'],
    reason: '内部编号、防止同时改动的计数和编辑时间；每一步列在台账。',
  },
  {
    table: 'response_versions',
    columns: ['response_id', 'version', 'written_by', 'written_at'],
    reason: '与台账中的起草步骤相同。',
  },
  {
    table: 'enterprises',
    columns: [
      ...['id', 'uscc', 'name', 'kind', 'size', 'ownership', 'industry', 'city', 'state', 'state_at'],
      ...['version', 'created_at', 'handed_over_at'],
    ],
    reason: '单位账号的登记信息，在单位核验界面查阅；随意见提交的单位信息和是否核验另有专列。',
  },
  {
    table: 'enterprise_contacts',
    columns: ['enterprise_id', 'name', 'kind', 'value', 'notice_version'],
    reason: '单位联系人的个人信息，只供核验和核实意见时联系。',
  },
  {
    table: 'enterprise_members',
    columns: ['user_id', 'enterprise_id', 'part', 'joined_at'],
    reason: '单位成员的个人信息，只供本单位管理。',
  },
  {
    table: 'enterprise_invitations',
    columns: [
      ...['id', 'enterprise_id', 'part', 'email', 'token_hash', 'invited_by', 'invited_at', 'expires_at'],
    ],
    reason: '尚未使用的邀请链接和受邀人的邮箱，泄露后可以冒名加入。',
  },
  {
    table: 'join_requests',
    columns: ['id', 'enterprise_id', 'user_id', 'state', 'asked_at', 'settled_at', 'settled_by'],
    reason: '申请加入单位的个人信息，只供本单位管理。',
  },
  {
    table: 'verification_steps',
    columns: [
      ...['enterprise_id', 'number', 'from_state', 'to_state', 'means', 'document', 'note', 'actor_id'],
      ...['taken_at', 'attachment_id'],
    ],
    reason: '单位核验的经过和证明材料，在单位核验界面查阅。',
  },
  {
    table: 'account_links',
    columns: ['id', 'purpose', 'token_hash', 'user_id', 'made_at', 'expires_at'],
    reason: '尚未使用的账号链接，泄露后可以冒名登录。',
  },
  {
    table: 'account_mails',
    columns: [
      ...['id', 'kind', 'user_id', 'subject_id', 'dedupe_key', 'created_at', 'next_attempt_at', 'attempts'],
      ...['last_error', 'sent_at', 'given_up_at', 'address_hash'],
    ],
    reason: '账号邮件发送的技术记录。',
  },
  { table: 'response_steps', columns: ['id', 'response_id', 'release_id'], reason: '内部编号。' },
  {
    table: 'attachments',
    columns: [
      ...['id', 'comment_id', 'purpose', 'file_name', 'media_type', 'size', 'sha256', 'storage_key'],
      ...['uploaded_at', 'uploaded_by', 'enterprise_id', 'entry_id', 'submission_id'],
    ],
    reason: '附件只供主管部门在办理界面逐份查阅，每次下载均有记录。',
  },
  {
    table: 'annexes',
    columns: ['attachment_id', 'comment_id', 'wrapped_key'],
    reason: '保密附件的内部编号和密钥；附件只有指定人员可以逐份查阅。',
  },
  {
    table: 'annex_openings',
    columns: ['id', 'user_id', 'unit_id', 'purpose', 'opened_at'],
    reason: '保密附件的查阅记录，由提交单位在回执页查阅；意见明细只列次数。',
  },
  {
    table: 'stamped_scans',
    columns: [
      ...['id', 'attachment_id', 'comment_id', 'submission_id', 'revision', 'text_sha256', 'refusal', 'note'],
      ...['decided_by', 'decided_at'],
    ],
    reason: '盖章件的核对经过，在盖章件界面查阅；意见明细只列其状态。',
  },
  {
    table: 'submission_comments',
    columns: [
      ...['comment_id', 'submission_id', 'measure_id', 'clause_id', 'sent_revision', 'first_version'],
      'replaced_in',
    ],
    reason: '意见与单位正式意见各版的对应关系，由单位成员在意见稿页面查阅；计入的意见已列入明细。',
  },
  {
    table: 'supports',
    columns: ['comment_id', 'supporter', 'kind', 'user_id', 'supported_at'],
    reason: '谁对哪条意见表示同感是个人信息，只按参与人类型计数。',
  },
  {
    table: 'support_counts',
    columns: ['comment_id', 'kind', 'count'],
    reason: '同感只供网页上了解，不参与统计和权衡，也不随意见导出。',
  },
  {
    table: 'comments',
    columns: ['erased_at'],
    reason: '应提交人要求删除内容的，在正文一栏注明；删除的时间由本人在回执页面查看。',
  },
  {
    table: 'search_remnants',
    columns: ['comment_id', 'left_at'],
    reason: '已停用的编号表，不再写入。',
  },
]
