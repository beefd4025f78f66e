const SENDER = /^([a-z0-9]+[ _-]?)+$/i;

exports.handler = async (event) => {
  for (const record of event.Records) {
    const { sender } = JSON.parse(record.Sns.Message);
    if (!SENDER.test(sender)) throw new RangeError('not a sender name');
  }
};
