/**
 * Schema step 5: by which readers each file was read (`intake/reader-version.ts`). Those of an older case are number 1,
 * so its files are read again when they are met again.
 */
export const step5 = `
alter table source add column reader_version integer not null default 1;
`
