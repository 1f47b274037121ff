// Publishes a file to a topic of the shop, whatever is in it, as often as told: duplicates, poison, corrected events.
//   node publish.js --broker kafka|rabbit --url … --topic order.placed --file event.json [--key ORD-…] [--times 200]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connect } from 'amqplib';
import { Kafka, logLevel } from 'kafkajs';

const { values } = parseArgs({
  options: {
    broker: { type: 'string' },
    url: { type: 'string' },
    topic: { type: 'string', default: 'order.placed' },
    key: { type: 'string', default: '' },
    file: { type: 'string' },
    times: { type: 'string', default: '1' },
  },
});

const publishers = {
  async kafka({ url, topic, key, times }, payload) {
    const producer = new Kafka({ clientId: 'stranger', brokers: [url], logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    await producer.send({ topic, acks: -1, messages: Array.from({ length: times }, () => ({ key, value: payload })) });
    await producer.disconnect();
  },
  async rabbit({ url, topic, key, times }, payload) {
    const connection = await connect(url);
    connection.on('error', fail);
    const channel = await connection.createConfirmChannel();
    channel.on('error', fail);
    await channel.checkExchange(topic); // the shop's: we only look whether it is there
    for (let i = 0; i < times; i++) channel.publish(topic, topic, payload, { persistent: true, headers: { key } });
    await channel.waitForConfirms();
    await connection.close();
  },
};

function fail(error) {
  console.error(`publish: ${error.message}`);
  process.exit(1);
}

try {
  const times = Number(values.times);
  if (!Object.hasOwn(publishers, values.broker ?? '')) throw new Error('--broker is kafka or rabbit');
  if (!values.url || !values.file) throw new Error('--url and --file are needed');
  if (!(times >= 1 && times <= 10_000)) throw new Error('--times is 1 to 10000');
  await publishers[values.broker]({ ...values, times }, readFileSync(values.file));
} catch (error) {
  fail(error);
}
