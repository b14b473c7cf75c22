export { connectExternal, type ExternalDatabase } from './external.js';
export { onConnection } from './roles.js';
export { createDatabase, dropDatabase, type PostgresOptions, type PostgresServer, startPostgres } from './server.js';
