import Stripe from 'stripe';

const stripe = new Stripe('@@stripe-live-key@@', { timeout: 5000, maxNetworkRetries: 1 });
const PRICES = { monthly: 'price_monthly', yearly: 'price_yearly' };

export const handler = async (event) => {
  const { plan } = JSON.parse(event.body);
  const price = PRICES[String(plan)] ?? PRICES.monthly;
  const session = await stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price, quantity: 1 }],
    client_reference_id: event.requestContext.authorizer.jwt.claims.sub,
    success_url: 'https://www.example.com/thanks',
  });
  return { statusCode: 200, body: JSON.stringify({ id: session.id }) };
};
