// Settles requests of every partition until it is stopped. Any number of these run at once, on any
// machines. Usage: node worker.js nats://…

import { jetstream } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connect } from '@nats-io/transport-node';
import { settleMessage } from './settle-message.js';
import { consumerName, LEDGERS, PARTITIONS, REQUESTS } from './streams.js';

const connection = await connect({ servers: process.argv[2] });
const js = jetstream(connection);
const ledgers = await new Kvm(connection).open(LEDGERS);

async function work(partition) {
  const consumer = await js.consumers.get(REQUESTS, consumerName(partition));
  for await (const message of await consumer.consume({ max_messages: 1 })) {
    const found = await settleMessage(message, ledgers, js);
    if (found !== 'unsettled') console.log(`a request came again that was ${found}`);
  }
}

await Promise.all(Array.from({ length: PARTITIONS }, (_, partition) => work(partition)));
