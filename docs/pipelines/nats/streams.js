// What the sender, the workers and the reader of the results have to agree on.

import { AckPolicy, jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { nanos } from '@nats-io/transport-node';

export const REQUESTS = 'REFUNDS';
export const RESULTS = 'RESULTS';
export const LEDGERS = 'ledgers';

/** Refunds of different partitions are settled at once. Change it only while no request waits. */
export const PARTITIONS = 16;

/** A request whose worker is gone is given to another after this time. */
const ACK_WAIT_MS = 1_000;
/** How long the server knows that a result was published already. */
const DUPLICATE_WINDOW_MS = 3_600_000;

export function requestSubject(key) {
  return `refunds.${partitionOf(key)}.${key}`;
}

export function resultSubject(key, place) {
  return `results.${key}.${place}`;
}

/** The place of the request in a result's subject. */
export function placeIn(subject) {
  return Number(subject.split('.').at(-1));
}

/** Of the consumer of a partition. */
export function consumerName(partition) {
  return `partition-${partition}`;
}

function partitionOf(key) {
  let hash = 0;
  for (const char of key) hash = (hash * 31 + char.charCodeAt(0)) % 1_000_003;
  return hash % PARTITIONS;
}

/** Makes the streams, the consumers and the bucket. What is there already stays. */
export async function makeStreams(connection) {
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: REQUESTS, subjects: ['refunds.*.*'] });
  await manager.streams.add({
    name: RESULTS,
    subjects: ['results.*.*'],
    duplicate_window: nanos(DUPLICATE_WINDOW_MS),
  });
  await new Kvm(connection).create(LEDGERS, { history: 1 });
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    await manager.consumers.add(REQUESTS, {
      durable_name: consumerName(partition),
      filter_subject: `refunds.${partition}.*`,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ACK_WAIT_MS),
      max_ack_pending: 1, // the next request only after the result of the one before
    });
  }
}
