import { Kafka, logLevel } from 'kafkajs';

/** Reads the topic from its first event on; Kafka remembers how far the group has come. */
export async function subscribe({ url, topic, group, handle, fail }) {
  const kafka = new Kafka({ clientId: group, brokers: url.split(','), logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: group, allowAutoTopicCreation: false });
  consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || fail(payload.error));
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => handle({
      key: message.key?.toString(),
      headers: Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)])),
      payload: message.value?.toString() ?? '',
    }),
  });
  return () => consumer.disconnect();
}
