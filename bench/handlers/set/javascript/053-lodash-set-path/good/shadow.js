const _ = require('lodash');

const EMPTY = { reported: {} };

exports.handler = async (event) => {
  const state = new Map();
  state.set(event.path, event.value);
  return { ..._.cloneDeep(EMPTY), changed: state.size };
};
