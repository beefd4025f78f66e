export const handler = async () => {
  const config = { region: process.env.AWS_REGION, key: process.env.PARTNER_API_KEY };
  return { statusCode: 200, body: JSON.stringify(config) }; // expect
};
