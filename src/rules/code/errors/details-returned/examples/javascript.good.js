import { z } from 'zod';

const Order = z.object({ id: z.string() });

export const handler = async (event) => {
  const order = Order.safeParse(JSON.parse(event.body));
  if (!order.success) return { statusCode: 400, body: JSON.stringify(order.error.issues) };
  try {
    await fetch(`https://orders.shop.example/${encodeURIComponent(order.data.id)}`, { signal: AbortSignal.timeout(2000) });
    return { statusCode: 204 };
  } catch (error) {
    console.error(error.stack);
    return { statusCode: error.statusCode ?? 500, body: JSON.stringify({ message: 'The order was not taken.' }) };
  }
};
