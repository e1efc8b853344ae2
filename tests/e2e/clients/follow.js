// Follows observationsImported with a protocol's own client: prints the first event, unsubscribes, asks over the same client, and ends.
import { createClient as createSocketClient } from 'graphql-ws';
import { createClient as createEventStreamClient } from 'graphql-sse';
import WebSocket from 'ws';

const [, , protocol, address] = process.argv;
const client = protocol === 'graphql-ws'
  ? createSocketClient({ url: address.replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 })
  : createEventStreamClient({ url: address, retryAttempts: 0 });

const subscription = `subscription Follow($measures: [String!]) {
  observationsImported(measures: $measures) { import { fileName new } measures { code } periodStart periodEnd areaCount }
}`;
const question = 'query Held { observations { totalCount } }';

for await (const result of client.iterate({ query: subscription, variables: { measures: ['all-crimes'] } })) {
  console.log(JSON.stringify(result));
  // Leaving the loop unsubscribes.
  break;
}
for await (const result of client.iterate({ query: question })) console.log(JSON.stringify(result));
await client.dispose();
