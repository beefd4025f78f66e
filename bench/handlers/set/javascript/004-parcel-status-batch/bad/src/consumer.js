import { createPool } from 'mysql2/promise';

const pool = createPool({ host: process.env.DB_HOST, database: 'parcels', ssl: 'Amazon RDS', connectTimeout: 2000 });

async function markShipped(message) {
  const ids = message.parcels.map((parcel) => `'${parcel.id}'`);
  if (ids.length === 0) return;
  await pool.execute('UPDATE parcels SET shipped = 1 WHERE id IN (' + ids.join(', ') + ')');
}

export async function handler(event) {
  const batchItemFailures = [];
  for (const record of event.Records) {
    try {
      await markShipped(JSON.parse(record.body));
    } catch {
      console.error('could not be processed', record.messageId);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}
