import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export const handler = async (event) => {
  const message = stripe.webhooks.constructEvent(event.body, event.headers['stripe-signature'], process.env.STRIPE_HOOK);
  if (message.type === 'checkout.session.completed') return { statusCode: 200, body: message.data.object.id };
  return { statusCode: 204 };
};
