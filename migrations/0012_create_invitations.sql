ALTER TABLE users ADD COLUMN has_second_factor INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN disabled_at INTEGER;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN signed_in_at INTEGER;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN failed_sign_ins INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX users_by_age ON users (created_at);
--> statement-breakpoint
CREATE TABLE two_factors (
  id TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
  secret TEXT NOT NULL,
  backup_codes TEXT NOT NULL,
  is_verified INTEGER NOT NULL DEFAULT 0,
  failed_verification_count INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER,
  used_code TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE invitations (
  id TEXT PRIMARY KEY NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  user_id TEXT UNIQUE REFERENCES users (id) ON DELETE CASCADE,
  email TEXT UNIQUE,
  name TEXT,
  role TEXT CHECK (role IN ('moderator', 'senior_moderator', 'staff', 'admin')),
  invited_by TEXT NOT NULL REFERENCES users (id),
  invited_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  CHECK ((user_id IS NULL) = (email IS NOT NULL AND name IS NOT NULL AND role IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX invitations_by_inviter ON invitations (invited_by);
