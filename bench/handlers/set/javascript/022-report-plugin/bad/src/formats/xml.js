exports.type = 'application/xml';
exports.write = (rows) => `<rows count="${rows.length}"/>`;
