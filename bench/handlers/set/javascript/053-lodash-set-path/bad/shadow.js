const _ = require('lodash');

const EMPTY = { reported: {} };

exports.handler = async (event) => {
  const state = _.cloneDeep(EMPTY);
  _.set(state, event.path, event.value);
  return state;
};
