import type { PreSignUpTriggerEvent } from 'aws-lambda';

interface Campaign {
  readonly confirm: boolean;
}

const CAMPAIGNS: Record<string, () => Promise<{ default: Campaign }>> = {
  spring: () => import('./campaigns/spring.js'),
  autumn: () => import('./campaigns/autumn.js'),
};

export const handler = async (event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> => {
  const name = event.request.clientMetadata?.campaign;
  const load = name && Object.hasOwn(CAMPAIGNS, name) ? CAMPAIGNS[name] : undefined;
  if (load) {
    const campaign = await load();
    event.response.autoConfirmUser = campaign.default.confirm;
  }
  return event;
};
