function generateOtp() {
  return String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0'); // expect
}

export const handler = async () => {
  const sessionId = Math.random().toString(36).slice(2); // expect
  return { statusCode: 200, body: JSON.stringify({ sessionId, digits: generateOtp().length }) };
};
