import { CodeBuildClient, StartBuildCommand } from '@aws-sdk/client-codebuild';

const builds = new CodeBuildClient({});

export const handler = async (event) => {
  if (event.headers['X-GitHub-Event'] !== 'push') return { statusCode: 204 };
  const { after } = JSON.parse(event.body);
  await builds.send(new StartBuildCommand({ projectName: process.env.PROJECT, sourceVersion: after })); // expect
  return { statusCode: 202 };
};
