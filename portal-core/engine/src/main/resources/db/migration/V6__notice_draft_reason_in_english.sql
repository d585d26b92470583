-- Why a notice's module was refused, in the portal's second language; empty for a person's reason and for earlier rows.
ALTER TABLE notice_draft ADD COLUMN reason_en VARCHAR(2000);
