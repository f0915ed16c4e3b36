/**
 * Messages beyond the Language Server Protocol, between our server and our own client. Everything here only adds: a
 * client that knows none of it loses the panes and views and nothing else. The files behind this one import nothing but
 * each other, because the libraries of client and server bring different versions of the protocol.
 *
 * Folders and documents are named by URI, places by zero-based line and UTF-16 character.
 */

export * from './protocol/coverage.js';
export * from './protocol/documents.js';
export * from './protocol/files.js';
export * from './protocol/migration.js';
export * from './protocol/places.js';
export * from './protocol/preview.js';
export * from './protocol/soa.js';
export * from './protocol/statements.js';
export * from './protocol/status.js';
export * from './protocol/writing.js';
