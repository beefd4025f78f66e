export const handler = async (event) => {
  const sku = Number(event.detail.sku);
  try {
    const response = await fetch(`https://${process.env.SEARCH_HOST}/items/${sku}`, {
      method: 'PUT',
      body: JSON.stringify({ amount: Number(event.detail.amount) }),
      signal: AbortSignal.timeout(3000),
    });
    if (!response.ok) throw new Error(`Search answered ${response.status}`);
  } catch (error) {
    console.error('The index was not updated', { sku });
    throw error;
  }
};
