import { boot } from '../boot.js';
import { serve } from '../serve.js';
import { enrol } from './account.js';
import { followup, request } from './sample-lines.js';
import { populate } from './stage.js';

/** A server of its own process, for tests that kill it: `run-server.ts DATA_DIR PORT`. Prints one line of JSON when it listens. */
const [dataDir, port] = process.argv.slice(2) as [string, string];
const booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', lines: [request, followup] });
if (booted.platform.directory.findOrg('east') === undefined) {
  await populate(booted);
  await enrol(booted, 'east-handler');
}
const serving = await serve({
  booted,
  port: Number(port),
  host: '127.0.0.1',
  version: 'test',
  logFile: `${dataDir}/server.log`,
});
process.stdout.write(`${JSON.stringify({ url: serving.url, postmaster: booted.database.server?.pid })}\n`);
