-- Notices that officers write: what they wrote, where it stands, who did what to it.
CREATE TABLE notice_draft (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    state VARCHAR(20) NOT NULL,
    base_hash VARCHAR(64) NOT NULL REFERENCES frozen_definition (hash),
    base_number VARCHAR(100) NOT NULL,
    correction_of VARCHAR(60) NOT NULL,
    number VARCHAR(400) NOT NULL,
    title VARCHAR(1200) NOT NULL,
    content ${text} NOT NULL,
    bundle_version VARCHAR(60),
    notice_id VARCHAR(60),
    begun_by VARCHAR(120) NOT NULL,
    begun_by_name VARCHAR(120) NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    edited_by VARCHAR(120) NOT NULL,
    edited_by_name VARCHAR(120) NOT NULL,
    edited_at TIMESTAMP NOT NULL,
    submitted_by VARCHAR(120),
    submitted_by_name VARCHAR(120),
    submitted_at TIMESTAMP,
    decided_by VARCHAR(120),
    decided_by_name VARCHAR(120),
    decided_at TIMESTAMP,
    reason VARCHAR(2000),
    changed_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX notice_draft_by_state ON notice_draft (state, changed_at);
