const vm = require('node:vm');

exports.handler = async (event) => {
  const { script, input } = event.detail;
  const context = vm.createContext({ input, result: undefined });
  vm.runInContext(script, context, { timeout: 500 });
  return context.result;
};
