-- Consultations whose measures are all numbered （一） have their themes numbered 一、; all others are in the form （一）…一是.
UPDATE consultations SET labels = (
  SELECT json_group_object(key, label) FROM (
    SELECT t.key,
      iif(t.number >= 20, substr('一二三四五六七八九', t.number / 10, 1), '') || iif(t.number >= 10, '十', '') ||
        iif(t.number % 10 > 0, substr('一二三四五六七八九', t.number % 10, 1), '') || '、' AS label
    FROM themes t WHERE t.consultation_id = consultations.id
    UNION ALL
    SELECT m.key, substr(c.text, 1, instr(c.text, '）')) FROM measures m
    JOIN clauses c ON c.measure_id = m.id AND c.number = 1 WHERE m.consultation_id = consultations.id
  )
)
WHERE EXISTS (SELECT 1 FROM measures m WHERE m.consultation_id = consultations.id)
  AND NOT EXISTS (
    SELECT 1 FROM measures m JOIN clauses c ON c.measure_id = m.id AND c.number = 1
    WHERE m.consultation_id = consultations.id AND c.text NOT LIKE '（%）%');
