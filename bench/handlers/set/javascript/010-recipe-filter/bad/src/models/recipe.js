const { Schema, model, models } = require('mongoose');

const schema = new Schema({ title: String, cuisine: String, minutes: Number, steps: [String] });

module.exports = models.Recipe ?? model('Recipe', schema);
