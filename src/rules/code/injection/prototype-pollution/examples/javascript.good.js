const settings = new Map();
const SECTIONS = ['mail', 'display'];

exports.handler = async (event) => {
  const { section, name, value } = JSON.parse(event.body);
  settings.set(`${section}.${name}`, value);
  const counts = {};
  if (SECTIONS.includes(section)) counts[section] = 1;
  return { statusCode: 200, body: JSON.stringify(counts) };
};
