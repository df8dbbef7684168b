-- The same statements run on H2 and PostgreSQL. Times are milliseconds since 1970.

-- Parallel data and terminologies; the body is JSON.
CREATE TABLE IF NOT EXISTS resource (
  kind VARCHAR(32) NOT NULL,
  name VARCHAR(256) NOT NULL,
  body VARCHAR NOT NULL,
  PRIMARY KEY (kind, name)
);

CREATE TABLE IF NOT EXISTS tag (
  arn VARCHAR(512) NOT NULL,
  tag_key VARCHAR(128) NOT NULL,
  tag_value VARCHAR(256) NOT NULL,
  PRIMARY KEY (arn, tag_key)
);

-- A request that was sent twice is answered as it was the first time.
CREATE TABLE IF NOT EXISTS client_token (
  operation VARCHAR(64) NOT NULL,
  token VARCHAR(64) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  resource VARCHAR(256) NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (operation, token)
);

CREATE TABLE IF NOT EXISTS job (
  id VARCHAR(32) PRIMARY KEY,
  name VARCHAR(256),
  status VARCHAR(32) NOT NULL,
  submitted_at BIGINT NOT NULL,
  ended_at BIGINT,
  message VARCHAR,
  body VARCHAR NOT NULL,
  documents INT NOT NULL,
  translated INT NOT NULL,
  failed INT NOT NULL
);
CREATE INDEX IF NOT EXISTS job_by_time ON job (submitted_at, id);

-- A document of a job in one target language. Its outcome is null until it is done.
CREATE TABLE IF NOT EXISTS job_document (
  job VARCHAR(32) NOT NULL,
  number INT NOT NULL,
  target VARCHAR(8) NOT NULL,
  object_key VARCHAR NOT NULL,
  bytes BIGINT NOT NULL,
  outcome VARCHAR(16),
  characters BIGINT,
  detail VARCHAR,
  PRIMARY KEY (job, number)
);
