ALTER TABLE consultations ADD COLUMN short_period_reason_en TEXT;
