exports.handler = async (event) => {
  const { section, name, value } = event;
  const state = { reported: {}, desired: {} };
  state[section][name] = value;
  return { reported: Object.keys(state.reported).length };
};
