import { cloudformation } from '#frameworks/cloudformation/index';
import type { Framework } from '#frameworks/framework';

/** Every lens. A file is loaded by the first one that recognizes it and can. */
export const frameworks: readonly Framework[] = [cloudformation];
