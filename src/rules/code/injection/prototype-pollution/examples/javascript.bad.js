const settings = {};

exports.handler = async (event) => {
  const { section, name, value } = JSON.parse(event.body);
  settings[section] = settings[section] ?? {};
  settings[section][name] = value; // expect
  return { statusCode: 204 };
};
