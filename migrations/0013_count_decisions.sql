CREATE TABLE received_counts (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  month TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (consultation_id, month)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE decision_counts (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  month TEXT NOT NULL,
  decision TEXT NOT NULL,
  reason_id TEXT NOT NULL,
  from_state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (consultation_id, month, decision, reason_id, from_state)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE decision_waits (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  month TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (consultation_id, month, minutes)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO received_counts (consultation_id, month, count)
  SELECT consultation_id, strftime('%Y-%m', (created_at + 28800000) / 1000, 'unixepoch'), count(*)
  FROM comments GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO decision_counts (consultation_id, month, decision, reason_id, from_state, count)
  SELECT c.consultation_id, strftime('%Y-%m', (d.decided_at + 28800000) / 1000, 'unixepoch'),
    d.decision, d.reason_id, d.from_state, count(*)
  FROM moderation_decisions d JOIN comments c ON c.id = d.comment_id GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
CREATE TRIGGER received_counts_kept AFTER INSERT ON comments BEGIN
  INSERT INTO received_counts (consultation_id, month, count)
    VALUES (NEW.consultation_id, strftime('%Y-%m', (NEW.created_at + 28800000) / 1000, 'unixepoch'), 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER decision_counts_kept AFTER INSERT ON moderation_decisions BEGIN
  INSERT INTO decision_counts (consultation_id, month, decision, reason_id, from_state, count)
    SELECT consultation_id, strftime('%Y-%m', (NEW.decided_at + 28800000) / 1000, 'unixepoch'),
      NEW.decision, NEW.reason_id, NEW.from_state, 1
    FROM comments WHERE id = NEW.comment_id
    ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO decision_waits (consultation_id, month, minutes, count)
    SELECT consultation_id, strftime('%Y-%m', (NEW.decided_at + 28800000) / 1000, 'unixepoch'), NEW.waited_minutes, 1
    FROM comments WHERE id = NEW.comment_id AND NEW.waited_minutes IS NOT NULL AND NEW.from_state = 'pending'
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
