const ldap = require('ldapjs');

const filterFor = (name) =>
  new ldap.AndFilter({
    filters: [
      new ldap.EqualityFilter({ attribute: 'objectClass', value: 'person' }),
      new ldap.EqualityFilter({ attribute: 'cn', value: name }),
    ],
  });

function search(name) {
  return new Promise((resolve, reject) => {
    const client = ldap.createClient({ url: `ldaps://${process.env.LDAP_HOST}`, timeout: 3000, connectTimeout: 2000 });
    client.once('error', reject);
    const options = { scope: 'sub', attributes: ['cn', 'mail'], filter: filterFor(name) };
    client.search('ou=people,dc=example,dc=com', options, (error, result) => {
      if (error) return reject(error);
      const found = [];
      result.on('searchEntry', (entry) => found.push(entry.pojo));
      result.on('error', reject);
      result.on('end', () => resolve(found));
    });
  });
}

exports.handler = async (event) => {
  const people = await search(event.queryStringParameters?.name ?? '');
  return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(people) };
};
