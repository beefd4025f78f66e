exports.type = 'text/csv';
exports.write = (rows) => rows.map((row) => row.map(Number).join(',')).join('\r\n');
