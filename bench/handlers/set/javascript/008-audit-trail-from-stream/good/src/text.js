/** For the dashboard, which shows comments as HTML. */
exports.escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
