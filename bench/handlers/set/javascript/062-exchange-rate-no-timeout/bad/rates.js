const API = 'https://rates.example.com/latest';

exports.handler = async () => {
  const response = await fetch(API);
  if (!response.ok) return { statusCode: 502, body: JSON.stringify({ message: 'No rates at present' }) };
  return { statusCode: 200, headers: { 'cache-control': 'max-age=60' }, body: await response.text() };
};
