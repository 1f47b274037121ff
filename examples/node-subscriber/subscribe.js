// Joins a topic of the shop as one more consumer group, and prints every event as a line of JSON:
//   node subscribe.js --broker kafka|rabbit [--url …] [--topic order.placed]
import { parseArgs } from 'node:util';
import { subscribe as kafka } from './kafka.js';
import { subscribe as rabbit } from './rabbit.js';

const brokers = {
  kafka: { subscribe: kafka, url: 'localhost:9092' },
  rabbit: { subscribe: rabbit, url: 'amqp://localhost:5672' },
};

const group = 'node-subscriber';

function options() {
  try {
    const { values } = parseArgs({
      options: {
        broker: { type: 'string', default: 'kafka' },
        url: { type: 'string' },
        topic: { type: 'string', default: 'order.placed' },
      },
    });
    if (!Object.hasOwn(brokers, values.broker)) throw new Error('--broker is kafka or rabbit');
    return values;
  } catch (error) {
    fail(error);
  }
}

// An event is at least once delivered. Who acts on it, unlike us, must remember the ids of the events it has seen.
function print({ key, headers, payload }) {
  console.log(JSON.stringify({ key, headers, event: parsed(payload) }));
}

function parsed(payload) {
  try {
    return JSON.parse(payload);
  } catch {
    return payload; // not ours; one bad message stops nobody
  }
}

function fail(error) {
  console.error(`node-subscriber: ${error.message}`);
  process.exit(1);
}

const { broker, url = brokers[broker].url, topic } = options();
try {
  const stop = await brokers[broker].subscribe({ url, topic, group, handle: print, fail });
  console.error(`Listening to ${topic} as ${group}. Ctrl-C stops.`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => stop().then(() => process.exit(0), fail));
  }
} catch (error) {
  fail(error);
}
