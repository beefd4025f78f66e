const fs = require('node:fs/promises');
const path = require('node:path');

const FOLDER = '/opt/brochures';

exports.handler = async (event) => {
  const file = path.resolve(FOLDER, decodeURIComponent(event.pathParameters.file));
  if (!file.startsWith(FOLDER + path.sep)) return { statusCode: 404, body: 'No such brochure' };
  try {
    const content = await fs.readFile(file);
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/pdf' },
      isBase64Encoded: true,
      body: content.toString('base64'),
    };
  } catch {
    return { statusCode: 404, body: 'No such brochure' };
  }
};
