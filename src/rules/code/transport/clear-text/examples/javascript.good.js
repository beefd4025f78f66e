export const handler = async () => {
  const rates = await fetch('https://rates.shipping.example/v1', { signal: AbortSignal.timeout(2000) });
  const extension = await fetch('http://localhost:2773/secretsmanager/get', { signal: AbortSignal.timeout(500) });
  const inside = await fetch('http://stock.shop.internal/v2', { signal: AbortSignal.timeout(500) });
  return { statusCode: 200, body: JSON.stringify([rates.status, extension.status, inside.status]) };
};
