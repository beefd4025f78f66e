const { Client } = require('ldapts');

const directory = new Client({ url: process.env.LDAP_URL });

exports.handler = async (event) => {
  const { mail } = event.queryStringParameters;
  const { searchEntries } = await directory.search('ou=people,dc=example,dc=com', {
    filter: `(&(objectClass=person)(mail=${mail}))`, // expect
  });
  return { statusCode: 200, body: JSON.stringify(searchEntries) };
};
