import { DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connect } from '@nats-io/transport-node';
import { customerKey } from '../shared/customer-key.js';
import { readRequest } from '../shared/read-request.js';
import { readEntry } from './settle-message.js';
import { LEDGERS, makeStreams, placeIn, REQUESTS, RESULTS, requestSubject } from './streams.js';

const AT_ONCE = 256;

/** The sender of requests to a server of one's own, and the reader of what came of them. */
export async function openPipeline(address) {
  const connection = await connect({ servers: address });
  await makeStreams(connection);
  const js = jetstream(connection);
  const manager = await jetstreamManager(connection);

  async function messagesOf(stream) {
    const { state } = await manager.streams.info(stream);
    const messages = [];
    const consumer = await js.consumers.get(stream, { deliver_policy: DeliverPolicy.All });
    for await (const message of await consumer.consume()) {
      messages.push(message);
      if (messages.length === state.messages) break;
    }
    return messages;
  }

  const bucket = await new Kvm(connection).open(LEDGERS);

  async function entries() {
    const entries = [];
    for await (const key of await bucket.keys())
      entries.push([key, readEntry(await bucket.get(key))]);
    return entries;
  }

  return {
    async count() {
      return (await manager.streams.info(RESULTS)).state.messages;
    },

    async send(texts) {
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        const some = texts.slice(at, at + AT_ONCE);
        await Promise.all(some.map((text) => js.publish(subjectOf(text), text)));
      }
    },

    async requests() {
      const messages = await messagesOf(REQUESTS);
      return messages.map((message) => [message.seq, message.string()]);
    },

    async results() {
      const messages = await messagesOf(RESULTS);
      return messages.map((message) => [placeIn(message.subject), message.string()]);
    },

    async ledgers() {
      const ledgers = (await entries()).map(([, { ledger }]) => ledger);
      return ledgers.filter((ledger) => ledger !== null);
    },

    async faults() {
      const faults = (await entries()).map(([key, { fault }]) => [key, fault]);
      return faults.filter(([, fault]) => fault !== null);
    },

    async replaceLedger(key, ledger) {
      const saved = await bucket.get(key);
      const text = JSON.stringify({ ...readEntry(saved), ledger });
      await bucket.put(key, text, { previousSeq: saved.revision });
    },

    async close() {
      await connection.close();
    },
  };
}

function subjectOf(text) {
  return requestSubject(customerKey(readRequest(text)));
}
