ALTER TABLE consultations ADD COLUMN labels TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(labels));
