const settings = { region: process.env.REGION_NAME, hasKey: Boolean(process.env.MAPS_API_KEY) };

export const handler = async () => {
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  };
};
