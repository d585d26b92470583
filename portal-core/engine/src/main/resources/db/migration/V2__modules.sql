-- Definitions frozen when their module started, for good: cases stand on them.
CREATE TABLE frozen_definition (
    hash VARCHAR(64) NOT NULL PRIMARY KEY,
    kind VARCHAR(10) NOT NULL,
    defined_id VARCHAR(64) NOT NULL,
    module_version VARCHAR(60) NOT NULL,
    resource VARCHAR(200) NOT NULL,
    frozen_at TIMESTAMP NOT NULL
);
CREATE INDEX frozen_definition_by_id ON frozen_definition (kind, defined_id, frozen_at);

CREATE TABLE frozen_part (
    hash VARCHAR(64) NOT NULL REFERENCES frozen_definition (hash),
    part_name VARCHAR(200) NOT NULL,
    content ${bytes} NOT NULL,
    PRIMARY KEY (hash, part_name)
);

-- What happened to modules: when, what, which version, by whom.
CREATE TABLE module_event (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at_time TIMESTAMP NOT NULL,
    module_name VARCHAR(200) NOT NULL,
    module_version VARCHAR(60) NOT NULL,
    event_kind VARCHAR(20) NOT NULL,
    reason_zh VARCHAR(2000) NOT NULL,
    reason_en VARCHAR(2000) NOT NULL,
    account VARCHAR(120) NOT NULL
);
CREATE INDEX module_event_by_module ON module_event (module_name, id);
