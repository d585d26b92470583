-- The portal's tables. One text for Derby and PostgreSQL; ${bytes} and ${text} are the database's names for long values.
-- Instants are kept in the zone of the process (Asia/Shanghai), to the millisecond.

CREATE TABLE portal_setting (
    name VARCHAR(60) NOT NULL PRIMARY KEY,
    setting VARCHAR(2000) NOT NULL
);

-- Published notices and the calls they open; live is false while the module is away.
CREATE TABLE notice (
    id VARCHAR(60) NOT NULL PRIMARY KEY,
    number VARCHAR(100) NOT NULL,
    title_zh VARCHAR(300) NOT NULL,
    title_en VARCHAR(300) NOT NULL,
    issued_on DATE NOT NULL,
    definition_hash VARCHAR(64) NOT NULL,
    live BOOLEAN NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX notice_by_day ON notice (live, issued_on);

CREATE TABLE program_call (
    id VARCHAR(60) NOT NULL PRIMARY KEY,
    notice_id VARCHAR(60) NOT NULL REFERENCES notice (id),
    ordinal INTEGER NOT NULL,
    program_id VARCHAR(60) NOT NULL,
    title_zh VARCHAR(300) NOT NULL,
    title_en VARCHAR(300) NOT NULL,
    opens_at TIMESTAMP NOT NULL,
    closes_at TIMESTAMP NOT NULL,
    parameters VARCHAR(4000) NOT NULL,
    eligible ${text} NOT NULL,
    live BOOLEAN NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX program_call_by_notice ON program_call (notice_id, ordinal);

-- One organisation's application to one call. Answers are sealed: they hold personal data.
CREATE TABLE case_file (
    number VARCHAR(20) NOT NULL PRIMARY KEY,
    mark VARCHAR(20) NOT NULL,
    call_id VARCHAR(60) NOT NULL REFERENCES program_call (id),
    program_id VARCHAR(60) NOT NULL,
    definition_hash VARCHAR(64) NOT NULL,
    uscc VARCHAR(18) NOT NULL,
    org_name VARCHAR(200) NOT NULL,
    account VARCHAR(120) NOT NULL,
    email VARCHAR(254) NOT NULL,
    stage VARCHAR(20) NOT NULL,
    title VARCHAR(300) NOT NULL,
    answers ${bytes} NOT NULL,
    submissions INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    submitted_at TIMESTAMP,
    stage_since TIMESTAMP NOT NULL,
    due_at TIMESTAMP,
    version BIGINT NOT NULL
);
CREATE INDEX case_file_by_org ON case_file (uscc, changed_at);
CREATE INDEX case_file_by_stage ON case_file (stage, stage_since);
CREATE INDEX case_file_by_call ON case_file (call_id, stage);

CREATE TABLE case_sequence (
    year_of INTEGER NOT NULL PRIMARY KEY,
    last_number INTEGER NOT NULL
);

-- What a case looked like each time it was submitted, for before and after.
CREATE TABLE submission (
    case_number VARCHAR(20) NOT NULL REFERENCES case_file (number),
    round INTEGER NOT NULL,
    submitted_at TIMESTAMP NOT NULL,
    account VARCHAR(120) NOT NULL,
    answers ${bytes} NOT NULL,
    answers_sha256 VARCHAR(64) NOT NULL,
    reasons ${bytes} NOT NULL,
    PRIMARY KEY (case_number, round)
);

CREATE TABLE document (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    case_number VARCHAR(20) NOT NULL REFERENCES case_file (number),
    requirement VARCHAR(64) NOT NULL,
    row_id VARCHAR(64) NOT NULL,
    file_name VARCHAR(255) NOT NULL,
    media_type VARCHAR(120) NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    content_key VARCHAR(80) NOT NULL,
    uploaded_at TIMESTAMP NOT NULL,
    account VARCHAR(120) NOT NULL,
    since_round INTEGER NOT NULL,
    removed_in_round INTEGER,
    removed_at TIMESTAMP
);
CREATE INDEX document_by_case ON document (case_number, requirement);

-- An officer's request, pinned to an answer or a document.
CREATE TABLE correction (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    case_number VARCHAR(20) NOT NULL REFERENCES case_file (number),
    ordinal INTEGER NOT NULL,
    round INTEGER NOT NULL,
    target VARCHAR(200) NOT NULL,
    request VARCHAR(1000) NOT NULL,
    state VARCHAR(20) NOT NULL,
    due_at TIMESTAMP,
    account VARCHAR(120) NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX correction_by_case ON correction (case_number, ordinal);

-- The committee's opinion on a case.
CREATE TABLE opinion (
    case_number VARCHAR(20) NOT NULL PRIMARY KEY REFERENCES case_file (number),
    favourable BOOLEAN NOT NULL,
    words VARCHAR(2000) NOT NULL,
    account VARCHAR(120) NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);

-- A proposed list: drafted, then frozen and public for a while, then decided.
CREATE TABLE publicity (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    call_id VARCHAR(60) NOT NULL REFERENCES program_call (id),
    program_id VARCHAR(60) NOT NULL,
    title_zh VARCHAR(300) NOT NULL,
    title_en VARCHAR(300) NOT NULL,
    state VARCHAR(20) NOT NULL,
    opens_at TIMESTAMP,
    closes_at TIMESTAMP,
    list_sha256 VARCHAR(64),
    decided_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX publicity_by_state ON publicity (state, closes_at);
CREATE INDEX publicity_by_call ON publicity (call_id);

CREATE TABLE publicity_entry (
    publicity_id VARCHAR(36) NOT NULL REFERENCES publicity (id),
    case_number VARCHAR(20) NOT NULL REFERENCES case_file (number),
    ordinal INTEGER NOT NULL,
    name VARCHAR(300) NOT NULL,
    unit VARCHAR(200) NOT NULL,
    facts VARCHAR(4000) NOT NULL,
    PRIMARY KEY (publicity_id, case_number)
);

-- Titles held. A title from an earlier list has only a year.
CREATE TABLE roster_entry (
    id VARCHAR(60) NOT NULL PRIMARY KEY,
    program_id VARCHAR(60) NOT NULL,
    ordinal INTEGER NOT NULL,
    name VARCHAR(300) NOT NULL,
    unit VARCHAR(200) NOT NULL,
    uscc VARCHAR(18),
    leader VARCHAR(100) NOT NULL,
    trade VARCHAR(100) NOT NULL,
    awarded_year INTEGER NOT NULL,
    since_day DATE,
    until_day DATE,
    standing VARCHAR(20) NOT NULL,
    case_number VARCHAR(20) REFERENCES case_file (number),
    notice_id VARCHAR(60) NOT NULL,
    searched VARCHAR(1000) NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX roster_by_program ON roster_entry (program_id, awarded_year, ordinal);
CREATE INDEX roster_by_trade ON roster_entry (program_id, trade);
CREATE UNIQUE INDEX roster_by_case ON roster_entry (case_number, program_id, id);

-- Who did what to which case, chained: each entry's hash covers the one before.
CREATE TABLE audit_entry (
    seq BIGINT NOT NULL PRIMARY KEY,
    at_time TIMESTAMP NOT NULL,
    account VARCHAR(120) NOT NULL,
    person VARCHAR(120) NOT NULL,
    what VARCHAR(60) NOT NULL,
    subject VARCHAR(120) NOT NULL,
    before_words VARCHAR(2000) NOT NULL,
    after_words VARCHAR(2000) NOT NULL,
    previous_hash VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL
);
CREATE INDEX audit_by_subject ON audit_entry (subject, seq);
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL
);
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Messages: the inbox, and mail waiting to go out. Arguments never hold personal data.
CREATE TABLE inbox_message (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    recipient VARCHAR(140) NOT NULL,
    event VARCHAR(60) NOT NULL,
    args VARCHAR(4000) NOT NULL,
    case_number VARCHAR(20),
    created_at TIMESTAMP NOT NULL,
    read_at TIMESTAMP
);
CREATE INDEX inbox_by_recipient ON inbox_message (recipient, created_at);

CREATE TABLE outbox_message (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    address VARCHAR(254) NOT NULL,
    event VARCHAR(60) NOT NULL,
    args VARCHAR(4000) NOT NULL,
    case_number VARCHAR(20),
    created_at TIMESTAMP NOT NULL,
    next_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    sent_at TIMESTAMP,
    failure VARCHAR(500),
    version BIGINT NOT NULL
);
CREATE INDEX outbox_waiting ON outbox_message (sent_at, next_at);

-- Answers already given to a request with this key.
CREATE TABLE idempotency_key (
    account VARCHAR(120) NOT NULL,
    request_key VARCHAR(120) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    status INTEGER NOT NULL,
    headers VARCHAR(2000) NOT NULL,
    body ${text} NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (account, request_key)
);
