import { exec } from 'node:child_process';
import type { SESEvent } from 'aws-lambda';

function classify(subject: string): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(`echo "${subject}" | /opt/bin/classify`, { timeout: 5000 }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout.trim());
    });
  });
}

export const handler = async (event: SESEvent): Promise<void> => {
  for (const { ses } of event.Records) {
    const label = await classify(ses.mail.commonHeaders.subject ?? '');
    if (label === '') throw new Error('The classifier gave no answer');
  }
};
