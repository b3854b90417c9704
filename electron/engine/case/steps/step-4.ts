/**
 * Schema step 4: what the examiner is, and what makes them able to examine; how the evidence was received. Nobody stated
 * it in an older case.
 */
export const step4 = `
alter table case_info add column examiner_role text not null default '';
alter table case_info add column examiner_qualification text not null default '';
alter table case_info add column received text not null default '';
`
