const SENDER = /^([a-z0-9]+[ _-]?)+$/i;

exports.handler = async (event) => {
  const { sender } = JSON.parse(event.body);
  if (!SENDER.test(sender)) return { statusCode: 400 }; // expect
  return { statusCode: 204 };
};
