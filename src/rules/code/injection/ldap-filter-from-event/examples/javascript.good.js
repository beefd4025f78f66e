const { Client, EqualityFilter } = require('ldapts');

const directory = new Client({ url: process.env.LDAP_URL });

exports.handler = async (event) => {
  const { mail } = event.queryStringParameters;
  const { searchEntries } = await directory.search('ou=people,dc=example,dc=com', {
    filter: new EqualityFilter({ attribute: 'mail', value: mail }),
  });
  return { statusCode: 200, body: JSON.stringify(searchEntries) };
};
