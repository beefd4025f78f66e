import { createHmac, timingSafeEqual } from 'node:crypto';
import { CodeBuildClient, StartBuildCommand } from '@aws-sdk/client-codebuild';

const builds = new CodeBuildClient({});

export const handler = async (event) => {
  const wanted = Buffer.from(`sha256=${createHmac('sha256', process.env.KEY).update(event.body).digest('hex')}`);
  const given = Buffer.from(event.headers['X-Hub-Signature-256'] ?? '');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return { statusCode: 401 };
  if (event.headers['X-GitHub-Event'] !== 'push') return { statusCode: 204 };
  const { after } = JSON.parse(event.body);
  await builds.send(new StartBuildCommand({ projectName: process.env.PROJECT, sourceVersion: after }));
  return { statusCode: 202 };
};
