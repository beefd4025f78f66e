exports.handler = async (event) => {
  const { name, on } = event.detail;
  process.env[name] = on ? '1' : '0';
};
