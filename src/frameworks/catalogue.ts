import { cdk, templatesOf } from '#frameworks/cdk/index';
import { templates } from '#frameworks/cloudformation/index';
import { codebuild } from '#frameworks/codebuild/index';
import { docker } from '#frameworks/docker/index';
import type { Framework } from '#frameworks/framework';
import { githubActions } from '#frameworks/github-actions/index';
import { sam } from '#frameworks/sam/index';
import { serverless } from '#frameworks/serverless/index';
import { terraform } from '#frameworks/terraform/index';

/** Every lens. A file is loaded by the first one that recognizes it and can. */
export const frameworks: readonly Framework[] = [
  githubActions,
  docker,
  codebuild,
  templates([cdk, sam], templatesOf),
  serverless,
  terraform,
];
