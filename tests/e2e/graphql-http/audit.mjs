// Holds a server to GraphQL over HTTP: one JSON line for each audit of the suite, and an exit code of 1 unless all pass.
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
let unmet = 0;
for (const audit of serverAudits({ url })) {
  const result = await audit.fn();
  if (result.status !== 'ok') unmet++;
  console.log(JSON.stringify({ id: audit.id, name: audit.name, status: result.status, reason: result.reason }));
}
process.exitCode = unmet === 0 ? 0 : 1;
