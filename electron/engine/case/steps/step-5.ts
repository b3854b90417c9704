/**
 * Schema step 5: by which readers each file was read (`intake/reader-version.ts`). Those of an older case are number 1,
 * so its files are read again when they are met again. And whether the bytes of a place are those that the row keeps:
 * 1 when they are, 0 when the record says the same in other bytes, null where an older version did not note it.
 */
export const step5 = `
alter table source add column reader_version integer not null default 1;
alter table sighting add column same_bytes integer;
`
