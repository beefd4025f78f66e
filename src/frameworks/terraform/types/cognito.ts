import { fixed, orElse } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  entries,
  ignored,
  type MadeRow,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { argumentOf, blockOf, isTrue, mapBranches } from '#frameworks/terraform/values';

const TOKEN = 'SOFTWARE_TOKEN_MFA';

/** Second factors: Terraform turns on that of an authenticator by a block, CloudFormation by a word of a list. */
const FACTORS: MadeRow = made(
  'EnabledMfas',
  (body) => {
    const token = argumentOf(blockOf(body, 'software_token_mfa_configuration'), 'enabled');
    const sms = argumentOf(body, 'sms_configuration');
    const items = [
      ...(token ? [mapBranches(token, (on) => (isTrue(on) ? fixed(TOKEN, on) : { kind: 'absent', at: on.at }))] : []),
      ...(sms ? [fixed('SMS_MFA', sms)] : []),
    ];
    return items.length === 0 ? undefined : { kind: 'set', at: (token ?? sms ?? body).at, data: items };
  },
  (below, datum) => {
    const wanted = Array.isArray(datum) && datum.length === 1 && datum[0] === TOKEN;
    if (below.length > 0 || !wanted) return undefined;
    return { path: ['software_token_mfa_configuration', 0, 'enabled'], datum: true };
  },
);

/** The triggers of a user pool; two of them have a further form with a version. */
const TRIGGERS: Row = block('lambda_config', 'LambdaConfig', [
  ...same(
    'CreateAuthChallenge CustomMessage DefineAuthChallenge PostAuthentication PostConfirmation PreAuthentication',
  ),
  ...same('PreSignUp PreTokenGeneration UserMigration VerifyAuthChallengeResponse'),
  row('kms_key_id', 'KMSKeyID'),
  block('custom_email_sender', 'CustomEmailSender', same('LambdaArn LambdaVersion')),
  block('custom_sms_sender', 'CustomSMSSender', same('LambdaArn LambdaVersion')),
  block('pre_token_generation_config', 'PreTokenGenerationConfig', same('LambdaArn LambdaVersion')),
]);

const CLIENT: readonly Row[] = [
  ...same('UserPoolId AccessTokenValidity IdTokenValidity RefreshTokenValidity AuthSessionValidity'),
  row('allowed_oauth_flows', 'AllowedOAuthFlows'),
  row('allowed_oauth_flows_user_pool_client', 'AllowedOAuthFlowsUserPoolClient'),
  row('allowed_oauth_scopes', 'AllowedOAuthScopes'),
  row('callback_urls', 'CallbackURLs'),
  row('logout_urls', 'LogoutURLs'),
  row('default_redirect_uri', 'DefaultRedirectURI'),
  ...same('ExplicitAuthFlows GenerateSecret PreventUserExistenceErrors SupportedIdentityProviders'),
  ...same('EnableTokenRevocation EnablePropagateAdditionalUserContextData ReadAttributes WriteAttributes'),
  block('token_validity_units', 'TokenValidityUnits', same('AccessToken IdToken RefreshToken')),
  block('refresh_token_rotation', 'RefreshTokenRotation', same('Feature RetryGracePeriodSeconds')),
];

const POOL_TAGS: Row = row('tags', 'UserPoolTags');

