-- Jars that an administrator uploaded and decides on; each lies beside the modules under its id while it is open.
CREATE TABLE module_proposal (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    file_name VARCHAR(255) NOT NULL,
    module_name VARCHAR(200) NOT NULL,
    module_version VARCHAR(60) NOT NULL,
    title_zh VARCHAR(300) NOT NULL,
    title_en VARCHAR(300) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    size_bytes BIGINT NOT NULL,
    proposed_by VARCHAR(120) NOT NULL,
    proposed_at TIMESTAMP NOT NULL,
    state VARCHAR(20) NOT NULL,
    decided_by VARCHAR(120) NOT NULL,
    decided_at TIMESTAMP,
    version BIGINT NOT NULL
);
CREATE INDEX module_proposal_by_state ON module_proposal (state, proposed_at);
CREATE INDEX module_proposal_by_module ON module_proposal (module_name, proposed_at);
