import { CodeBuildClient, StartBuildCommand } from '@aws-sdk/client-codebuild';
import { isGenuine } from 'deliveries';

const builds = new CodeBuildClient({});

// What a package does with the whole request is not known.
export const handler = async (event) => {
  if (!(await isGenuine(event))) return { statusCode: 401 };
  if (event.headers['X-GitHub-Event'] !== 'push') return { statusCode: 204 };
  const { after } = JSON.parse(event.body);
  await builds.send(new StartBuildCommand({ projectName: process.env.PROJECT, sourceVersion: after }));
  return { statusCode: 202 };
};