/** Cognito: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool and the pages beside it. */
export const cognito: readonly Table[] = [
  resource(
    'aws_cognito_user_pool',
    'AWS::Cognito::UserPool',
    [
      row('name', 'UserPoolName'),
      ...same('AliasAttributes AutoVerifiedAttributes DeletionProtection MfaConfiguration UserPoolTier'),
      ...same('UsernameAttributes EmailVerificationMessage EmailVerificationSubject SmsAuthenticationMessage'),
      ...same('SmsVerificationMessage'),
      FACTORS,
      block(
        'password_policy',
        'Policies.PasswordPolicy',
        same(
          'MinimumLength PasswordHistorySize RequireLowercase RequireNumbers RequireSymbols RequireUppercase TemporaryPasswordValidityDays',
        ),
      ),
      row('sign_in_policy.allowed_first_auth_factors', 'Policies.SignInPolicy.AllowedFirstAuthFactors'),
      block('admin_create_user_config', 'AdminCreateUserConfig', [
        ...same('AllowAdminCreateUserOnly'),
        block('invite_message_template', 'InviteMessageTemplate', [
          ...same('EmailMessage EmailSubject'),
          row('sms_message', 'SMSMessage'),
        ]),
      ]),
      TRIGGERS,
      block('user_pool_add_ons', 'UserPoolAddOns', [
        ...same('AdvancedSecurityMode'),
        row('advanced_security_additional_flows.custom_auth_mode', 'AdvancedSecurityAdditionalFlows.CustomAuthMode'),
      ]),
      block('account_recovery_setting', 'AccountRecoverySetting', [
        blocks('recovery_mechanism', 'RecoveryMechanisms', same('Name Priority')),
      ]),
      block(
        'device_configuration',
        'DeviceConfiguration',
        same('ChallengeRequiredOnNewDevice DeviceOnlyRememberedOnUserPrompt'),
      ),
      block('email_configuration', 'EmailConfiguration', [
        ...same('ConfigurationSet EmailSendingAccount ReplyToEmailAddress SourceArn'),
        row('from_email_address', 'From'),
      ]),
      block('sms_configuration', 'SmsConfiguration', same('ExternalId SnsCallerArn SnsRegion')),
      block('username_configuration', 'UsernameConfiguration', same('CaseSensitive')),
      block('user_attribute_update_settings', 'UserAttributeUpdateSettings', [
        ...same('AttributesRequireVerificationBeforeUpdate'),
      ]),
      block('verification_message_template', 'VerificationMessageTemplate', [
        ...same('DefaultEmailOption EmailMessage EmailMessageByLink EmailSubject EmailSubjectByLink SmsMessage'),
      ]),
      block('web_authn_configuration', '', [
        row('relying_party_id', 'WebAuthnRelyingPartyID'),
        row('user_verification', 'WebAuthnUserVerification'),
      ]),
      blocks('schema', 'Schema', [
        ...same('AttributeDataType DeveloperOnlyAttribute Mutable Name Required'),
        block('number_attribute_constraints', 'NumberAttributeConstraints', same('MaxValue MinValue')),
        block('string_attribute_constraints', 'StringAttributeConstraints', same('MaxLength MinLength')),
      ]),
      POOL_TAGS,
    ],
    { attributes: { endpoint: 'ProviderName' } },
  ),
  resource('aws_cognito_user_pool_client', 'AWS::Cognito::UserPoolClient', [row('name', 'ClientName'), ...CLIENT], {
    attributes: { client_secret: 'ClientSecret' },
  }),
  resource('aws_cognito_managed_user_pool_client', 'AWS::Cognito::UserPoolClient', CLIENT, {
    attributes: { client_secret: 'ClientSecret', name: 'Name' },
  }),
  resource(
    'aws_cognito_user_pool_domain',
    'AWS::Cognito::UserPoolDomain',
    [...same('Domain UserPoolId ManagedLoginVersion'), row('certificate_arn', 'CustomDomainConfig.CertificateArn')],
    { attributes: { cloudfront_distribution: 'CloudFrontDistribution' } },
  ),
  resource('aws_cognito_resource_server', 'AWS::Cognito::UserPoolResourceServer', [
    ...same('Identifier Name UserPoolId'),
    blocks('scope', 'Scopes', same('ScopeDescription ScopeName')),
  ]),
  resource('aws_cognito_identity_provider', 'AWS::Cognito::UserPoolIdentityProvider', [
    ...same('UserPoolId ProviderName ProviderType ProviderDetails AttributeMapping IdpIdentifiers'),
  ]),
  resource('aws_cognito_user_group', 'AWS::Cognito::UserPoolGroup', [
    row('name', 'GroupName'),
    ...same('Description Precedence RoleArn UserPoolId'),
  ]),
  resource('aws_cognito_user', 'AWS::Cognito::UserPoolUser', [
    ...same('UserPoolId Username DesiredDeliveryMediums ForceAliasCreation MessageAction'),
  ]),
  resource('aws_cognito_identity_pool', 'AWS::Cognito::IdentityPool', [
    ...same('IdentityPoolName AllowUnauthenticatedIdentities AllowClassicFlow DeveloperProviderName'),
    ...same('SupportedLoginProviders'),
    row('openid_connect_provider_arns', 'OpenIdConnectProviderARNs'),
    row('saml_provider_arns', 'SamlProviderARNs'),
    orElse('allow_unauthenticated_identities', 'AllowUnauthenticatedIdentities', false),
    blocks(
      'cognito_identity_providers',
      'CognitoIdentityProviders',
      same('ClientId ProviderName ServerSideTokenCheck'),
    ),
  ]),
  resource('aws_cognito_identity_pool_roles_attachment', 'AWS::Cognito::IdentityPoolRoleAttachment', [
    ...same('IdentityPoolId Roles'),
    entries('role_mapping', 'RoleMappings', 'identity_provider', [
      ...same('AmbiguousRoleResolution IdentityProvider Type'),
      blocks('mapping_rule', 'RulesConfiguration.Rules', [
        ...same('Claim MatchType Value'),
        row('role_arn', 'RoleARN'),
      ]),
    ]),
  ]),
  resource('aws_cognito_risk_configuration', 'AWS::Cognito::UserPoolRiskConfigurationAttachment', [
    ...same('ClientId UserPoolId'),
    row(
      'compromised_credentials_risk_configuration.actions.event_action',
      'CompromisedCredentialsRiskConfiguration.Actions.EventAction',
    ),
    row(
      'compromised_credentials_risk_configuration.event_filter',
      'CompromisedCredentialsRiskConfiguration.EventFilter',
    ),
  ]),
  ...ignored('aws_cognito_user_in_group aws_cognito_user_pool_ui_customization aws_cognito_managed_login_branding'),
  ...ignored('aws_cognito_log_delivery_configuration aws_cognito_identity_pool_provider_principal_tag'),
];
