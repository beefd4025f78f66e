exports.tickets = require('./tickets');
exports.events = require('./events');
