ALTER TABLE users RENAME COLUMN role TO former_role;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN role TEXT NOT NULL DEFAULT 'participant'
  CHECK (role IN ('moderator', 'senior_moderator', 'staff', 'admin', 'participant'));
--> statement-breakpoint
UPDATE users SET role = former_role;
--> statement-breakpoint
ALTER TABLE users DROP COLUMN former_role;
--> statement-breakpoint
CREATE INDEX users_of_office_by_age ON users (created_at) WHERE role <> 'participant';
--> statement-breakpoint
CREATE TABLE account_links (
  id TEXT PRIMARY KEY NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'password')),
  token_hash TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  UNIQUE (user_id, purpose)
) STRICT;
--> statement-breakpoint
CREATE TABLE enterprises (
  id TEXT PRIMARY KEY NOT NULL,
  uscc TEXT NOT NULL UNIQUE CHECK (length(uscc) = 18),
  name TEXT NOT NULL CHECK (length(name) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'association', 'institution')),
  size TEXT CHECK (size IN ('large', 'medium', 'small', 'micro')),
  ownership TEXT CHECK (ownership IN ('state', 'collective', 'private', 'hmt', 'foreign', 'other')),
  industry TEXT,
  city TEXT,
  state TEXT NOT NULL DEFAULT 'unverified' CHECK (state IN ('unverified', 'submitted', 'verified', 'rejected')),
  state_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX enterprises_by_state ON enterprises (state, state_at);
--> statement-breakpoint
CREATE INDEX enterprises_by_time ON enterprises (state_at);
--> statement-breakpoint
CREATE TABLE enterprise_contacts (
  enterprise_id TEXT PRIMARY KEY NOT NULL REFERENCES enterprises (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
  value TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE enterprise_members (
  user_id TEXT PRIMARY KEY NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  part TEXT NOT NULL CHECK (part IN ('owner', 'drafter', 'approver')),
  joined_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX enterprise_members_of ON enterprise_members (enterprise_id, joined_at);
--> statement-breakpoint
CREATE TABLE enterprise_invitations (
  id TEXT PRIMARY KEY NOT NULL,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  part TEXT NOT NULL CHECK (part IN ('owner', 'drafter', 'approver')),
  email TEXT,
  token_hash TEXT NOT NULL UNIQUE,
  invited_by TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  invited_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX enterprise_invitations_of ON enterprise_invitations (enterprise_id, invited_at);
--> statement-breakpoint
CREATE INDEX enterprise_invitations_by_inviter ON enterprise_invitations (invited_by);
--> statement-breakpoint
CREATE TABLE join_requests (
  id TEXT PRIMARY KEY NOT NULL,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'declined', 'withdrawn')),
  asked_at INTEGER NOT NULL,
  settled_at INTEGER,
  settled_by TEXT REFERENCES users (id) ON DELETE SET NULL,
  CHECK ((state = 'waiting') = (settled_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX join_requests_waiting_of_user ON join_requests (user_id) WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX join_requests_of_user ON join_requests (user_id, asked_at);
--> statement-breakpoint
CREATE INDEX join_requests_waiting ON join_requests (enterprise_id, asked_at) WHERE state = 'waiting';
--> statement-breakpoint
CREATE TABLE verification_steps (
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  from_state TEXT NOT NULL CHECK (from_state IN ('unverified', 'submitted', 'verified', 'rejected')),
  to_state TEXT NOT NULL CHECK (to_state IN ('unverified', 'submitted', 'verified', 'rejected')),
  means TEXT NOT NULL CHECK (means IN ('document', 'sign_on', 'staff', 'claim')),
  document TEXT,
  note TEXT,
  actor_id TEXT,
  taken_at INTEGER NOT NULL,
  PRIMARY KEY (enterprise_id, number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER verification_steps_refuse_update BEFORE UPDATE ON verification_steps BEGIN
  SELECT RAISE(ABORT, 'verification_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER verification_steps_refuse_delete BEFORE DELETE ON verification_steps BEGIN
  SELECT RAISE(ABORT, 'verification_steps is append-only');
END;
--> statement-breakpoint
CREATE TABLE account_mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN (
    'confirm', 'password', 'known', 'invitation', 'join_asked', 'join_settled', 'verification', 'claim_settled', 'handed_over',
    'unused')),
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  subject_id TEXT NOT NULL,
  dedupe_key TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  sent_at INTEGER,
  given_up_at INTEGER,
  CHECK (sent_at IS NULL OR given_up_at IS NULL),
  CHECK ((user_id IS NULL) = (kind = 'invitation'))
) STRICT;
--> statement-breakpoint
CREATE INDEX account_mails_waiting ON account_mails (next_attempt_at, id) WHERE sent_at IS NULL AND given_up_at IS NULL;
--> statement-breakpoint
CREATE INDEX account_mails_by_age ON account_mails (created_at);
--> statement-breakpoint
CREATE INDEX account_mails_of_user ON account_mails (user_id) WHERE user_id IS NOT NULL;
