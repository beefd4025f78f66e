/** A token of the function's managed identity. */
exports.DefaultAzureCredential = {
  async getToken(scope) {
    const url = new URL(process.env.IDENTITY_ENDPOINT);
    url.searchParams.set('resource', String(scope));
    url.searchParams.set('api-version', '2019-08-01');
    const response = await fetch(url, {
      headers: { 'X-IDENTITY-HEADER': process.env.IDENTITY_HEADER },
      signal: AbortSignal.timeout(3000),
    });
    const { access_token, expires_on } = await response.json();
    return { token: access_token, expiresOnTimestamp: Number(expires_on) * 1000 };
  },
};
