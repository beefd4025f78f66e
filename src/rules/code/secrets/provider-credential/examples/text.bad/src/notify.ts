const webhook = 'https://hooks.slack.com/services/T{{random:base32:10}}/B{{random:base32:10}}/{{random:alphanumeric:24}}'; // expect

export async function notify(text: string): Promise<void> {
  await fetch(webhook, { method: 'POST', body: JSON.stringify({ text }) });
}
