import { cloudtrailLogsView } from './cloudtrail-logs-view.ts'

/**
 * Schema step 3: what people ask and find. Times of people are milliseconds since 1970, times of events whole seconds
 * UTC.
 *
 * `address` holds what is known of a source address, made from the data sets named in `dataset`; it can be made again
 * at any time. `known_network` and `known_name` are the examiner's own words. A finding is kept with its events and
 * with every judgement on it; judgements are added, never changed. `cloudtrail_logs` is a view for published queries.
 */
export const step3 = `
-- one index with the path in it is enough: each costs as much as all else that is written for a file
drop index source_path;
drop index source_identity;
drop index source_status;
create unique index source_identity on source (path, sha256);
create index source_reading on source (id) where status = 'reading';
create index source_attention on source (id) where status not in ('read', 'reading');
-- copies of one event have the same event ID; by their key are found those that have none
drop index sign_in_key;
create index sign_in_key on sign_in (record_key) where event_id is null;

${cloudtrailLogsView}
create table tag (
  id integer primary key autoincrement,
  name text not null unique,
  color text not null
) strict;
create table sign_in_tag (
  sign_in_id integer not null references sign_in (id),
  tag_id integer not null references tag (id),
  author text not null,
  at integer not null,
  primary key (sign_in_id, tag_id)
) strict, without rowid;
create index sign_in_tag_tag on sign_in_tag (tag_id);
create table sign_in_mark (
  sign_in_id integer not null references sign_in (id),
  mark text not null check (mark in ('bookmark', 'reviewed')),
  author text not null,
  at integer not null,
  primary key (sign_in_id, mark)
) strict, without rowid;

-- times in the query are meant in zone; a search that was removed can be brought back
create table saved_search (
  id integer primary key,
  name text not null,
  query text not null,
  zone text not null,
  author text not null,
  at integer not null,
  removed integer not null default 0
) strict;
create unique index saved_search_name on saved_search (name) where removed = 0;
create table saved_query (
  id integer primary key,
  name text not null unique,
  sql text not null,
  author text not null,
  at integer not null
) strict;
create table query_run (
  id integer primary key,
  sql text not null,
  author text not null,
  at integer not null,
  milliseconds integer not null,
  row_count integer,
  ended text not null
) strict;
create table saved_pattern (
  id integer primary key,
  name text not null unique,
  pattern text not null,
  alarm text,
  author text not null,
  at integer not null
) strict;

-- calls that change what a trail records: kept to explain gaps, no sign-ins
create table trail_change (
  id integer primary key,
  record_key text not null,
  event_time integer,
  event_time_text text,
  event_name text not null,
  event_id text,
  principal_kind text not null,
  principal_name text,
  principal_arn text,
  account text,
  region text,
  trail text,
  error_code text,
  -- 1 switches validation on, 0 off, null says nothing of it
  validation integer,
  raw blob not null,
  raw_form text not null
) strict;
create index trail_change_key on trail_change (record_key);
create table trail_change_sighting (
  source_id integer not null references source (id),
  record_number integer not null,
  trail_change_id integer not null references trail_change (id),
  byte_start integer not null,
  byte_end integer not null,
  encoding text not null,
  primary key (source_id, record_number)
) strict, without rowid;
create index trail_change_sighting_change on trail_change_sighting (trail_change_id);

create table address (
  source_ip text primary key,
  kind text not null,
  country text,
  network_number integer,
  network_name text,
  dataset text not null
) strict, without rowid;
-- the last row of sign_in whose address was looked up, and the data sets that were asked
create table address_fill (
  id integer primary key check (id = 1),
  dataset text not null,
  up_to integer not null
) strict;
create table known_network (
  id integer primary key autoincrement,
  cidr text not null unique,
  label text not null,
  trusted integer not null default 0,
  author text not null,
  at integer not null
) strict;
create table known_name (
  kind text not null check (kind in ('address', 'account')),
  value text not null,
  name text not null,
  author text not null,
  at integer not null,
  primary key (kind, value)
) strict, without rowid;

create table detection_run (
  id integer primary key,
  at integer not null,
  author text not null,
  rules_sha256 text not null,
  sign_ins integer not null,
  -- JSON: what the rules were asked of, to tell when it has changed since
  basis text not null
) strict;
create table finding (
  id integer primary key,
  -- rule, group and first record: the same finding of a later run is the same row
  finding_key text not null unique,
  rule text not null,
  severity text not null,
  grouping text not null,
  group_key text not null,
  subject text,
  run_id integer not null references detection_run (id),
  first_time integer,
  last_time integer,
  -- the newest verdict of finding_judgement
  verdict text not null default 'open' check (verdict in ('open', 'accepted', 'dismissed')),
  facts text not null
) strict;
create index finding_group on finding (rule, group_key);
create table finding_event (
  finding_id integer not null references finding (id) on delete cascade,
  -- a record that is taken back to be read again leaves its findings; the next run finds them anew
  sign_in_id integer not null references sign_in (id) on delete cascade,
  primary key (finding_id, sign_in_id)
) strict, without rowid;
create index finding_event_sign_in on finding_event (sign_in_id);
create table finding_judgement (
  id integer primary key,
  finding_id integer not null references finding (id),
  verdict text not null check (verdict in ('open', 'accepted', 'dismissed')),
  reason text not null,
  author text not null,
  at integer not null,
  -- records of the finding at that time
  events integer not null
) strict;
create index finding_judgement_finding on finding_judgement (finding_id);
create trigger finding_judgement_stays before update on finding_judgement
  begin select raise(abort, 'judgements are never changed'); end;
create trigger finding_judgement_is_kept before delete on finding_judgement
  begin select raise(abort, 'judgements are never deleted'); end;
create table finding_note_revision (
  note_id integer not null,
  revision integer not null,
  finding_id integer not null references finding (id),
  text text not null,
  author text not null,
  at integer not null,
  removed integer not null default 0,
  primary key (note_id, revision)
) strict, without rowid;
create index finding_note_finding on finding_note_revision (finding_id);
create trigger finding_note_stays before update on finding_note_revision
  begin select raise(abort, 'note revisions are never changed'); end;
create trigger finding_note_is_kept before delete on finding_note_revision
  begin select raise(abort, 'note revisions are never deleted'); end;

-- validation of log files: what came of each run, and the verdicts of the last one as JSON
create table integrity_run (
  id integer primary key,
  at integer not null,
  author text not null,
  -- JSON: the files it was about, to tell when others have come since
  basis text not null,
  summary text not null
) strict;
create table integrity_check (
  run_id integer not null references integrity_run (id),
  number integer not null,
  kind text not null check (kind in ('digest', 'log', 'lake')),
  verdict text not null,
  fails integer not null,
  body text not null,
  primary key (run_id, number)
) strict, without rowid;
create index integrity_check_fails on integrity_check (number) where fails = 1;

-- the work paper: its settings as JSON, and what was concluded of sampled records; both are added to, never changed
create table work_paper_settings (
  id integer primary key,
  settings text not null,
  author text not null,
  at integer not null
) strict;
create table sample_judgement (
  id integer primary key,
  sign_in_id integer not null references sign_in (id),
  result text not null check (result in ('not-tested', 'pass', 'exception')),
  remark text not null,
  author text not null,
  at integer not null
) strict;
create index sample_judgement_sign_in on sample_judgement (sign_in_id);
create trigger work_paper_settings_stay before update on work_paper_settings
  begin select raise(abort, 'settings of the work paper are never changed'); end;
create trigger work_paper_settings_are_kept before delete on work_paper_settings
  begin select raise(abort, 'settings of the work paper are never deleted'); end;
create trigger sample_judgement_stays before update on sample_judgement
  begin select raise(abort, 'judgements are never changed'); end;
create trigger sample_judgement_is_kept before delete on sample_judgement
  begin select raise(abort, 'judgements are never deleted'); end;

-- hashes of ranges of rows that the last seal covers, and rows of such ranges that were changed since
create table seal_block (
  table_name text not null,
  block integer not null,
  row_count integer not null,
  sha256 text not null,
  primary key (table_name, block)
) strict, without rowid;
create table seal_change (
  table_name text not null,
  number integer not null,
  primary key (table_name, number)
) strict, without rowid;
create trigger source_sealed_changed after update on source
  when exists (select 1 from seal_block where table_name = 'source' and block = old.id / 4096)
  begin insert or ignore into seal_change values ('source', old.id); end;
create trigger source_sealed_deleted after delete on source
  when exists (select 1 from seal_block where table_name = 'source' and block = old.id / 4096)
  begin insert or ignore into seal_change values ('source', old.id); end;
create trigger sign_in_sealed_changed after update on sign_in
  when exists (select 1 from seal_block where table_name = 'sign_in' and block = old.id / 4096)
  begin insert or ignore into seal_change values ('sign_in', old.id); end;
create trigger sign_in_sealed_deleted after delete on sign_in
  when exists (select 1 from seal_block where table_name = 'sign_in' and block = old.id / 4096)
  begin insert or ignore into seal_change values ('sign_in', old.id); end;
create trigger sighting_sealed_changed after update on sighting
  when exists (select 1 from seal_block where table_name = 'sighting' and block = old.source_id / 4096)
  begin insert or ignore into seal_change values ('sighting', old.source_id); end;
create trigger sighting_sealed_deleted after delete on sighting
  when exists (select 1 from seal_block where table_name = 'sighting' and block = old.source_id / 4096)
  begin insert or ignore into seal_change values ('sighting', old.source_id); end;

-- what was chosen for the report, as JSON: a draft, which no hash covers; a report that is written has its own entry
create table report_draft (
  id integer primary key check (id = 1),
  choices text not null
) strict;
`
