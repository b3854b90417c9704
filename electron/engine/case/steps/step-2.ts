/**
 * Schema step 2: archives inside archives, records that stand inside other texts, companions.
 *
 * `raw_form` says what `raw` is; for rows of tables `raw_header` is the header line that gives them meaning.
 * `addendum_of` is the event ID of the record that an addendum amends. A sighting whose bytes have another form than
 * the row it belongs to keeps its own in `raw`.
 */
export const step2 = `
alter table source add column companions integer not null default 0;
create index source_parent on source (parent_id) where parent_id is not null;
alter table sign_in add column raw_form text not null default 'record';
alter table sign_in add column raw_header text;
alter table sign_in add column addendum_of text;
create index sign_in_addendum on sign_in (addendum_of) where addendum_of is not null;
alter table sighting add column encoding text not null default 'plain';
alter table sighting add column raw blob;
`
