exports.handler = async (event) => {
  const { section, name, value } = event;
  const state = { reported: new Map(), desired: new Map() };
  if (!Object.hasOwn(state, section)) throw new RangeError('There is no such section');
  state[section].set(name, value);
  return { reported: state.reported.size };
};
