/**
 * Number of the readers, kept with every file that they read. It goes up with each change after which the same bytes may
 * give other records, another format or another reason: then a file is read again when it is met again, though it has
 * not changed.
 */
export const READER_VERSION = 3
