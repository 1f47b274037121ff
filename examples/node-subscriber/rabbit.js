import { connect } from 'amqplib';

/** Hangs a queue of our own into the topic's exchange. It collects events while we are away. */
export async function subscribe({ url, topic, group, handle, fail }) {
  const connection = await connect(url);
  connection.on('error', fail);
  const channel = await connection.createChannel();
  channel.on('error', fail);
  await channel.checkExchange(topic); // the shop's: we only look whether it is there
  const { queue } = await channel.assertQueue(`${topic}.${group}`, {
    durable: true,
    arguments: { 'x-queue-type': 'quorum' },
  });
  await channel.bindQueue(queue, topic, '#');
  await channel.prefetch(100);
  await channel.consume(queue, (message) => {
    if (!message) return fail(new Error(`queue ${queue} was deleted`));
    const { headers } = message.properties;
    handle({ key: headers.key ?? headers.ce_subject, headers, payload: message.content.toString() });
    channel.ack(message); // only now may the broker forget it
  });
  return async () => {
    await channel.close();
    await connection.close();
  };
}
