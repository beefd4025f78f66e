const { app } = require('@azure/functions');
const { CosmosClient } = require('@azure/cosmos');
const { DefaultAzureCredential } = require('./credential');

const client = new CosmosClient({ endpoint: process.env.COSMOS_ENDPOINT, aadCredentials: DefaultAzureCredential });
const shops = client.database('retail').container('shops');

app.http('shops', {
  methods: ['POST'],
  authLevel: 'anonymous',
  handler: async (request) => {
    const { city } = await request.json();
    const { resources } = await shops.items.query(`SELECT c.name FROM c WHERE c.city = "${city}"`).fetchAll();
    return { jsonBody: resources };
  },
});
