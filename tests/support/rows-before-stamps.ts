/** Rows as migrations 0001 to 0050 hold them: scans in every state, a response that was sent, and mails, two of which wait. */
export const rowsBeforeStamps = `
  INSERT INTO users (id, name, email, role, created_at, updated_at) VALUES
    ('clerk', '李工', 'clerk@example.test', 'staff', 1, 1),
    ('owner', '赵敏', 'owner@example.test', 'participant', 1, 1);
  INSERT INTO consultations (id, key, code, title, title_en, authority, authority_en, review_heading, review_preamble,
    agenda_heading, agenda_preamble, opens_at, closes_at, is_current, created_at)
    VALUES (1, '2021-plan', 'GX21', '工作计划', 'Work plan', '省厅', 'Department', '一', '一', '二', '二', 1, 90, 1, 1);
  INSERT INTO themes (id, consultation_id, key, number, title, short_title, short_title_en)
    VALUES (1, 1, '1', 1, '培育', '培育', 'Growth');
  INSERT INTO measures (id, consultation_id, theme_id, key, number, title, short_title, short_title_en)
    VALUES (1, 1, 1, '1.1', 1, '名单', '名单', 'List');
  INSERT INTO clauses (id, measure_id, key, number, text) VALUES (1, 1, '1.1.1', 1, '公布名单。');
  INSERT INTO comments (id, public_id, query_code_hash, consultation_id, measure_id, clause_id, state, body, stance,
    participant_kind, participant_name, uscc, is_publishable, created_at, submitted_at) VALUES
    (1, 'GX21-1', 'h1', 1, 1, 1, 'pending', '建议公布名单。', 'suggest', 'enterprise', '一厂', '91440000000000001A', 1, 2, 2),
    (2, 'GX21-2', 'h2', 1, 1, NULL, 'published', '赞成。', 'support', 'enterprise', '二厂', '91440000000000002A', 1, 3, 3),
    (3, 'GX21-3', 'h3', 1, 1, NULL, 'published', '部分赞成。', 'partly', 'association', '三会', '91440000000000003A', 1, 4, 4),
    (4, 'GX21-4', 'h4', 1, 1, 1, 'private', '不赞成。', 'oppose', 'institution', '四院', '91440000000000004A', 0, 5, 5),
    (5, 'GX21-5', 'h5', 1, 1, NULL, 'withdrawn', '收回。', 'oppose', 'enterprise', '五厂', '91440000000000005A', 1, 6, 6);
  INSERT INTO enterprises (id, uscc, name, kind, state, state_at, created_at)
    VALUES ('firm', '91440000000000001A', '一厂', 'enterprise', 'submitted', 7, 7);
  INSERT INTO enterprise_members (user_id, enterprise_id, part, joined_at) VALUES ('owner', 'firm', 'owner', 7);
  INSERT INTO submissions (id, public_id, enterprise_id, consultation_id, created_at)
    VALUES ('response', 'GX21-R', 'firm', 1, 8);
  INSERT INTO submission_entries (id, submission_id, measure_id, clause_id, stance, body, plan_revision, updated_by, updated_at)
    VALUES ('entry', 'response', 1, 1, 'suggest', '建议公布名单。', 1, 'owner', 8);
  INSERT INTO attachments (id, comment_id, purpose, file_name, media_type, size, sha256, storage_key, uploaded_at,
    uploaded_by, enterprise_id, entry_id) VALUES
    ('waits', 1, 'stamped', '一.pdf', 'application/pdf', 11, 'f1', 'k1', 11, 'owner', NULL, NULL),
    ('illegible', 1, 'stamped', '二.pdf', 'application/pdf', 12, 'f2', 'k2', 10, NULL, NULL, NULL),
    ('confirmed', 2, 'stamped', '三.pdf', 'application/pdf', 13, 'f3', 'k3', 13, NULL, NULL, NULL),
    ('outdated', 3, 'stamped', '四.pdf', 'application/pdf', 14, 'f4', 'k4', 14, NULL, NULL, NULL),
    ('newest', 4, 'stamped', '五.pdf', 'application/pdf', 15, 'f5', 'k5', 15, NULL, NULL, NULL),
    ('evidence', NULL, 'evidence', '六.pdf', 'application/pdf', 16, 'f6', 'k6', 16, 'owner', NULL, 'entry'),
    ('licence', NULL, 'verification', '七.pdf', 'application/pdf', 17, 'f7', 'k7', 17, 'owner', 'firm', NULL),
    ('annex', 4, 'annex', '八.pdf', 'application/pdf', 18, 'f8', 'k8', 18, NULL, NULL, NULL),
    ('unclaimed', NULL, 'evidence', '九.pdf', 'application/pdf', 19, 'f9', 'k9', 19, NULL, NULL, NULL);
  INSERT INTO annexes (attachment_id, comment_id, summary, wrapped_key) VALUES ('annex', 4, '成本构成', 'w');
  UPDATE submissions SET state = 'sent', step = 'send', step_by = 'owner', step_at = 20 WHERE id = 'response';
  INSERT INTO submission_versions (submission_id, number, content, sha256, sent_by, sent_at)
    VALUES ('response', 1, '{}', '${'a'.repeat(64)}', 'owner', 20);
  INSERT INTO submission_comments (comment_id, submission_id, measure_id, clause_id, sent_revision, first_version)
    VALUES (1, 'response', 1, 1, 1, 1);
  INSERT INTO stamped_scans (id, attachment_id, comment_id, revision, text_sha256, state, refusal, note, decided_by, decided_at)
    VALUES
    (3, 'illegible', 1, 1, 't1', 'refused', 'other', '看不清。', 'clerk', 30),
    (4, 'waits', 1, 1, 't1', 'submitted', NULL, NULL, NULL, NULL),
    (7, 'confirmed', 2, 1, 't2', 'confirmed', NULL, NULL, 'clerk', 31),
    (8, 'outdated', 3, 1, 't3', 'confirmed', NULL, NULL, 'clerk', 32),
    (12, 'newest', 4, 1, 't4', 'refused', 'no_seal', NULL, 'clerk', 33);
  UPDATE comments SET revision = 2, body = '改为赞成。' WHERE id = 3;
  INSERT INTO account_mails (id, kind, user_id, subject_id, dedupe_key, created_at, next_attempt_at, attempts, last_error,
    sent_at, given_up_at, address_hash) VALUES
    (2, 'confirm', 'owner', 'owner', 'd1', 40, 40, 1, NULL, 41, NULL, NULL),
    (3, 'invitation', NULL, 'i1', 'd2', 42, 43, 0, NULL, NULL, NULL, 'ha'),
    (5, 'response_step', 'owner', 'response', 'd3', 44, 60, 2, '连接被拒绝', NULL, NULL, NULL),
    (6, 'password', 'clerk', 'l1', 'd4', 45, 90, 9, '地址不存在', NULL, 50, NULL)`
