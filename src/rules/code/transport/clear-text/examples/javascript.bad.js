const PARTNER = 'http://stock.partner.example/v2';

export const handler = async (event) => {
  const rates = await fetch(`http://rates.shipping.example/v1?zone=${encodeURIComponent(event.pathParameters.id)}`, { // expect
    signal: AbortSignal.timeout(2000),
  });
  const stock = await fetch(PARTNER, { signal: AbortSignal.timeout(2000) }); // expect
  const address = await fetch('http://checkip.amazonaws.com/', { signal: AbortSignal.timeout(2000) }); // expect
  return { statusCode: 200, body: JSON.stringify([await rates.json(), await stock.json(), await address.text()]) };
};
