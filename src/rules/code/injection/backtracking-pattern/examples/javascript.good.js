const SENDER = /^[a-z0-9]+(?:[ _-][a-z0-9]+)*$/i;
const TITLE = /^(\w+\s?)+$/;

exports.handler = async (event) => {
  const { sender, title } = JSON.parse(event.body);
  if (!SENDER.test(sender)) return { statusCode: 400 };
  if (title.length > 20 || !TITLE.test(title)) return { statusCode: 400 };
  return { statusCode: 204 };
};
