/** How a path gains rights: more rights for oneself, another principal's, a role passed to something new, or one that is passed already. */
export type EscalationCategory = 'self-escalation' | 'principal-access' | 'new-passrole' | 'existing-passrole';

/** A set of actions that together let their holder gain rights that were not given. */
export interface EscalationPath {
  readonly id: string;
  readonly category: EscalationCategory;
  /** All of them are needed. */
  readonly actions: readonly string[];
  /** A page that explains the path. */
  readonly url: string;
}

const ROWS: readonly (readonly [id: string, category: EscalationCategory, actions: string])[] = [
  ['apprunner-001', 'new-passrole', 'apprunner:CreateService iam:PassRole'],
  ['apprunner-002', 'existing-passrole', 'apprunner:UpdateService'],
  [
    'bedrock-001',
    'new-passrole',
    'bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:InvokeCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession iam:PassRole',
  ],
  [
    'bedrock-002',
    'existing-passrole',
    'bedrock-agentcore:InvokeCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession',
  ],
  ['cloudformation-001', 'new-passrole', 'cloudformation:CreateStack iam:PassRole'],
  ['cloudformation-002', 'existing-passrole', 'cloudformation:UpdateStack'],
  [
    'cloudformation-003',
    'new-passrole',
    'cloudformation:CreateStackInstances cloudformation:CreateStackSet iam:PassRole',
  ],
  ['cloudformation-004', 'new-passrole', 'cloudformation:UpdateStackSet iam:PassRole'],
  ['cloudformation-005', 'new-passrole', 'cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet'],
  ['codebuild-001', 'new-passrole', 'codebuild:CreateProject codebuild:StartBuild iam:PassRole'],
  ['codebuild-002', 'existing-passrole', 'codebuild:StartBuild'],
  ['codebuild-003', 'existing-passrole', 'codebuild:StartBuildBatch'],
  ['codebuild-004', 'new-passrole', 'codebuild:CreateProject codebuild:StartBuildBatch iam:PassRole'],
  [
    'datapipeline-001',
    'new-passrole',
    'datapipeline:ActivatePipeline datapipeline:CreatePipeline datapipeline:PutPipelineDefinition iam:PassRole',
  ],
  ['ec2instanceconnect-003', 'existing-passrole', 'ec2-instance-connect:SendSSHPublicKey ec2:DescribeInstances'],
  ['ec2-001', 'new-passrole', 'ec2:RunInstances iam:PassRole'],
  ['ec2-002', 'existing-passrole', 'ec2:ModifyInstanceAttribute ec2:StartInstances ec2:StopInstances'],
  ['ec2-003', 'new-passrole', 'ec2:RequestSpotInstances iam:PassRole'],
  ['ec2-004', 'existing-passrole', 'ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate'],
  ['ecs-001', 'new-passrole', 'ecs:CreateCluster ecs:CreateService ecs:RegisterTaskDefinition iam:PassRole'],
  ['ecs-002', 'new-passrole', 'ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask iam:PassRole'],
  ['ecs-003', 'new-passrole', 'ecs:CreateService ecs:RegisterTaskDefinition iam:PassRole'],
  ['ecs-004', 'new-passrole', 'ecs:RegisterTaskDefinition ecs:RunTask iam:PassRole'],
  ['ecs-005', 'new-passrole', 'ecs:RegisterTaskDefinition ecs:StartTask iam:PassRole'],
  ['glue-001', 'new-passrole', 'glue:CreateDevEndpoint iam:PassRole'],
  ['glue-002', 'existing-passrole', 'glue:UpdateDevEndpoint'],
  ['glue-003', 'new-passrole', 'glue:CreateJob glue:StartJobRun iam:PassRole'],
  ['glue-004', 'new-passrole', 'glue:CreateJob glue:CreateTrigger iam:PassRole'],
  ['glue-005', 'new-passrole', 'glue:StartJobRun glue:UpdateJob iam:PassRole'],
  ['glue-006', 'new-passrole', 'glue:CreateTrigger glue:UpdateJob iam:PassRole'],
  ['iam-001', 'self-escalation', 'iam:CreatePolicyVersion'],
  ['iam-002', 'principal-access', 'iam:CreateAccessKey'],
  ['iam-003', 'principal-access', 'iam:CreateAccessKey iam:DeleteAccessKey'],
  ['iam-004', 'principal-access', 'iam:CreateLoginProfile'],
  ['iam-005', 'self-escalation', 'iam:PutRolePolicy'],
  ['iam-006', 'principal-access', 'iam:UpdateLoginProfile'],
  ['iam-007', 'self-escalation', 'iam:PutUserPolicy'],
  ['iam-008', 'self-escalation', 'iam:AttachUserPolicy'],
  ['iam-009', 'self-escalation', 'iam:AttachRolePolicy'],
  ['iam-010', 'self-escalation', 'iam:AttachGroupPolicy'],
  ['iam-011', 'self-escalation', 'iam:PutGroupPolicy'],
  ['iam-012', 'principal-access', 'iam:UpdateAssumeRolePolicy'],
  ['iam-013', 'self-escalation', 'iam:AddUserToGroup'],
  ['iam-014', 'principal-access', 'iam:AttachRolePolicy sts:AssumeRole'],
  ['iam-015', 'principal-access', 'iam:AttachUserPolicy iam:CreateAccessKey'],
  ['iam-016', 'principal-access', 'iam:CreatePolicyVersion sts:AssumeRole'],
  ['iam-017', 'principal-access', 'iam:PutRolePolicy sts:AssumeRole'],
  ['iam-018', 'principal-access', 'iam:CreateAccessKey iam:PutUserPolicy'],
  ['iam-019', 'principal-access', 'iam:AttachRolePolicy iam:UpdateAssumeRolePolicy'],
  ['iam-020', 'principal-access', 'iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy'],
  ['iam-021', 'principal-access', 'iam:PutRolePolicy iam:UpdateAssumeRolePolicy'],
  ['lambda-001', 'new-passrole', 'iam:PassRole lambda:CreateFunction lambda:InvokeFunction'],
  ['lambda-002', 'new-passrole', 'iam:PassRole lambda:CreateEventSourceMapping lambda:CreateFunction'],
  ['lambda-003', 'existing-passrole', 'lambda:UpdateFunctionCode'],
  ['lambda-004', 'existing-passrole', 'lambda:InvokeFunction lambda:UpdateFunctionCode'],
  ['lambda-005', 'existing-passrole', 'lambda:AddPermission lambda:UpdateFunctionCode'],
  ['lambda-006', 'new-passrole', 'iam:PassRole lambda:AddPermission lambda:CreateFunction'],
  ['sagemaker-001', 'new-passrole', 'iam:PassRole sagemaker:CreateNotebookInstance'],
  ['sagemaker-002', 'new-passrole', 'iam:PassRole sagemaker:CreateTrainingJob'],
  ['sagemaker-003', 'new-passrole', 'iam:PassRole sagemaker:CreateProcessingJob'],
  ['sagemaker-004', 'existing-passrole', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
  [
    'sagemaker-005',
    'existing-passrole',
    'sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StartNotebookInstance sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance',
  ],
  ['ssm-001', 'existing-passrole', 'ssm:StartSession'],
  ['ssm-002', 'existing-passrole', 'ssm:SendCommand'],
  ['sts-001', 'principal-access', 'sts:AssumeRole'],
  ['set-default-policy-version', 'self-escalation', 'iam:SetDefaultPolicyVersion'],
  ['ecs-006', 'existing-passrole', 'ecs:DescribeTasks ecs:ExecuteCommand'],
];

const RHINO = 'https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation';

/**
 * Known paths of privilege escalation in IAM. Facts from https://pathfinding.cloud (ids are its own), which gathers the paths first
 * published by Rhino Security Labs and others; `set-default-policy-version` is from RHINO.
 */
export const ESCALATION_PATHS: readonly EscalationPath[] = ROWS.map(([id, category, actions]) => ({
  id,
  category,
  actions: actions.split(' '),
  url: id.endsWith('-version') ? RHINO : `https://pathfinding.cloud/paths/${id}`,
}));

/** Actions whose answer holds credentials, in lower case. Facts from https://github.com/salesforce/cloudsplaining. */
export const CREDENTIAL_ACTIONS: readonly string[] = [
  'airflow:createclitoken',
  'airflow:createweblogintoken',
  'appsync:createapikey',
  'chime:createapikey',
  'cloud9:createenvironmenttoken',
  'codeartifact:getauthorizationtoken',
  'codepipeline:pollforjobs',
  'cognito-identity:getcredentialsforidentity',
  'cognito-identity:getopenidtoken',
  'cognito-identity:getopenidtokenfordeveloperidentity',
  'cognito-idp:getsigningcertificate',
  'connect:getfederationtoken',
  'connect:getfederationtokens',
  'ec2:getpassworddata',
  'ecr-public:getauthorizationtoken',
  'ecr:getauthorizationtoken',
  'emr-containers:getmanagedendpointsessioncredentials',
  'finspace-api:getprogrammaticaccesscredentials',
  'gamelift:getcomputeaccess',
  'gamelift:getcomputeauthtoken',
  'gamelift:getinstanceaccess',
  'gamelift:requestuploadcredentials',
  'grafana:createworkspaceapikey',
  'iam:createaccesskey',
  'iam:createloginprofile',
  'iam:createservicespecificcredential',
  'iam:resetservicespecificcredential',
  'iam:updateaccesskey',
  'license-manager:getaccesstoken',
  'lightsail:createbucketaccesskey',
  'lightsail:downloaddefaultkeypair',
  'lightsail:getinstanceaccessdetails',
  'lightsail:getrelationaldatabasemasteruserpassword',
  'mediapackage:rotatechannelcredentials',
  'mediapackage:rotateingestendpointcredentials',
  'rds-db:connect',
  'redshift-serverless:getcredentials',
  'redshift:getclustercredentials',
  'redshift:getclustercredentialswithiam',
  'sso:getrolecredentials',
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:getfederationtoken',
  'sts:getsessiontoken',
];

/**
 * Read actions that give out the data of a whole account when they are allowed on every resource.
 * Facts from https://github.com/salesforce/cloudsplaining.
 */
export const EXFILTRATION_ACTIONS: readonly string[] = [
  's3:GetObject',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'secretsmanager:GetSecretValue',
];
