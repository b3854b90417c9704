/**
 * Schema step 1: sources, sign-ins, sightings, notes, custody. Every time is UTC: `event_time` and the times of
 * sources in whole seconds, what people did in milliseconds. Names are those of `shared/domain`, in snake_case.
 *
 * Rows of `note_revision` and `custody_entry` can be added but neither changed nor deleted.
 */
export const step1 = `
create table case_info (
  id integer primary key check (id = 1),
  case_number text not null,
  title text not null,
  examiner text not null,
  reviewer text not null,
  organisation text not null,
  requested_by text not null,
  question text not null,
  created_at integer not null,
  tool text not null
) strict;

create table import_run (
  id integer primary key,
  started_at integer not null,
  finished_at integer,
  stopped integer not null default 0,
  paths text not null
) strict;

create table source (
  id integer primary key,
  parent_id integer references source (id),
  import_id integer not null references import_run (id),
  path text not null,
  shown_path text not null,
  bytes integer,
  modified_at integer,
  sha256 text,
  content_bytes integer,
  content_sha256 text,
  format text not null,
  -- 'reading' only between the first and the last batch of a file: such a file is read again after a crash
  status text not null check (status in ('reading', 'read', 'partial', 'skipped', 'failed')),
  reason text,
  detail text,
  trouble_offset integer,
  trouble_in text check (trouble_in in ('file', 'content')),
  records integer not null default 0,
  sign_ins integer not null default 0,
  indexed integer not null default 0,
  duplicates integer not null default 0,
  conflicts integer not null default 0,
  first_time integer,
  last_time integer
) strict;
create unique index source_identity on source (path, sha256) where sha256 is not null;
create index source_path on source (path);
create index source_status on source (status);

create table sign_in (
  id integer primary key,
  -- eventID and recipient account, or the hash of the record where it has no eventID
  record_key text not null,
  conflict integer not null default 0,
  event_time integer,
  event_time_text text,
  event_name text,
  event_source text,
  event_type text,
  event_version text,
  event_id text,
  outcome text not null check (outcome in ('success', 'failure', 'not-stated')),
  failure_reason text,
  mfa text not null check (mfa in ('used', 'not-used', 'not-visible', 'not-stated')),
  mfa_device text,
  principal_kind text not null,
  principal_type text,
  principal_name text,
  principal_arn text,
  role_name text,
  session_name text,
  account_id text,
  recipient_account_id text,
  access_key_id text,
  region text,
  source_ip text,
  user_agent text,
  login_to text,
  switched_from text,
  agent_name text,
  agent_system text,
  -- the exact bytes of the record as they stand in the source
  raw blob not null
) strict;
create index sign_in_key on sign_in (record_key);
create index sign_in_order on sign_in (event_time is null, event_time, event_id, id);
create index sign_in_event_id on sign_in (event_id);

-- byte_start is the first byte of the record in the unpacked content, byte_end the first byte after it
create table sighting (
  source_id integer not null references source (id),
  record_number integer not null,
  sign_in_id integer not null references sign_in (id),
  byte_start integer not null,
  byte_end integer not null,
  primary key (source_id, record_number)
) strict, without rowid;
create index sighting_sign_in on sighting (sign_in_id);

create table note (
  id integer primary key,
  sign_in_id integer not null references sign_in (id)
) strict;
create index note_sign_in on note (sign_in_id);

create table note_revision (
  note_id integer not null references note (id),
  revision integer not null,
  text text not null,
  author text not null,
  at integer not null,
  removed integer not null default 0,
  primary key (note_id, revision)
) strict, without rowid;
create trigger note_revision_stays before update on note_revision
  begin select raise(abort, 'note revisions are never changed'); end;
create trigger note_revision_is_kept before delete on note_revision
  begin select raise(abort, 'note revisions are never deleted'); end;

create table custody_entry (
  sequence integer primary key,
  at integer not null,
  actor text not null,
  action text not null,
  detail text not null,
  tool text not null,
  previous_hash text not null,
  hash text not null
) strict;
create trigger custody_entry_stays before update on custody_entry
  begin select raise(abort, 'the custody log is append-only'); end;
create trigger custody_entry_is_kept before delete on custody_entry
  begin select raise(abort, 'the custody log is append-only'); end;
`
