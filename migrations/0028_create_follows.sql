CREATE TABLE news (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  measure_id INTEGER REFERENCES measures (id),
  kind TEXT NOT NULL CHECK (kind IN ('comment', 'answer', 'revision', 'result')),
  subject_id INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  CHECK ((kind = 'result') = (measure_id IS NULL))
) STRICT;
--> statement-breakpoint
INSERT INTO news (consultation_id, measure_id, kind, subject_id, published_at)
SELECT consultation_id, measure_id, 'comment', id, coalesce(decided_at, submitted_at)
FROM comments WHERE state = 'published'
UNION ALL
SELECT a.consultation_id, a.measure_id, 'answer', s.id, s.taken_at
FROM response_steps s JOIN responses a ON a.id = s.response_id WHERE s.act = 'publish'
UNION ALL
SELECT DISTINCT p.consultation_id, cl.measure_id, 'revision', p.id, p.published_at
FROM plan_revisions p JOIN clause_changes h ON h.plan_revision_id = p.id JOIN clauses cl ON cl.id = h.clause_id
WHERE p.published_at IS NOT NULL
UNION ALL
SELECT consultation_id, NULL, 'result', id, published_at FROM results
ORDER BY 5;
--> statement-breakpoint
CREATE UNIQUE INDEX news_of_subject ON news (kind, subject_id, measure_id);
--> statement-breakpoint
CREATE INDEX news_of_measure ON news (measure_id, id, kind) WHERE measure_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX news_of_consultation ON news (consultation_id, kind, id);
--> statement-breakpoint
CREATE TRIGGER news_of_comment_made AFTER INSERT ON comments WHEN NEW.state = 'published' BEGIN
  INSERT INTO news (consultation_id, measure_id, kind, subject_id, published_at)
    VALUES (NEW.consultation_id, NEW.measure_id, 'comment', NEW.id, coalesce(NEW.decided_at, NEW.submitted_at));
END;
--> statement-breakpoint
CREATE TRIGGER news_of_comment_published AFTER UPDATE OF state ON comments
  WHEN NEW.state = 'published' AND OLD.state <> 'published' BEGIN
  INSERT INTO news (consultation_id, measure_id, kind, subject_id, published_at)
    VALUES (NEW.consultation_id, NEW.measure_id, 'comment', NEW.id, coalesce(NEW.decided_at, NEW.submitted_at));
END;
--> statement-breakpoint
CREATE TRIGGER news_of_comment_ended AFTER UPDATE OF state ON comments
  WHEN OLD.state = 'published' AND NEW.state <> 'published' BEGIN
  DELETE FROM news WHERE kind = 'comment' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER news_of_answer AFTER INSERT ON response_steps WHEN NEW.act = 'publish' BEGIN
  INSERT INTO news (consultation_id, measure_id, kind, subject_id, published_at)
    SELECT consultation_id, measure_id, 'answer', NEW.id, NEW.taken_at FROM responses WHERE id = NEW.response_id;
END;
--> statement-breakpoint
CREATE TRIGGER news_of_revision AFTER UPDATE OF published_at ON plan_revisions
  WHEN NEW.published_at IS NOT NULL AND OLD.published_at IS NULL BEGIN
  INSERT INTO news (consultation_id, measure_id, kind, subject_id, published_at)
    SELECT DISTINCT NEW.consultation_id, cl.measure_id, 'revision', NEW.id, NEW.published_at
    FROM clause_changes h JOIN clauses cl ON cl.id = h.clause_id WHERE h.plan_revision_id = NEW.id
    ORDER BY cl.measure_id;
END;
--> statement-breakpoint
CREATE TRIGGER news_of_result AFTER INSERT ON results BEGIN
  INSERT INTO news (consultation_id, measure_id, kind, subject_id, published_at)
    VALUES (NEW.consultation_id, NULL, 'result', NEW.id, NEW.published_at);
END;
--> statement-breakpoint
CREATE TABLE follows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  email TEXT NOT NULL COLLATE NOCASE,
  handle TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
  frequency TEXT NOT NULL CHECK (frequency IN ('at_once', 'daily', 'weekly')),
  created_at INTEGER NOT NULL,
  asked_at INTEGER,
  asked_count INTEGER NOT NULL DEFAULT 0,
  confirmed_at INTEGER,
  seen_news_id INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL DEFAULT 0,
  UNIQUE (consultation_id, email)
) STRICT;
--> statement-breakpoint
CREATE INDEX follows_at_once ON follows (seen_news_id, id) WHERE frequency = 'at_once' AND confirmed_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX follows_by_due ON follows (due_at, id) WHERE frequency <> 'at_once' AND confirmed_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX follows_unconfirmed ON follows (created_at) WHERE confirmed_at IS NULL;
--> statement-breakpoint
CREATE TABLE follow_subjects (
  follow_id INTEGER NOT NULL REFERENCES follows (id),
  kind TEXT NOT NULL CHECK (kind IN ('all', 'theme', 'measure', 'answers', 'results')),
  subject_id INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  PRIMARY KEY (follow_id, kind, subject_id),
  CHECK ((kind IN ('theme', 'measure')) = (subject_id <> 0))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX follow_subjects_unconfirmed ON follow_subjects (created_at) WHERE confirmed_at IS NULL;
--> statement-breakpoint
CREATE TABLE follow_mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  follow_id INTEGER NOT NULL REFERENCES follows (id),
  kind TEXT NOT NULL CHECK (kind IN ('link', 'digest')),
  mail_key TEXT NOT NULL UNIQUE,
  after_news_id INTEGER NOT NULL DEFAULT 0,
  until_news_id INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  sent_at INTEGER,
  given_up_at INTEGER,
  CHECK (sent_at IS NULL OR given_up_at IS NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX follow_mails_waiting ON follow_mails (next_attempt_at, id) WHERE sent_at IS NULL AND given_up_at IS NULL;
--> statement-breakpoint
CREATE INDEX follow_mails_of_follow ON follow_mails (follow_id);
--> statement-breakpoint
CREATE INDEX follow_mails_by_age ON follow_mails (created_at);
