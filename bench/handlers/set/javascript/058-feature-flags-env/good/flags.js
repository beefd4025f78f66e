const FLAGS = { 'new-checkout': 'FLAG_NEW_CHECKOUT', 'dark-mode': 'FLAG_DARK_MODE' };

exports.handler = async (event) => {
  const { name, on } = event.detail;
  if (Object.hasOwn(FLAGS, name)) process.env[FLAGS[name]] = on ? '1' : '0';
};
