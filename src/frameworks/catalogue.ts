import { cdk, templatesOf } from '#frameworks/cdk/index';
import { templates } from '#frameworks/cloudformation/index';
import type { Framework } from '#frameworks/framework';
import { sam } from '#frameworks/sam/index';
import { serverless } from '#frameworks/serverless/index';

/** Every lens. A file is loaded by the first one that recognizes it and can. */
export const frameworks: readonly Framework[] = [templates([cdk, sam], templatesOf), serverless];
