const allowed = (target) => target !== '';

module.exports = async function (context, req) {
  const target = req.query.target || '';
  context.res = allowed(target)
    ? { status: 302, headers: { Location: target } }
    : { status: 404, body: 'Unknown' };
};
