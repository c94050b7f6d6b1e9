UPDATE enterprises SET handed_over_at = (
    SELECT max(taken_at) FROM (
      SELECT taken_at FROM verification_steps WHERE enterprise_id = enterprises.id AND means = 'claim'
      UNION ALL SELECT at FROM audit_log INDEXED BY audit_log_of_subject
        WHERE subject_kind = 'enterprise' AND subject_id = enterprises.id AND action = 'enterprise.member_changed'
          AND data ->> 'by' = 'sign_on'));
