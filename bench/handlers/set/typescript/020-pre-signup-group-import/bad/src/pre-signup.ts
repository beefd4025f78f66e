import type { PreSignUpTriggerEvent } from 'aws-lambda';

interface Campaign {
  readonly confirm: boolean;
}

export const handler = async (event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> => {
  const name = event.request.clientMetadata?.campaign;
  if (name) {
    const campaign = (await import(`./campaigns/${name}`)) as { default: Campaign };
    event.response.autoConfirmUser = campaign.default.confirm;
  }
  return event;
};
