const https = require('node:https');

function fetchImage({ host, path }) {
  return new Promise((resolve, reject) => {
    const request = https.request(
      { hostname: 'images.example.com', path, method: 'GET', timeout: 3000 },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ type: response.headers['content-type'], data: Buffer.concat(chunks) }));
      },
    );
    request.on('timeout', () => request.destroy(new Error('timed out')));
    request.on('error', reject);
    request.end();
  });
}

exports.handler = async (event) => {
  const { host, image: number } = event.queryStringParameters;
  const image = await fetchImage({ host, path: `/catalogue/${Number.parseInt(number, 10)}.png` });
  return { statusCode: 200, headers: { 'content-type': 'image/png' }, isBase64Encoded: true, body: image.data.toString('base64') };
};
