// Made by tools/generate/properties.ts from @aws-cdk/aws-service-spec (Apache-2.0). Do not edit.

/** Free-form JSON: a policy document, an API definition. Any key can be asked for. */
export interface Json {
  readonly [key: string]: Json;
}

/** The properties of each resource type, by its name in CloudFormation. All are optional: templates are written by people. */
export interface Properties {
  'AWS::AmazonMQ::Broker': AmazonMQ_Broker;
  'AWS::Amplify::App': Amplify_App;
  'AWS::Amplify::Branch': Amplify_Branch;
  'AWS::Amplify::Domain': Amplify_Domain;
  'AWS::Amplify::Webhook': Amplify_Webhook;
  'AWS::ApiGateway::Account': ApiGateway_Account;
  'AWS::ApiGateway::ApiKey': ApiGateway_ApiKey;
  'AWS::ApiGateway::Authorizer': ApiGateway_Authorizer;
  'AWS::ApiGateway::BasePathMapping': ApiGateway_BasePathMapping;
  'AWS::ApiGateway::BasePathMappingV2': ApiGateway_BasePathMappingV2;
  'AWS::ApiGateway::ClientCertificate': ApiGateway_ClientCertificate;
  'AWS::ApiGateway::Deployment': ApiGateway_Deployment;
  'AWS::ApiGateway::DocumentationPart': ApiGateway_DocumentationPart;
  'AWS::ApiGateway::DocumentationVersion': ApiGateway_DocumentationVersion;
  'AWS::ApiGateway::DomainName': ApiGateway_DomainName;
  'AWS::ApiGateway::DomainNameAccessAssociation': ApiGateway_DomainNameAccessAssociation;
  'AWS::ApiGateway::DomainNameV2': ApiGateway_DomainNameV2;
  'AWS::ApiGateway::GatewayResponse': ApiGateway_GatewayResponse;
  'AWS::ApiGateway::Method': ApiGateway_Method;
  'AWS::ApiGateway::Model': ApiGateway_Model;
  'AWS::ApiGateway::RequestValidator': ApiGateway_RequestValidator;
  'AWS::ApiGateway::Resource': ApiGateway_Resource;
  'AWS::ApiGateway::RestApi': ApiGateway_RestApi;
  'AWS::ApiGateway::Stage': ApiGateway_Stage;
  'AWS::ApiGateway::UsagePlan': ApiGateway_UsagePlan;
  'AWS::ApiGateway::UsagePlanKey': ApiGateway_UsagePlanKey;
  'AWS::ApiGateway::VpcLink': ApiGateway_VpcLink;
  'AWS::ApiGatewayV2::Api': ApiGatewayV2_Api;
  'AWS::ApiGatewayV2::ApiGatewayManagedOverrides': ApiGatewayV2_ApiGatewayManagedOverrides;
  'AWS::ApiGatewayV2::ApiMapping': ApiGatewayV2_ApiMapping;
  'AWS::ApiGatewayV2::Authorizer': ApiGatewayV2_Authorizer;
  'AWS::ApiGatewayV2::Deployment': ApiGatewayV2_Deployment;
  'AWS::ApiGatewayV2::DomainName': ApiGatewayV2_DomainName;
  'AWS::ApiGatewayV2::Integration': ApiGatewayV2_Integration;
  'AWS::ApiGatewayV2::IntegrationResponse': ApiGatewayV2_IntegrationResponse;
  'AWS::ApiGatewayV2::Model': ApiGatewayV2_Model;
  'AWS::ApiGatewayV2::PortalProduct': ApiGatewayV2_PortalProduct;
  'AWS::ApiGatewayV2::Route': ApiGatewayV2_Route;
  'AWS::ApiGatewayV2::RouteResponse': ApiGatewayV2_RouteResponse;
  'AWS::ApiGatewayV2::RoutingRule': ApiGatewayV2_RoutingRule;
  'AWS::ApiGatewayV2::Stage': ApiGatewayV2_Stage;
  'AWS::ApiGatewayV2::VpcLink': ApiGatewayV2_VpcLink;
  'AWS::AppConfig::Application': AppConfig_Application;
  'AWS::AppConfig::ConfigurationProfile': AppConfig_ConfigurationProfile;
  'AWS::AppConfig::Deployment': AppConfig_Deployment;
  'AWS::AppConfig::DeploymentStrategy': AppConfig_DeploymentStrategy;
  'AWS::AppConfig::Environment': AppConfig_Environment;
  'AWS::AppConfig::ExperimentDefinition': AppConfig_ExperimentDefinition;
  'AWS::AppConfig::ExperimentRun': AppConfig_ExperimentRun;
  'AWS::AppConfig::Extension': AppConfig_Extension;
  'AWS::AppConfig::ExtensionAssociation': AppConfig_ExtensionAssociation;
  'AWS::AppConfig::HostedConfigurationVersion': AppConfig_HostedConfigurationVersion;
  'AWS::AppRunner::Service': AppRunner_Service;
  'AWS::AppSync::Api': AppSync_Api;
  'AWS::AppSync::ApiCache': AppSync_ApiCache;
  'AWS::AppSync::ApiKey': AppSync_ApiKey;
  'AWS::AppSync::ChannelNamespace': AppSync_ChannelNamespace;
  'AWS::AppSync::DataSource': AppSync_DataSource;
  'AWS::AppSync::DomainName': AppSync_DomainName;
  'AWS::AppSync::DomainNameApiAssociation': AppSync_DomainNameApiAssociation;
  'AWS::AppSync::FunctionConfiguration': AppSync_FunctionConfiguration;
  'AWS::AppSync::GraphQLApi': AppSync_GraphQLApi;
  'AWS::AppSync::GraphQLSchema': AppSync_GraphQLSchema;
  'AWS::AppSync::Resolver': AppSync_Resolver;
  'AWS::AppSync::SourceApiAssociation': AppSync_SourceApiAssociation;
  'AWS::AppSync::Type': AppSync_Type;
  'AWS::Athena::WorkGroup': Athena_WorkGroup;
  'AWS::Backup::BackupPlan': Backup_BackupPlan;
  'AWS::Backup::BackupSelection': Backup_BackupSelection;
  'AWS::Backup::BackupVault': Backup_BackupVault;
  'AWS::Bedrock::Agent': Bedrock_Agent;
  'AWS::Bedrock::Guardrail': Bedrock_Guardrail;
  'AWS::Bedrock::KnowledgeBase': Bedrock_KnowledgeBase;
  'AWS::Budgets::Budget': Budgets_Budget;
  'AWS::CertificateManager::Certificate': CertificateManager_Certificate;
  'AWS::CloudFormation::CustomResource': CloudFormation_CustomResource;
  'AWS::CloudFormation::Stack': CloudFormation_Stack;
  'AWS::CloudFormation::WaitCondition': CloudFormation_WaitCondition;
  'AWS::CloudFront::AnycastIpList': CloudFront_AnycastIpList;
  'AWS::CloudFront::CachePolicy': CloudFront_CachePolicy;
  'AWS::CloudFront::CloudFrontOriginAccessIdentity': CloudFront_CloudFrontOriginAccessIdentity;
  'AWS::CloudFront::ConnectionFunction': CloudFront_ConnectionFunction;
  'AWS::CloudFront::ConnectionGroup': CloudFront_ConnectionGroup;
  'AWS::CloudFront::ContinuousDeploymentPolicy': CloudFront_ContinuousDeploymentPolicy;
  'AWS::CloudFront::Distribution': CloudFront_Distribution;
  'AWS::CloudFront::DistributionTenant': CloudFront_DistributionTenant;
  'AWS::CloudFront::FieldLevelEncryptionProfile': CloudFront_FieldLevelEncryptionProfile;
  'AWS::CloudFront::Function': CloudFront_Function;
  'AWS::CloudFront::KeyGroup': CloudFront_KeyGroup;
  'AWS::CloudFront::KeyValueStore': CloudFront_KeyValueStore;
  'AWS::CloudFront::MonitoringSubscription': CloudFront_MonitoringSubscription;
  'AWS::CloudFront::OriginAccessControl': CloudFront_OriginAccessControl;
  'AWS::CloudFront::OriginRequestPolicy': CloudFront_OriginRequestPolicy;
  'AWS::CloudFront::PublicKey': CloudFront_PublicKey;
  'AWS::CloudFront::RealtimeLogConfig': CloudFront_RealtimeLogConfig;
  'AWS::CloudFront::ResponseHeadersPolicy': CloudFront_ResponseHeadersPolicy;
  'AWS::CloudFront::StreamingDistribution': CloudFront_StreamingDistribution;
  'AWS::CloudFront::TrustStore': CloudFront_TrustStore;
  'AWS::CloudFront::VpcOrigin': CloudFront_VpcOrigin;
  'AWS::CloudTrail::EventDataStore': CloudTrail_EventDataStore;
  'AWS::CloudTrail::Trail': CloudTrail_Trail;
  'AWS::CloudWatch::Alarm': CloudWatch_Alarm;
  'AWS::CloudWatch::CompositeAlarm': CloudWatch_CompositeAlarm;
  'AWS::CodeArtifact::Domain': CodeArtifact_Domain;
  'AWS::CodeArtifact::Repository': CodeArtifact_Repository;
  'AWS::CodeBuild::Project': CodeBuild_Project;
  'AWS::CodeDeploy::Application': CodeDeploy_Application;
  'AWS::CodeDeploy::DeploymentGroup': CodeDeploy_DeploymentGroup;
  'AWS::CodePipeline::Pipeline': CodePipeline_Pipeline;
  'AWS::Cognito::IdentityPool': Cognito_IdentityPool;
  'AWS::Cognito::IdentityPoolPrincipalTag': Cognito_IdentityPoolPrincipalTag;
  'AWS::Cognito::IdentityPoolRoleAttachment': Cognito_IdentityPoolRoleAttachment;
  'AWS::Cognito::LogDeliveryConfiguration': Cognito_LogDeliveryConfiguration;
  'AWS::Cognito::ManagedLoginBranding': Cognito_ManagedLoginBranding;
  'AWS::Cognito::Terms': Cognito_Terms;
  'AWS::Cognito::UserPool': Cognito_UserPool;
  'AWS::Cognito::UserPoolClient': Cognito_UserPoolClient;
  'AWS::Cognito::UserPoolDomain': Cognito_UserPoolDomain;
  'AWS::Cognito::UserPoolGroup': Cognito_UserPoolGroup;
  'AWS::Cognito::UserPoolIdentityProvider': Cognito_UserPoolIdentityProvider;
  'AWS::Cognito::UserPoolRegionalConfigurationAttachment': Cognito_UserPoolRegionalConfigurationAttachment;
  'AWS::Cognito::UserPoolReplica': Cognito_UserPoolReplica;
  'AWS::Cognito::UserPoolResourceServer': Cognito_UserPoolResourceServer;
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': Cognito_UserPoolRiskConfigurationAttachment;
  'AWS::Cognito::UserPoolUICustomizationAttachment': Cognito_UserPoolUICustomizationAttachment;
  'AWS::Cognito::UserPoolUser': Cognito_UserPoolUser;
  'AWS::Cognito::UserPoolUserToGroupAttachment': Cognito_UserPoolUserToGroupAttachment;
  'AWS::Config::ConfigRule': Config_ConfigRule;
  'AWS::Config::ConfigurationRecorder': Config_ConfigurationRecorder;
  'AWS::Config::DeliveryChannel': Config_DeliveryChannel;
  'AWS::DAX::Cluster': DAX_Cluster;
  'AWS::DMS::Endpoint': DMS_Endpoint;
  'AWS::DMS::ReplicationInstance': DMS_ReplicationInstance;
  'AWS::DocDB::DBCluster': DocDB_DBCluster;
  'AWS::DocDB::DBInstance': DocDB_DBInstance;
  'AWS::DynamoDB::GlobalTable': DynamoDB_GlobalTable;
  'AWS::DynamoDB::Table': DynamoDB_Table;
  'AWS::EC2::FlowLog': EC2_FlowLog;
  'AWS::EC2::Instance': EC2_Instance;
  'AWS::EC2::NatGateway': EC2_NatGateway;
  'AWS::EC2::Route': EC2_Route;
  'AWS::EC2::SecurityGroup': EC2_SecurityGroup;
  'AWS::EC2::SecurityGroupEgress': EC2_SecurityGroupEgress;
  'AWS::EC2::SecurityGroupIngress': EC2_SecurityGroupIngress;
  'AWS::EC2::Subnet': EC2_Subnet;
  'AWS::EC2::VPC': EC2_VPC;
  'AWS::EC2::VPCEndpoint': EC2_VPCEndpoint;
  'AWS::ECR::PublicRepository': ECR_PublicRepository;
  'AWS::ECR::PullThroughCacheRule': ECR_PullThroughCacheRule;
  'AWS::ECR::PullTimeUpdateExclusion': ECR_PullTimeUpdateExclusion;
  'AWS::ECR::RegistryPolicy': ECR_RegistryPolicy;
  'AWS::ECR::RegistryScanningConfiguration': ECR_RegistryScanningConfiguration;
  'AWS::ECR::ReplicationConfiguration': ECR_ReplicationConfiguration;
  'AWS::ECR::Repository': ECR_Repository;
  'AWS::ECR::RepositoryCreationTemplate': ECR_RepositoryCreationTemplate;
  'AWS::ECR::SigningConfiguration': ECR_SigningConfiguration;
  'AWS::ECS::Cluster': ECS_Cluster;
  'AWS::ECS::Service': ECS_Service;
  'AWS::ECS::TaskDefinition': ECS_TaskDefinition;
  'AWS::EFS::AccessPoint': EFS_AccessPoint;
  'AWS::EFS::FileSystem': EFS_FileSystem;
  'AWS::EFS::MountTarget': EFS_MountTarget;
  'AWS::ElastiCache::CacheCluster': ElastiCache_CacheCluster;
  'AWS::ElastiCache::ReplicationGroup': ElastiCache_ReplicationGroup;
  'AWS::ElastiCache::ServerlessCache': ElastiCache_ServerlessCache;
  'AWS::ElasticLoadBalancingV2::Listener': ElasticLoadBalancingV2_Listener;
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': ElasticLoadBalancingV2_ListenerCertificate;
  'AWS::ElasticLoadBalancingV2::ListenerRule': ElasticLoadBalancingV2_ListenerRule;
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ElasticLoadBalancingV2_LoadBalancer;
  'AWS::ElasticLoadBalancingV2::TargetGroup': ElasticLoadBalancingV2_TargetGroup;
  'AWS::ElasticLoadBalancingV2::TrustStore': ElasticLoadBalancingV2_TrustStore;
  'AWS::ElasticLoadBalancingV2::TrustStoreRevocation': ElasticLoadBalancingV2_TrustStoreRevocation;
  'AWS::Elasticsearch::Domain': Elasticsearch_Domain;
  'AWS::EventSchemas::Registry': EventSchemas_Registry;
  'AWS::EventSchemas::RegistryPolicy': EventSchemas_RegistryPolicy;
  'AWS::Events::ApiDestination': Events_ApiDestination;
  'AWS::Events::Archive': Events_Archive;
  'AWS::Events::Connection': Events_Connection;
  'AWS::Events::Endpoint': Events_Endpoint;
  'AWS::Events::EventBus': Events_EventBus;
  'AWS::Events::EventBusPolicy': Events_EventBusPolicy;
  'AWS::Events::Rule': Events_Rule;
  'AWS::Glue::Connection': Glue_Connection;
  'AWS::Glue::Crawler': Glue_Crawler;
  'AWS::Glue::DataCatalogEncryptionSettings': Glue_DataCatalogEncryptionSettings;
  'AWS::Glue::Database': Glue_Database;
  'AWS::Glue::Job': Glue_Job;
  'AWS::Glue::SecurityConfiguration': Glue_SecurityConfiguration;
  'AWS::Glue::Table': Glue_Table;
  'AWS::Glue::Trigger': Glue_Trigger;
  'AWS::GuardDuty::Detector': GuardDuty_Detector;
  'AWS::IAM::AccessKey': IAM_AccessKey;
  'AWS::IAM::Group': IAM_Group;
  'AWS::IAM::GroupPolicy': IAM_GroupPolicy;
  'AWS::IAM::InstanceProfile': IAM_InstanceProfile;
  'AWS::IAM::ManagedPolicy': IAM_ManagedPolicy;
  'AWS::IAM::OIDCProvider': IAM_OIDCProvider;
  'AWS::IAM::Policy': IAM_Policy;
  'AWS::IAM::Role': IAM_Role;
  'AWS::IAM::RolePolicy': IAM_RolePolicy;
  'AWS::IAM::SAMLProvider': IAM_SAMLProvider;
  'AWS::IAM::ServerCertificate': IAM_ServerCertificate;
  'AWS::IAM::ServiceLinkedRole': IAM_ServiceLinkedRole;
  'AWS::IAM::User': IAM_User;
  'AWS::IAM::UserPolicy': IAM_UserPolicy;
  'AWS::IAM::UserToGroupAddition': IAM_UserToGroupAddition;
  'AWS::IAM::VirtualMFADevice': IAM_VirtualMFADevice;
  'AWS::IoT::Policy': IoT_Policy;
  'AWS::IoT::TopicRule': IoT_TopicRule;
  'AWS::KMS::Alias': KMS_Alias;
  'AWS::KMS::Key': KMS_Key;
  'AWS::KMS::ReplicaKey': KMS_ReplicaKey;
  'AWS::Kinesis::Channel': Kinesis_Channel;
  'AWS::Kinesis::ResourcePolicy': Kinesis_ResourcePolicy;
  'AWS::Kinesis::Stream': Kinesis_Stream;
  'AWS::Kinesis::StreamConsumer': Kinesis_StreamConsumer;
  'AWS::KinesisAnalyticsV2::Application': KinesisAnalyticsV2_Application;
  'AWS::KinesisFirehose::DeliveryStream': KinesisFirehose_DeliveryStream;
  'AWS::Lambda::Alias': Lambda_Alias;
  'AWS::Lambda::CapacityProvider': Lambda_CapacityProvider;
  'AWS::Lambda::CodeSigningConfig': Lambda_CodeSigningConfig;
  'AWS::Lambda::EventInvokeConfig': Lambda_EventInvokeConfig;
  'AWS::Lambda::EventSourceMapping': Lambda_EventSourceMapping;
  'AWS::Lambda::Function': Lambda_Function;
  'AWS::Lambda::LayerVersion': Lambda_LayerVersion;
  'AWS::Lambda::LayerVersionPermission': Lambda_LayerVersionPermission;
  'AWS::Lambda::MicrovmImage': Lambda_MicrovmImage;
  'AWS::Lambda::NetworkConnector': Lambda_NetworkConnector;
  'AWS::Lambda::Permission': Lambda_Permission;
  'AWS::Lambda::ResourcePolicy': Lambda_ResourcePolicy;
  'AWS::Lambda::Url': Lambda_Url;
  'AWS::Lambda::Version': Lambda_Version;
  'AWS::Logs::AccountPolicy': Logs_AccountPolicy;
  'AWS::Logs::Delivery': Logs_Delivery;
  'AWS::Logs::DeliveryDestination': Logs_DeliveryDestination;
  'AWS::Logs::DeliverySource': Logs_DeliverySource;
  'AWS::Logs::Destination': Logs_Destination;
  'AWS::Logs::Integration': Logs_Integration;
  'AWS::Logs::LogAnomalyDetector': Logs_LogAnomalyDetector;
  'AWS::Logs::LogGroup': Logs_LogGroup;
  'AWS::Logs::LogStream': Logs_LogStream;
  'AWS::Logs::MetricFilter': Logs_MetricFilter;
  'AWS::Logs::QueryDefinition': Logs_QueryDefinition;
  'AWS::Logs::ResourcePolicy': Logs_ResourcePolicy;
  'AWS::Logs::ScheduledQuery': Logs_ScheduledQuery;
  'AWS::Logs::StorageTierPolicy': Logs_StorageTierPolicy;
  'AWS::Logs::SubscriptionFilter': Logs_SubscriptionFilter;
  'AWS::Logs::Transformer': Logs_Transformer;
  'AWS::MSK::Cluster': MSK_Cluster;
  'AWS::MSK::ClusterPolicy': MSK_ClusterPolicy;
  'AWS::MSK::ServerlessCluster': MSK_ServerlessCluster;
  'AWS::Neptune::DBCluster': Neptune_DBCluster;
  'AWS::OpenSearchServerless::AccessPolicy': OpenSearchServerless_AccessPolicy;
  'AWS::OpenSearchServerless::Collection': OpenSearchServerless_Collection;
  'AWS::OpenSearchServerless::CollectionGroup': OpenSearchServerless_CollectionGroup;
  'AWS::OpenSearchServerless::CollectionIndex': OpenSearchServerless_CollectionIndex;
  'AWS::OpenSearchServerless::Index': OpenSearchServerless_Index;
  'AWS::OpenSearchServerless::LifecyclePolicy': OpenSearchServerless_LifecyclePolicy;
  'AWS::OpenSearchServerless::SecurityConfig': OpenSearchServerless_SecurityConfig;
  'AWS::OpenSearchServerless::SecurityPolicy': OpenSearchServerless_SecurityPolicy;
  'AWS::OpenSearchServerless::VpcEndpoint': OpenSearchServerless_VpcEndpoint;
  'AWS::OpenSearchService::Domain': OpenSearchService_Domain;
  'AWS::Pipes::Pipe': Pipes_Pipe;
  'AWS::RDS::DBCluster': RDS_DBCluster;
  'AWS::RDS::DBInstance': RDS_DBInstance;
  'AWS::RDS::DBProxy': RDS_DBProxy;
  'AWS::RDS::DBSubnetGroup': RDS_DBSubnetGroup;
  'AWS::Redshift::Cluster': Redshift_Cluster;
  'AWS::RedshiftServerless::Namespace': RedshiftServerless_Namespace;
  'AWS::RedshiftServerless::Workgroup': RedshiftServerless_Workgroup;
  'AWS::Route53::HostedZone': Route53_HostedZone;
  'AWS::Route53::RecordSet': Route53_RecordSet;
  'AWS::S3::AccessGrant': S3_AccessGrant;
  'AWS::S3::AccessGrantsInstance': S3_AccessGrantsInstance;
  'AWS::S3::AccessGrantsLocation': S3_AccessGrantsLocation;
  'AWS::S3::AccessPoint': S3_AccessPoint;
  'AWS::S3::Bucket': S3_Bucket;
  'AWS::S3::BucketPolicy': S3_BucketPolicy;
  'AWS::S3::MultiRegionAccessPoint': S3_MultiRegionAccessPoint;
  'AWS::S3::MultiRegionAccessPointPolicy': S3_MultiRegionAccessPointPolicy;
  'AWS::S3::StorageLens': S3_StorageLens;
  'AWS::S3::StorageLensGroup': S3_StorageLensGroup;
  'AWS::S3Tables::TableBucketPolicy': S3Tables_TableBucketPolicy;
  'AWS::SES::ConfigurationSet': SES_ConfigurationSet;
  'AWS::SES::EmailIdentity': SES_EmailIdentity;
  'AWS::SES::ReceiptRule': SES_ReceiptRule;
  'AWS::SES::ReceiptRuleSet': SES_ReceiptRuleSet;
  'AWS::SNS::Subscription': SNS_Subscription;
  'AWS::SNS::Topic': SNS_Topic;
  'AWS::SNS::TopicInlinePolicy': SNS_TopicInlinePolicy;
  'AWS::SNS::TopicPolicy': SNS_TopicPolicy;
  'AWS::SQS::Queue': SQS_Queue;
  'AWS::SQS::QueueInlinePolicy': SQS_QueueInlinePolicy;
  'AWS::SQS::QueuePolicy': SQS_QueuePolicy;
  'AWS::SSM::Document': SSM_Document;
  'AWS::SSM::Parameter': SSM_Parameter;
  'AWS::SageMaker::Endpoint': SageMaker_Endpoint;
  'AWS::SageMaker::NotebookInstance': SageMaker_NotebookInstance;
  'AWS::Scheduler::Schedule': Scheduler_Schedule;
  'AWS::Scheduler::ScheduleGroup': Scheduler_ScheduleGroup;
  'AWS::SecretsManager::ResourcePolicy': SecretsManager_ResourcePolicy;
  'AWS::SecretsManager::RotationSchedule': SecretsManager_RotationSchedule;
  'AWS::SecretsManager::Secret': SecretsManager_Secret;
  'AWS::SecretsManager::SecretTargetAttachment': SecretsManager_SecretTargetAttachment;
  'AWS::ServiceDiscovery::Service': ServiceDiscovery_Service;
  'AWS::Signer::SigningProfile': Signer_SigningProfile;
  'AWS::StepFunctions::Activity': StepFunctions_Activity;
  'AWS::StepFunctions::StateMachine': StepFunctions_StateMachine;
  'AWS::StepFunctions::StateMachineAlias': StepFunctions_StateMachineAlias;
  'AWS::StepFunctions::StateMachineVersion': StepFunctions_StateMachineVersion;
  'AWS::Timestream::Database': Timestream_Database;
  'AWS::Timestream::Table': Timestream_Table;
  'AWS::Transfer::Server': Transfer_Server;
  'AWS::VerifiedPermissions::PolicyStore': VerifiedPermissions_PolicyStore;
  'AWS::WAFv2::IPSet': WAFv2_IPSet;
  'AWS::WAFv2::LoggingConfiguration': WAFv2_LoggingConfiguration;
  'AWS::WAFv2::RegexPatternSet': WAFv2_RegexPatternSet;
  'AWS::WAFv2::RuleGroup': WAFv2_RuleGroup;
  'AWS::WAFv2::WebACL': WAFv2_WebACL;
  'AWS::WAFv2::WebACLAssociation': WAFv2_WebACLAssociation;
  'AWS::XRay::Group': XRay_Group;
}

interface Tag {
  readonly Key?: string;
  readonly Value?: string;
}

interface AmazonMQ_Broker {
  readonly AuthenticationStrategy?: string;
  readonly AutoMinorVersionUpgrade?: boolean;
  readonly BrokerName?: string;
  readonly Configuration?: AmazonMQ_Broker_ConfigurationId;
  readonly DataReplicationMode?: string;
  readonly DataReplicationPrimaryBrokerArn?: string;
  readonly DeploymentMode?: string;
  readonly EncryptionOptions?: AmazonMQ_Broker_EncryptionOptions;
  readonly EngineType?: string;
  readonly EngineVersion?: string;
  readonly HostInstanceType?: string;
  readonly LdapServerMetadata?: AmazonMQ_Broker_LdapServerMetadata;
  readonly Logs?: AmazonMQ_Broker_LogList;
  readonly MaintenanceWindowStartTime?: AmazonMQ_Broker_MaintenanceWindow;
  readonly PubliclyAccessible?: boolean;
  readonly ResourceShareArns?: readonly string[];
  readonly SecurityGroups?: readonly string[];
  readonly StorageSize?: number;
  readonly StorageType?: string;
  readonly SubnetIds?: readonly string[];
  readonly Tags?: readonly AmazonMQ_Broker_TagsEntry[];
  readonly Users?: readonly AmazonMQ_Broker_User[];
}
interface AmazonMQ_Broker_ConfigurationId {
  readonly Id?: string;
  readonly Revision?: number;
}
interface AmazonMQ_Broker_EncryptionOptions {
  readonly KmsKeyId?: string;
  readonly UseAwsOwnedKey?: boolean;
}
interface AmazonMQ_Broker_LdapServerMetadata {
  readonly Hosts?: readonly string[];
  readonly RoleBase?: string;
  readonly RoleName?: string;
  readonly RoleSearchMatching?: string;
  readonly RoleSearchSubtree?: boolean;
  readonly ServiceAccountPassword?: string;
  readonly ServiceAccountUsername?: string;
  readonly UserBase?: string;
  readonly UserRoleName?: string;
  readonly UserSearchMatching?: string;
  readonly UserSearchSubtree?: boolean;
}
interface AmazonMQ_Broker_LogList {
  readonly Audit?: boolean;
  readonly General?: boolean;
}
interface AmazonMQ_Broker_MaintenanceWindow {
  readonly DayOfWeek?: string;
  readonly TimeOfDay?: string;
  readonly TimeZone?: string;
}
interface AmazonMQ_Broker_TagsEntry {
  readonly Key?: string;
  readonly Value?: string;
}
interface AmazonMQ_Broker_User {
  readonly ConsoleAccess?: boolean;
  readonly Groups?: readonly string[];
  readonly Password?: string;
  readonly ReplicationUser?: boolean;
  readonly Username?: string;
}
interface Amplify_App {
  readonly AccessToken?: string;
  readonly AutoBranchCreationConfig?: Amplify_App_AutoBranchCreationConfig;
  readonly BasicAuthConfig?: Amplify_App_BasicAuthConfig;
  readonly BuildSpec?: string;
  readonly CacheConfig?: Amplify_App_CacheConfig;
  readonly ComputeRoleArn?: string;
  readonly CustomHeaders?: string;
  readonly CustomRules?: readonly Amplify_App_CustomRule[];
  readonly Description?: string;
  readonly EnableBranchAutoDeletion?: boolean;
  readonly EnvironmentVariables?: readonly Amplify_App_EnvironmentVariable[];
  readonly IAMServiceRole?: string;
  readonly JobConfig?: Amplify_App_JobConfig;
  readonly Name?: string;
  readonly OauthToken?: string;
  /** WEB | WEB_DYNAMIC | WEB_COMPUTE */
  readonly Platform?: string;
  readonly Repository?: string;
  readonly Tags?: readonly Tag[];
}
interface Amplify_App_AutoBranchCreationConfig {
  readonly AutoBranchCreationPatterns?: readonly string[];
  readonly BasicAuthConfig?: Amplify_App_BasicAuthConfig;
  readonly BuildSpec?: string;
  readonly EnableAutoBranchCreation?: boolean;
  readonly EnableAutoBuild?: boolean;
  readonly EnablePerformanceMode?: boolean;
  readonly EnablePullRequestPreview?: boolean;
  readonly EnvironmentVariables?: readonly Amplify_App_EnvironmentVariable[];
  readonly Framework?: string;
  readonly PullRequestEnvironmentName?: string;
  /** EXPERIMENTAL | BETA | PULL_REQUEST | PRODUCTION | DEVELOPMENT */
  readonly Stage?: string;
}
interface Amplify_App_BasicAuthConfig {
  readonly EnableBasicAuth?: boolean;
  readonly Password?: string;
  readonly Username?: string;
}
interface Amplify_App_CacheConfig {
  /** AMPLIFY_MANAGED | AMPLIFY_MANAGED_NO_COOKIES */
  readonly Type?: string;
}
interface Amplify_App_CustomRule {
  readonly Condition?: string;
  readonly Source?: string;
  readonly Status?: string;
  readonly Target?: string;
}
interface Amplify_App_EnvironmentVariable {
  readonly Name?: string;
  readonly Value?: string;
}
interface Amplify_App_JobConfig {
  /** STANDARD_8GB | LARGE_16GB | XLARGE_72GB */
  readonly BuildComputeType?: string;
}
interface Amplify_Branch {
  readonly AppId?: string;
  readonly Backend?: Amplify_Branch_Backend;
  readonly BasicAuthConfig?: Amplify_Branch_BasicAuthConfig;
  readonly BranchName?: string;
  readonly BuildSpec?: string;
  readonly ComputeRoleArn?: string;
  readonly Description?: string;
  readonly EnableAutoBuild?: boolean;
  readonly EnablePerformanceMode?: boolean;
  readonly EnablePullRequestPreview?: boolean;
  readonly EnableSkewProtection?: boolean;
  readonly EnvironmentVariables?: readonly Amplify_Branch_EnvironmentVariable[];
  readonly Framework?: string;
  readonly PullRequestEnvironmentName?: string;
  /** EXPERIMENTAL | BETA | PULL_REQUEST | PRODUCTION | DEVELOPMENT */
  readonly Stage?: string;
  readonly Tags?: readonly Tag[];
}
interface Amplify_Branch_Backend {
  readonly StackArn?: string;
}
interface Amplify_Branch_BasicAuthConfig {
  readonly EnableBasicAuth?: boolean;
  readonly Password?: string;
  readonly Username?: string;
}
interface Amplify_Branch_EnvironmentVariable {
  readonly Name?: string;
  readonly Value?: string;
}
interface Amplify_Domain {
  readonly AppId?: string;
  readonly AutoSubDomainCreationPatterns?: readonly string[];
  readonly AutoSubDomainIAMRole?: string;
  readonly CertificateSettings?: Amplify_Domain_CertificateSettings;
  readonly DomainName?: string;
  readonly EnableAutoSubDomain?: boolean;
  readonly SubDomainSettings?: readonly Amplify_Domain_SubDomainSetting[];
}
interface Amplify_Domain_CertificateSettings {
  /** AMPLIFY_MANAGED | CUSTOM */
  readonly CertificateType?: string;
  readonly CustomCertificateArn?: string;
}
interface Amplify_Domain_SubDomainSetting {
  readonly BranchName?: string;
  readonly Prefix?: string;
}
interface Amplify_Webhook {
  readonly AppId?: string;
  readonly BranchName?: string;
  readonly Description?: string;
  readonly Tags?: readonly Tag[];
}
interface ApiGateway_Account {
  readonly CloudWatchRoleArn?: string;
}
interface ApiGateway_ApiKey {
  readonly CustomerId?: string;
  readonly Description?: string;
  readonly Enabled?: boolean;
  readonly GenerateDistinctId?: boolean;
  readonly Name?: string;
  readonly StageKeys?: readonly ApiGateway_ApiKey_StageKey[];
  readonly Tags?: readonly Tag[];
  readonly Value?: string;
}
interface ApiGateway_ApiKey_StageKey {
  readonly RestApiId?: string;
  readonly StageName?: string;
}
interface ApiGateway_Authorizer {
  readonly AuthType?: string;
  readonly AuthorizerCredentials?: string;
  readonly AuthorizerResultTtlInSeconds?: number;
  readonly AuthorizerUri?: string;
  readonly IdentitySource?: string;
  readonly IdentityValidationExpression?: string;
  readonly Name?: string;
  readonly ProviderARNs?: readonly string[];
  readonly RestApiId?: string;
  readonly Type?: string;
}
interface ApiGateway_BasePathMapping {
  readonly BasePath?: string;
  readonly DomainName?: string;
  readonly Id?: string;
  readonly RestApiId?: string;
  readonly Stage?: string;
}
interface ApiGateway_BasePathMappingV2 {
  readonly BasePath?: string;
  readonly DomainNameArn?: string;
  readonly RestApiId?: string;
  readonly Stage?: string;
}
interface ApiGateway_ClientCertificate {
  readonly Description?: string;
  readonly Tags?: readonly Tag[];
}
interface ApiGateway_Deployment {
  readonly DeploymentCanarySettings?: ApiGateway_Deployment_DeploymentCanarySettings;
  readonly Description?: string;
  readonly RestApiId?: string;
  readonly StageDescription?: ApiGateway_Deployment_StageDescription;
  readonly StageName?: string;
}
interface ApiGateway_Deployment_DeploymentCanarySettings {
  readonly PercentTraffic?: number;
  readonly StageVariableOverrides?: { readonly [key: string]: string };
  readonly UseStageCache?: boolean;
}
interface ApiGateway_Deployment_StageDescription {
  readonly AccessLogSetting?: ApiGateway_Deployment_AccessLogSetting;
  readonly CacheClusterEnabled?: boolean;
  readonly CacheClusterSize?: string;
  readonly CacheDataEncrypted?: boolean;
  readonly CacheTtlInSeconds?: number;
  readonly CachingEnabled?: boolean;
  readonly CanarySetting?: ApiGateway_Deployment_CanarySetting;
  readonly ClientCertificateId?: string;
  readonly DataTraceEnabled?: boolean;
  readonly Description?: string;
  readonly DocumentationVersion?: string;
  readonly LoggingLevel?: string;
  readonly MethodSettings?: readonly ApiGateway_Deployment_MethodSetting[];
  readonly MetricsEnabled?: boolean;
  readonly Tags?: readonly Tag[];
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
  readonly TracingEnabled?: boolean;
  readonly Variables?: { readonly [key: string]: string };
}
interface ApiGateway_Deployment_AccessLogSetting {
  readonly DestinationArn?: string;
  readonly Format?: string;
}
interface ApiGateway_Deployment_CanarySetting {
  readonly PercentTraffic?: number;
  readonly StageVariableOverrides?: { readonly [key: string]: string };
  readonly UseStageCache?: boolean;
}
interface ApiGateway_Deployment_MethodSetting {
  readonly CacheDataEncrypted?: boolean;
  readonly CacheTtlInSeconds?: number;
  readonly CachingEnabled?: boolean;
  readonly DataTraceEnabled?: boolean;
  readonly HttpMethod?: string;
  readonly LoggingLevel?: string;
  readonly MetricsEnabled?: boolean;
  readonly ResourcePath?: string;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}
interface ApiGateway_DocumentationPart {
  readonly Location?: ApiGateway_DocumentationPart_Location;
  readonly Properties?: string;
  readonly RestApiId?: string;
}
interface ApiGateway_DocumentationPart_Location {
  readonly Method?: string;
  readonly Name?: string;
  readonly Path?: string;
  readonly StatusCode?: string;
  /** API | AUTHORIZER | MODEL | RESOURCE | METHOD | PATH_PARAMETER | QUERY_PARAMETER | REQUEST_HEADER | REQUEST_BODY | RESPONSE | RESPONSE_HEADER | RESPONSE_BODY */
  readonly Type?: string;
}
interface ApiGateway_DocumentationVersion {
  readonly Description?: string;
  readonly DocumentationVersion?: string;
  readonly RestApiId?: string;
}
interface ApiGateway_DomainName {
  readonly CertificateArn?: string;
  readonly DomainName?: string;
  readonly EndpointAccessMode?: string;
  readonly EndpointConfiguration?: ApiGateway_DomainName_EndpointConfiguration;
  readonly MutualTlsAuthentication?: ApiGateway_DomainName_MutualTlsAuthentication;
  readonly OwnershipVerificationCertificateArn?: string;
  readonly RegionalCertificateArn?: string;
  /** BASE_PATH_MAPPING_ONLY | ROUTING_RULE_THEN_BASE_PATH_MAPPING | ROUTING_RULE_ONLY */
  readonly RoutingMode?: string;
  readonly SecurityPolicy?: string;
  readonly Tags?: readonly Tag[];
}
interface ApiGateway_DomainName_EndpointConfiguration {
  readonly IpAddressType?: string;
  readonly Types?: readonly string[];
}
interface ApiGateway_DomainName_MutualTlsAuthentication {
  readonly TruststoreUri?: string;
  readonly TruststoreVersion?: string;
}
interface ApiGateway_DomainNameAccessAssociation {
  readonly AccessAssociationSource?: string;
  /** VPCE */
  readonly AccessAssociationSourceType?: string;
  readonly DomainNameArn?: string;
  readonly Tags?: readonly Tag[];
}
interface ApiGateway_DomainNameV2 {
  readonly CertificateArn?: string;
  readonly DomainName?: string;
  readonly EndpointAccessMode?: string;
  readonly EndpointConfiguration?: ApiGateway_DomainNameV2_EndpointConfiguration;
  readonly Policy?: Json;
  /** BASE_PATH_MAPPING_ONLY | ROUTING_RULE_THEN_BASE_PATH_MAPPING | ROUTING_RULE_ONLY */
  readonly RoutingMode?: string;
  readonly SecurityPolicy?: string;
  readonly Tags?: readonly Tag[];
}
interface ApiGateway_DomainNameV2_EndpointConfiguration {
  readonly IpAddressType?: string;
  readonly Types?: readonly string[];
}
interface ApiGateway_GatewayResponse {
  readonly ResponseParameters?: { readonly [key: string]: string };
  readonly ResponseTemplates?: { readonly [key: string]: string };
  readonly ResponseType?: string;
  readonly RestApiId?: string;
  readonly StatusCode?: string;
}
interface ApiGateway_Method {
  readonly ApiKeyRequired?: boolean;
  readonly AuthorizationScopes?: readonly string[];
  readonly AuthorizationType?: string;
  readonly AuthorizerId?: string;
  readonly HttpMethod?: string;
  readonly Integration?: ApiGateway_Method_Integration;
  readonly MethodResponses?: readonly ApiGateway_Method_MethodResponse[];
  readonly OperationName?: string;
  readonly RequestModels?: { readonly [key: string]: string };
  readonly RequestParameters?: { readonly [key: string]: boolean | string };
  readonly RequestValidatorId?: string;
  readonly ResourceId?: string;
  readonly RestApiId?: string;
}
interface ApiGateway_Method_Integration {
  readonly CacheKeyParameters?: readonly string[];
  readonly CacheNamespace?: string;
  readonly ConnectionId?: string;
  /** INTERNET | VPC_LINK */
  readonly ConnectionType?: string;
  /** CONVERT_TO_BINARY | CONVERT_TO_TEXT */
  readonly ContentHandling?: string;
  readonly Credentials?: string;
  readonly IntegrationHttpMethod?: string;
  readonly IntegrationResponses?: readonly ApiGateway_Method_IntegrationResponse[];
  readonly IntegrationTarget?: string;
  /** WHEN_NO_MATCH | WHEN_NO_TEMPLATES | NEVER */
  readonly PassthroughBehavior?: string;
  readonly RequestParameters?: { readonly [key: string]: string };
  readonly RequestTemplates?: { readonly [key: string]: string };
  /** BUFFERED | STREAM */
  readonly ResponseTransferMode?: string;
  readonly TimeoutInMillis?: number;
  /** AWS | AWS_PROXY | HTTP | HTTP_PROXY | MOCK */
  readonly Type?: string;
  readonly Uri?: string;
}
interface ApiGateway_Method_MethodResponse {
  readonly ResponseModels?: { readonly [key: string]: string };
  readonly ResponseParameters?: { readonly [key: string]: boolean | string };
  readonly StatusCode?: string;
}
interface ApiGateway_Method_IntegrationResponse {
  /** CONVERT_TO_BINARY | CONVERT_TO_TEXT */
  readonly ContentHandling?: string;
  readonly ResponseParameters?: { readonly [key: string]: string };
  readonly ResponseTemplates?: { readonly [key: string]: string };
  readonly SelectionPattern?: string;
  readonly StatusCode?: string;
}
interface ApiGateway_Model {
  readonly ContentType?: string;
  readonly Description?: string;
  readonly Name?: string;
  readonly RestApiId?: string;
  readonly Schema?: Json;
}
interface ApiGateway_RequestValidator {
  readonly Name?: string;
  readonly RestApiId?: string;
  readonly ValidateRequestBody?: boolean;
  readonly ValidateRequestParameters?: boolean;
}
interface ApiGateway_Resource {
  readonly ParentId?: string;
  readonly PathPart?: string;
  readonly RestApiId?: string;
}
interface ApiGateway_RestApi {
  readonly ApiKeySourceType?: string;
  readonly BinaryMediaTypes?: readonly string[];
  readonly Body?: Json;
  readonly BodyS3Location?: ApiGateway_RestApi_S3Location;
  readonly CloneFrom?: string;
  readonly Description?: string;
  readonly DisableExecuteApiEndpoint?: boolean;
  readonly EndpointAccessMode?: string;
  readonly EndpointConfiguration?: ApiGateway_RestApi_EndpointConfiguration;
  readonly FailOnWarnings?: boolean;
  readonly MinimumCompressionSize?: number;
  readonly Mode?: string;
  readonly Name?: string;
  readonly Parameters?: { readonly [key: string]: string };
  readonly Policy?: Json;
  readonly SecurityPolicy?: string;
  readonly Tags?: readonly Tag[];
  readonly Version?: string;
}
interface ApiGateway_RestApi_S3Location {
  readonly Bucket?: string;
  readonly ETag?: string;
  readonly Key?: string;
  readonly Version?: string;
}
interface ApiGateway_RestApi_EndpointConfiguration {
  readonly IpAddressType?: string;
  readonly Types?: readonly string[];
  readonly VpcEndpointIds?: readonly string[];
}
interface ApiGateway_Stage {
  readonly AccessLogSetting?: ApiGateway_Stage_AccessLogSetting;
  readonly CacheClusterEnabled?: boolean;
  readonly CacheClusterSize?: string;
  readonly CanarySetting?: ApiGateway_Stage_CanarySetting;
  readonly ClientCertificateId?: string;
  readonly DeploymentId?: string;
  readonly Description?: string;
  readonly DocumentationVersion?: string;
  readonly MethodSettings?: readonly ApiGateway_Stage_MethodSetting[];
  readonly RestApiId?: string;
  readonly StageName?: string;
  readonly Tags?: readonly Tag[];
  readonly TracingEnabled?: boolean;
  readonly Variables?: { readonly [key: string]: string };
}
interface ApiGateway_Stage_AccessLogSetting {
  readonly DestinationArn?: string;
  readonly Format?: string;
}
interface ApiGateway_Stage_CanarySetting {
  readonly DeploymentId?: string;
  readonly PercentTraffic?: number;
  readonly StageVariableOverrides?: { readonly [key: string]: string };
  readonly UseStageCache?: boolean;
}
interface ApiGateway_Stage_MethodSetting {
  readonly CacheDataEncrypted?: boolean;
  readonly CacheTtlInSeconds?: number;
  readonly CachingEnabled?: boolean;
  readonly DataTraceEnabled?: boolean;
  readonly HttpMethod?: string;
  readonly LoggingLevel?: string;
  readonly MetricsEnabled?: boolean;
  readonly ResourcePath?: string;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}
interface ApiGateway_UsagePlan {
  readonly ApiStages?: readonly ApiGateway_UsagePlan_ApiStage[];
  readonly Description?: string;
  readonly Quota?: ApiGateway_UsagePlan_QuotaSettings;
  readonly Tags?: readonly Tag[];
  readonly Throttle?: ApiGateway_UsagePlan_ThrottleSettings;
  readonly UsagePlanName?: string;
}
interface ApiGateway_UsagePlan_ApiStage {
  readonly ApiId?: string;
  readonly Stage?: string;
  readonly Throttle?: { readonly [key: string]: ApiGateway_UsagePlan_ThrottleSettings };
}
interface ApiGateway_UsagePlan_QuotaSettings {
  readonly Limit?: number;
  readonly Offset?: number;
  readonly Period?: string;
}
interface ApiGateway_UsagePlan_ThrottleSettings {
  readonly BurstLimit?: number;
  readonly RateLimit?: number;
}
interface ApiGateway_UsagePlanKey {
  readonly KeyId?: string;
  /** API_KEY */
  readonly KeyType?: string;
  readonly UsagePlanId?: string;
}
interface ApiGateway_VpcLink {
  readonly Description?: string;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
  readonly TargetArns?: readonly string[];
}
interface ApiGatewayV2_Api {
  readonly ApiKeySelectionExpression?: string;
  readonly BasePath?: string;
  readonly Body?: Json;
  readonly BodyS3Location?: ApiGatewayV2_Api_BodyS3Location;
  readonly CorsConfiguration?: ApiGatewayV2_Api_Cors;
  readonly CredentialsArn?: string;
  readonly Description?: string;
  readonly DisableExecuteApiEndpoint?: boolean;
  readonly DisableSchemaValidation?: boolean;
  readonly FailOnWarnings?: boolean;
  readonly IpAddressType?: string;
  readonly Name?: string;
  readonly ProtocolType?: string;
  readonly RouteKey?: string;
  readonly RouteSelectionExpression?: string;
  readonly Tags?: { readonly [key: string]: string };
  readonly Target?: string;
  readonly Version?: string;
}
interface ApiGatewayV2_Api_BodyS3Location {
  readonly Bucket?: string;
  readonly Etag?: string;
  readonly Key?: string;
  readonly Version?: string;
}
interface ApiGatewayV2_Api_Cors {
  readonly AllowCredentials?: boolean;
  readonly AllowHeaders?: readonly string[];
  readonly AllowMethods?: readonly string[];
  readonly AllowOrigins?: readonly string[];
  readonly ExposeHeaders?: readonly string[];
  readonly MaxAge?: number;
}
interface ApiGatewayV2_ApiGatewayManagedOverrides {
  readonly ApiId?: string;
  readonly Integration?: ApiGatewayV2_ApiGatewayManagedOverrides_IntegrationOverrides;
  readonly Route?: ApiGatewayV2_ApiGatewayManagedOverrides_RouteOverrides;
  readonly Stage?: ApiGatewayV2_ApiGatewayManagedOverrides_StageOverrides;
}
interface ApiGatewayV2_ApiGatewayManagedOverrides_IntegrationOverrides {
  readonly Description?: string;
  readonly IntegrationMethod?: string;
  readonly PayloadFormatVersion?: string;
  readonly TimeoutInMillis?: number;
}
interface ApiGatewayV2_ApiGatewayManagedOverrides_RouteOverrides {
  readonly AuthorizationScopes?: readonly string[];
  readonly AuthorizationType?: string;
  readonly AuthorizerId?: string;
  readonly OperationName?: string;
  readonly Target?: string;
}
interface ApiGatewayV2_ApiGatewayManagedOverrides_StageOverrides {
  readonly AccessLogSettings?: ApiGatewayV2_ApiGatewayManagedOverrides_AccessLogSettings;
  readonly AutoDeploy?: boolean;
  readonly DefaultRouteSettings?: ApiGatewayV2_ApiGatewayManagedOverrides_RouteSettings;
  readonly Description?: string;
  readonly RouteSettings?: { readonly [key: string]: ApiGatewayV2_ApiGatewayManagedOverrides_RouteSettings };
  readonly StageVariables?: { readonly [key: string]: string };
}
interface ApiGatewayV2_ApiGatewayManagedOverrides_AccessLogSettings {
  readonly DestinationArn?: string;
  readonly Format?: string;
}
interface ApiGatewayV2_ApiGatewayManagedOverrides_RouteSettings {
  readonly DataTraceEnabled?: boolean;
  readonly DetailedMetricsEnabled?: boolean;
  readonly LoggingLevel?: string;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}
interface ApiGatewayV2_ApiMapping {
  readonly ApiId?: string;
  readonly ApiMappingKey?: string;
  readonly DomainName?: string;
  readonly Stage?: string;
}
interface ApiGatewayV2_Authorizer {
  readonly ApiId?: string;
  readonly AuthorizerCredentialsArn?: string;
  readonly AuthorizerPayloadFormatVersion?: string;
  readonly AuthorizerResultTtlInSeconds?: number;
  readonly AuthorizerType?: string;
  readonly AuthorizerUri?: string;
  readonly EnableSimpleResponses?: boolean;
  readonly IdentitySource?: readonly string[];
  readonly IdentityValidationExpression?: string;
  readonly JwtConfiguration?: ApiGatewayV2_Authorizer_JWTConfiguration;
  readonly Name?: string;
}
interface ApiGatewayV2_Authorizer_JWTConfiguration {
  readonly Audience?: readonly string[];
  readonly Issuer?: string;
}
interface ApiGatewayV2_Deployment {
  readonly ApiId?: string;
  readonly Description?: string;
  readonly StageName?: string;
}
interface ApiGatewayV2_DomainName {
  readonly DomainName?: string;
  readonly DomainNameConfigurations?: readonly ApiGatewayV2_DomainName_DomainNameConfiguration[];
  readonly MutualTlsAuthentication?: ApiGatewayV2_DomainName_MutualTlsAuthentication;
  /** API_MAPPING_ONLY | ROUTING_RULE_THEN_API_MAPPING | ROUTING_RULE_ONLY */
  readonly RoutingMode?: string;
  readonly Tags?: { readonly [key: string]: string };
}
interface ApiGatewayV2_DomainName_DomainNameConfiguration {
  readonly CertificateArn?: string;
  readonly CertificateName?: string;
  readonly EndpointType?: string;
  readonly IpAddressType?: string;
  readonly OwnershipVerificationCertificateArn?: string;
  readonly SecurityPolicy?: string;
}
interface ApiGatewayV2_DomainName_MutualTlsAuthentication {
  readonly TruststoreUri?: string;
  readonly TruststoreVersion?: string;
}
interface ApiGatewayV2_Integration {
  readonly ApiId?: string;
  readonly ConnectionId?: string;
  readonly ConnectionType?: string;
  readonly ContentHandlingStrategy?: string;
  readonly CredentialsArn?: string;
  readonly Description?: string;
  readonly IntegrationMethod?: string;
  readonly IntegrationSubtype?: string;
  readonly IntegrationType?: string;
  readonly IntegrationUri?: string;
  readonly PassthroughBehavior?: string;
  readonly PayloadFormatVersion?: string;
  readonly RequestParameters?: { readonly [key: string]: string };
  readonly RequestTemplates?: { readonly [key: string]: string };
  readonly ResponseParameters?: { readonly [key: string]: ApiGatewayV2_Integration_ResponseParameterMap };
  readonly TemplateSelectionExpression?: string;
  readonly TimeoutInMillis?: number;
  readonly TlsConfig?: ApiGatewayV2_Integration_TlsConfig;
}
interface ApiGatewayV2_Integration_ResponseParameterMap {
  readonly ResponseParameters?: readonly ApiGatewayV2_Integration_ResponseParameter[];
}
interface ApiGatewayV2_Integration_TlsConfig {
  readonly ServerNameToVerify?: string;
}
interface ApiGatewayV2_Integration_ResponseParameter {
  readonly Destination?: string;
  readonly Source?: string;
}
interface ApiGatewayV2_IntegrationResponse {
  readonly ApiId?: string;
  readonly ContentHandlingStrategy?: string;
  readonly IntegrationId?: string;
  readonly IntegrationResponseKey?: string;
  readonly ResponseParameters?: Json;
  readonly ResponseTemplates?: Json;
  readonly TemplateSelectionExpression?: string;
}
interface ApiGatewayV2_Model {
  readonly ApiId?: string;
  readonly ContentType?: string;
  readonly Description?: string;
  readonly Name?: string;
  readonly Schema?: Json;
}
interface ApiGatewayV2_PortalProduct {
  readonly Description?: string;
  readonly DisplayName?: string;
  readonly Tags?: readonly Tag[];
}
interface ApiGatewayV2_Route {
  readonly ApiId?: string;
  readonly ApiKeyRequired?: boolean;
  readonly AuthorizationScopes?: readonly string[];
  readonly AuthorizationType?: string;
  readonly AuthorizerId?: string;
  readonly ModelSelectionExpression?: string;
  readonly OperationName?: string;
  readonly RequestModels?: Json;
  readonly RequestParameters?: Json;
  readonly RouteKey?: string;
  readonly RouteResponseSelectionExpression?: string;
  readonly Target?: string;
}
interface ApiGatewayV2_RouteResponse {
  readonly ApiId?: string;
  readonly ModelSelectionExpression?: string;
  readonly ResponseModels?: Json;
  readonly ResponseParameters?: { readonly [key: string]: ApiGatewayV2_RouteResponse_ParameterConstraints };
  readonly RouteId?: string;
  readonly RouteResponseKey?: string;
}
interface ApiGatewayV2_RouteResponse_ParameterConstraints {
  readonly Required?: boolean;
}
interface ApiGatewayV2_RoutingRule {
  readonly Actions?: readonly ApiGatewayV2_RoutingRule_Action[];
  readonly Conditions?: readonly ApiGatewayV2_RoutingRule_Condition[];
  readonly DomainNameArn?: string;
  readonly Priority?: number;
}
interface ApiGatewayV2_RoutingRule_Action {
  readonly InvokeApi?: ApiGatewayV2_RoutingRule_ActionInvokeApi;
}
interface ApiGatewayV2_RoutingRule_Condition {
  readonly MatchBasePaths?: ApiGatewayV2_RoutingRule_MatchBasePaths;
  readonly MatchHeaders?: ApiGatewayV2_RoutingRule_MatchHeaders;
}
interface ApiGatewayV2_RoutingRule_ActionInvokeApi {
  readonly ApiId?: string;
  readonly Stage?: string;
  readonly StripBasePath?: boolean;
}
interface ApiGatewayV2_RoutingRule_MatchBasePaths {
  readonly AnyOf?: readonly string[];
}
interface ApiGatewayV2_RoutingRule_MatchHeaders {
  readonly AnyOf?: readonly ApiGatewayV2_RoutingRule_MatchHeaderValue[];
}
interface ApiGatewayV2_RoutingRule_MatchHeaderValue {
  readonly Header?: string;
  readonly ValueGlob?: string;
}
interface ApiGatewayV2_Stage {
  readonly AccessLogSettings?: ApiGatewayV2_Stage_AccessLogSettings;
  readonly AccessPolicyId?: string;
  readonly ApiId?: string;
  readonly AutoDeploy?: boolean;
  readonly ClientCertificateId?: string;
  readonly DefaultRouteSettings?: ApiGatewayV2_Stage_RouteSettings;
  readonly DeploymentId?: string;
  readonly Description?: string;
  readonly RouteSettings?: Json;
  readonly StageName?: string;
  readonly StageVariables?: Json;
  readonly Tags?: Json;
}
interface ApiGatewayV2_Stage_AccessLogSettings {
  readonly DestinationArn?: string;
  readonly Format?: string;
}
interface ApiGatewayV2_Stage_RouteSettings {
  readonly DataTraceEnabled?: boolean;
  readonly DetailedMetricsEnabled?: boolean;
  readonly LoggingLevel?: string;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}
interface ApiGatewayV2_VpcLink {
  readonly Name?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
  readonly Tags?: { readonly [key: string]: string };
}
interface AppConfig_Application {
  readonly Description?: string;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface AppConfig_ConfigurationProfile {
  readonly ApplicationId?: string;
  /** ACCOUNT_DEFAULT | APPLY | BYPASS */
  readonly DeletionProtectionCheck?: string;
  readonly Description?: string;
  readonly KmsKeyIdentifier?: string;
  readonly LocationUri?: string;
  readonly Name?: string;
  readonly RetrievalRoleArn?: string;
  readonly Tags?: readonly Tag[];
  readonly Type?: string;
  readonly Validators?: readonly AppConfig_ConfigurationProfile_Validators[];
}
interface AppConfig_ConfigurationProfile_Validators {
  readonly Content?: string;
  readonly Type?: string;
}
interface AppConfig_Deployment {
  readonly ApplicationId?: string;
  readonly ConfigurationProfileId?: string;
  readonly ConfigurationVersion?: string;
  readonly DeploymentStrategyId?: string;
  readonly Description?: string;
  readonly DynamicExtensionParameters?: readonly AppConfig_Deployment_DynamicExtensionParameters[];
  readonly EnvironmentId?: string;
  readonly KmsKeyIdentifier?: string;
  readonly Tags?: readonly Tag[];
}
interface AppConfig_Deployment_DynamicExtensionParameters {
  readonly ExtensionReference?: string;
  readonly ParameterName?: string;
  readonly ParameterValue?: string;
}
interface AppConfig_DeploymentStrategy {
  readonly DeploymentDurationInMinutes?: number;
  readonly Description?: string;
  readonly FinalBakeTimeInMinutes?: number;
  readonly GrowthFactor?: number;
  /** EXPONENTIAL | LINEAR */
  readonly GrowthType?: string;
  readonly Name?: string;
  /** NONE | SSM_DOCUMENT */
  readonly ReplicateTo?: string;
  readonly Tags?: readonly Tag[];
}
interface AppConfig_Environment {
  readonly ApplicationId?: string;
  /** ACCOUNT_DEFAULT | APPLY | BYPASS */
  readonly DeletionProtectionCheck?: string;
  readonly Description?: string;
  readonly Monitors?: readonly AppConfig_Environment_Monitor[];
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface AppConfig_Environment_Monitor {
  readonly AlarmArn?: string;
  readonly AlarmRoleArn?: string;
}
interface AppConfig_ExperimentDefinition {
  readonly ApplicationIdentifier?: string;
  readonly AudienceDescription?: string;
  readonly AudienceRule?: string;
  readonly ConfigurationProfileIdentifier?: string;
  readonly Control?: AppConfig_ExperimentDefinition_Treatment;
  readonly EnvironmentIdentifier?: string;
  readonly FlagKey?: string;
  readonly Hypothesis?: string;
  readonly LaunchCriteria?: string;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
  readonly Treatments?: readonly AppConfig_ExperimentDefinition_Treatment[];
}
interface AppConfig_ExperimentDefinition_Treatment {
  readonly AttributeValues?: { readonly [key: string]: AppConfig_ExperimentDefinition_AttributeValue };
  readonly Description?: string;
  readonly Enabled?: boolean;
  readonly Key?: string;
  readonly Weight?: number;
}
interface AppConfig_ExperimentDefinition_AttributeValue {
  readonly BooleanValue?: boolean;
  readonly NumberArray?: readonly number[];
  readonly NumberValue?: number;
  readonly StringArray?: readonly string[];
  readonly StringValue?: string;
}
interface AppConfig_ExperimentRun {
  readonly ApplicationIdentifier?: string;
  readonly Description?: string;
  readonly ExperimentDefinitionIdentifier?: string;
  readonly ExposurePercentage?: number;
  readonly Tags?: readonly Tag[];
  readonly TreatmentOverrides?: AppConfig_ExperimentRun_TreatmentOverrides;
}
interface AppConfig_ExperimentRun_TreatmentOverrides {
  readonly Inline?: { readonly [key: string]: string };
}
interface AppConfig_Extension {
  readonly Actions?: { readonly [key: string]: readonly AppConfig_Extension_Action[] };
  readonly Description?: string;
  readonly LatestVersionNumber?: number;
  readonly Name?: string;
  readonly Parameters?: { readonly [key: string]: AppConfig_Extension_Parameter };
  readonly Tags?: readonly Tag[];
}
interface AppConfig_Extension_Action {
  readonly Description?: string;
  readonly Name?: string;
  readonly RoleArn?: string;
  readonly Uri?: string;
}
interface AppConfig_Extension_Parameter {
  readonly Description?: string;
  readonly Dynamic?: boolean;
  readonly Required?: boolean;
}
interface AppConfig_ExtensionAssociation {
  readonly ExtensionIdentifier?: string;
  readonly ExtensionVersionNumber?: number;
  readonly Parameters?: { readonly [key: string]: string };
  readonly ResourceIdentifier?: string;
  readonly Tags?: readonly Tag[];
}
interface AppConfig_HostedConfigurationVersion {
  readonly ApplicationId?: string;
  readonly ConfigurationProfileId?: string;
  readonly Content?: string;
  readonly ContentType?: string;
  readonly Description?: string;
  readonly LatestVersionNumber?: number;
  readonly VersionLabel?: string;
}
interface AppRunner_Service {
  readonly AutoScalingConfigurationArn?: string;
  readonly EncryptionConfiguration?: AppRunner_Service_EncryptionConfiguration;
  readonly HealthCheckConfiguration?: AppRunner_Service_HealthCheckConfiguration;
  readonly InstanceConfiguration?: AppRunner_Service_InstanceConfiguration;
  readonly NetworkConfiguration?: AppRunner_Service_NetworkConfiguration;
  readonly ObservabilityConfiguration?: AppRunner_Service_ServiceObservabilityConfiguration;
  readonly ServiceName?: string;
  readonly SourceConfiguration?: AppRunner_Service_SourceConfiguration;
  readonly Tags?: readonly Tag[];
}
interface AppRunner_Service_EncryptionConfiguration {
  readonly KmsKey?: string;
}
interface AppRunner_Service_HealthCheckConfiguration {
  readonly HealthyThreshold?: number;
  readonly Interval?: number;
  readonly Path?: string;
  /** TCP | HTTP */
  readonly Protocol?: string;
  readonly Timeout?: number;
  readonly UnhealthyThreshold?: number;
}
interface AppRunner_Service_InstanceConfiguration {
  readonly Cpu?: string;
  readonly InstanceRoleArn?: string;
  readonly Memory?: string;
}
interface AppRunner_Service_NetworkConfiguration {
  readonly EgressConfiguration?: AppRunner_Service_EgressConfiguration;
  readonly IngressConfiguration?: AppRunner_Service_IngressConfiguration;
  /** IPV4 | DUAL_STACK */
  readonly IpAddressType?: string;
}
interface AppRunner_Service_ServiceObservabilityConfiguration {
  readonly ObservabilityConfigurationArn?: string;
  readonly ObservabilityEnabled?: boolean;
}
interface AppRunner_Service_SourceConfiguration {
  readonly AuthenticationConfiguration?: AppRunner_Service_AuthenticationConfiguration;
  readonly AutoDeploymentsEnabled?: boolean;
  readonly CodeRepository?: AppRunner_Service_CodeRepository;
  readonly ImageRepository?: AppRunner_Service_ImageRepository;
}
interface AppRunner_Service_EgressConfiguration {
  /** DEFAULT | VPC */
  readonly EgressType?: string;
  readonly VpcConnectorArn?: string;
}
interface AppRunner_Service_IngressConfiguration {
  readonly IsPubliclyAccessible?: boolean;
}
interface AppRunner_Service_AuthenticationConfiguration {
  readonly AccessRoleArn?: string;
  readonly ConnectionArn?: string;
}
interface AppRunner_Service_CodeRepository {
  readonly CodeConfiguration?: AppRunner_Service_CodeConfiguration;
  readonly RepositoryUrl?: string;
  readonly SourceCodeVersion?: AppRunner_Service_SourceCodeVersion;
  readonly SourceDirectory?: string;
}
interface AppRunner_Service_ImageRepository {
  readonly ImageConfiguration?: AppRunner_Service_ImageConfiguration;
  readonly ImageIdentifier?: string;
  /** ECR | ECR_PUBLIC */
  readonly ImageRepositoryType?: string;
}
interface AppRunner_Service_CodeConfiguration {
  readonly CodeConfigurationValues?: AppRunner_Service_CodeConfigurationValues;
  /** REPOSITORY | API */
  readonly ConfigurationSource?: string;
}
interface AppRunner_Service_SourceCodeVersion {
  /** BRANCH */
  readonly Type?: string;
  readonly Value?: string;
}
interface AppRunner_Service_ImageConfiguration {
  readonly Port?: string;
  readonly RuntimeEnvironmentSecrets?: readonly AppRunner_Service_KeyValuePair[];
  readonly RuntimeEnvironmentVariables?: readonly AppRunner_Service_KeyValuePair[];
  readonly StartCommand?: string;
}
interface AppRunner_Service_CodeConfigurationValues {
  readonly BuildCommand?: string;
  readonly Port?: string;
  readonly Runtime?: string;
  readonly RuntimeEnvironmentSecrets?: readonly AppRunner_Service_KeyValuePair[];
  readonly RuntimeEnvironmentVariables?: readonly AppRunner_Service_KeyValuePair[];
  readonly StartCommand?: string;
}
interface AppRunner_Service_KeyValuePair {
  readonly Name?: string;
  readonly Value?: string;
}
interface AppSync_Api {
  readonly EventConfig?: AppSync_Api_EventConfig;
  readonly Name?: string;
  readonly OwnerContact?: string;
  readonly Tags?: readonly Tag[];
}
interface AppSync_Api_EventConfig {
  readonly AuthProviders?: readonly AppSync_Api_AuthProvider[];
  readonly ConnectionAuthModes?: readonly AppSync_Api_AuthMode[];
  readonly DefaultPublishAuthModes?: readonly AppSync_Api_AuthMode[];
  readonly DefaultSubscribeAuthModes?: readonly AppSync_Api_AuthMode[];
  readonly LogConfig?: AppSync_Api_EventLogConfig;
}
interface AppSync_Api_AuthProvider {
  /** AMAZON_COGNITO_USER_POOLS | AWS_IAM | API_KEY | OPENID_CONNECT | AWS_LAMBDA */
  readonly AuthType?: string;
  readonly CognitoConfig?: AppSync_Api_CognitoConfig;
  readonly LambdaAuthorizerConfig?: AppSync_Api_LambdaAuthorizerConfig;
  readonly OpenIDConnectConfig?: AppSync_Api_OpenIDConnectConfig;
}
interface AppSync_Api_AuthMode {
  /** AMAZON_COGNITO_USER_POOLS | AWS_IAM | API_KEY | OPENID_CONNECT | AWS_LAMBDA */
  readonly AuthType?: string;
}
interface AppSync_Api_EventLogConfig {
  readonly CloudWatchLogsRoleArn?: string;
  /** NONE | ERROR | ALL | INFO | DEBUG */
  readonly LogLevel?: string;
}
interface AppSync_Api_CognitoConfig {
  readonly AppIdClientRegex?: string;
  readonly AwsRegion?: string;
  readonly UserPoolId?: string;
}
interface AppSync_Api_LambdaAuthorizerConfig {
  readonly AuthorizerResultTtlInSeconds?: number;
  readonly AuthorizerUri?: string;
  readonly IdentityValidationExpression?: string;
}
interface AppSync_Api_OpenIDConnectConfig {
  readonly AuthTTL?: number;
  readonly ClientId?: string;
  readonly IatTTL?: number;
  readonly Issuer?: string;
}
interface AppSync_ApiCache {
  readonly ApiCachingBehavior?: string;
  readonly ApiId?: string;
  readonly AtRestEncryptionEnabled?: boolean;
  readonly HealthMetricsConfig?: string;
  readonly TransitEncryptionEnabled?: boolean;
  readonly Ttl?: number;
  readonly Type?: string;
}
interface AppSync_ApiKey {
  readonly ApiId?: string;
  readonly Description?: string;
  readonly Expires?: number;
}
interface AppSync_ChannelNamespace {
  readonly ApiId?: string;
  readonly CodeHandlers?: string;
  readonly CodeS3Location?: string;
  readonly HandlerConfigs?: AppSync_ChannelNamespace_HandlerConfigs;
  readonly Name?: string;
  readonly PublishAuthModes?: readonly AppSync_ChannelNamespace_AuthMode[];
  readonly SubscribeAuthModes?: readonly AppSync_ChannelNamespace_AuthMode[];
  readonly Tags?: readonly Tag[];
}
interface AppSync_ChannelNamespace_HandlerConfigs {
  readonly OnPublish?: AppSync_ChannelNamespace_HandlerConfig;
  readonly OnSubscribe?: AppSync_ChannelNamespace_HandlerConfig;
}
interface AppSync_ChannelNamespace_AuthMode {
  /** AMAZON_COGNITO_USER_POOLS | AWS_IAM | API_KEY | OPENID_CONNECT | AWS_LAMBDA */
  readonly AuthType?: string;
}
interface AppSync_ChannelNamespace_HandlerConfig {
  /** CODE | DIRECT */
  readonly Behavior?: string;
  readonly Integration?: AppSync_ChannelNamespace_Integration;
}
interface AppSync_ChannelNamespace_Integration {
  readonly DataSourceName?: string;
  readonly LambdaConfig?: AppSync_ChannelNamespace_LambdaConfig;
}
interface AppSync_ChannelNamespace_LambdaConfig {
  /** REQUEST_RESPONSE | EVENT */
  readonly InvokeType?: string;
}
interface AppSync_DataSource {
  readonly ApiId?: string;
  readonly Description?: string;
  readonly DynamoDBConfig?: AppSync_DataSource_DynamoDBConfig;
  readonly ElasticsearchConfig?: AppSync_DataSource_ElasticsearchConfig;
  readonly EventBridgeConfig?: AppSync_DataSource_EventBridgeConfig;
  readonly HttpConfig?: AppSync_DataSource_HttpConfig;
  readonly LambdaConfig?: AppSync_DataSource_LambdaConfig;
  /** DISABLED | ENABLED */
  readonly MetricsConfig?: string;
  readonly Name?: string;
  readonly OpenSearchServiceConfig?: AppSync_DataSource_OpenSearchServiceConfig;
  readonly RelationalDatabaseConfig?: AppSync_DataSource_RelationalDatabaseConfig;
  readonly ServiceRoleArn?: string;
  readonly Type?: string;
}
interface AppSync_DataSource_DynamoDBConfig {
  readonly AwsRegion?: string;
  readonly DeltaSyncConfig?: AppSync_DataSource_DeltaSyncConfig;
  readonly TableName?: string;
  readonly UseCallerCredentials?: boolean;
  readonly Versioned?: boolean;
}
interface AppSync_DataSource_ElasticsearchConfig {
  readonly AwsRegion?: string;
  readonly Endpoint?: string;
}
interface AppSync_DataSource_EventBridgeConfig {
  readonly EventBusArn?: string;
}
interface AppSync_DataSource_HttpConfig {
  readonly AuthorizationConfig?: AppSync_DataSource_AuthorizationConfig;
  readonly Endpoint?: string;
}
interface AppSync_DataSource_LambdaConfig {
  readonly LambdaFunctionArn?: string;
}
interface AppSync_DataSource_OpenSearchServiceConfig {
  readonly AwsRegion?: string;
  readonly Endpoint?: string;
}
interface AppSync_DataSource_RelationalDatabaseConfig {
  readonly RdsHttpEndpointConfig?: AppSync_DataSource_RdsHttpEndpointConfig;
  readonly RelationalDatabaseSourceType?: string;
}
interface AppSync_DataSource_DeltaSyncConfig {
  readonly BaseTableTTL?: string;
  readonly DeltaSyncTableName?: string;
  readonly DeltaSyncTableTTL?: string;
}
interface AppSync_DataSource_AuthorizationConfig {
  readonly AuthorizationType?: string;
  readonly AwsIamConfig?: AppSync_DataSource_AwsIamConfig;
}
interface AppSync_DataSource_RdsHttpEndpointConfig {
  readonly AwsRegion?: string;
  readonly AwsSecretStoreArn?: string;
  readonly DatabaseName?: string;
  readonly DbClusterIdentifier?: string;
  readonly Schema?: string;
}
interface AppSync_DataSource_AwsIamConfig {
  readonly SigningRegion?: string;
  readonly SigningServiceName?: string;
}
interface AppSync_DomainName {
  readonly CertificateArn?: string;
  readonly Description?: string;
  readonly DomainName?: string;
  readonly Tags?: readonly Tag[];
}
interface AppSync_DomainNameApiAssociation {
  readonly ApiId?: string;
  readonly DomainName?: string;
}
interface AppSync_FunctionConfiguration {
  readonly ApiId?: string;
  readonly Code?: string;
  readonly CodeS3Location?: string;
  readonly DataSourceName?: string;
  readonly Description?: string;
  readonly FunctionVersion?: string;
  readonly MaxBatchSize?: number;
  readonly Name?: string;
  readonly RequestMappingTemplate?: string;
  readonly RequestMappingTemplateS3Location?: string;
  readonly ResponseMappingTemplate?: string;
  readonly ResponseMappingTemplateS3Location?: string;
  readonly Runtime?: AppSync_FunctionConfiguration_AppSyncRuntime;
  readonly SyncConfig?: AppSync_FunctionConfiguration_SyncConfig;
}
interface AppSync_FunctionConfiguration_AppSyncRuntime {
  readonly Name?: string;
  readonly RuntimeVersion?: string;
}
interface AppSync_FunctionConfiguration_SyncConfig {
  readonly ConflictDetection?: string;
  readonly ConflictHandler?: string;
  readonly LambdaConflictHandlerConfig?: AppSync_FunctionConfiguration_LambdaConflictHandlerConfig;
}
interface AppSync_FunctionConfiguration_LambdaConflictHandlerConfig {
  readonly LambdaConflictHandlerArn?: string;
}
interface AppSync_GraphQLApi {
  readonly AdditionalAuthenticationProviders?: readonly AppSync_GraphQLApi_AdditionalAuthenticationProvider[];
  readonly ApiType?: string;
  readonly AuthenticationType?: string;
  readonly EnhancedMetricsConfig?: AppSync_GraphQLApi_EnhancedMetricsConfig;
  readonly EnvironmentVariables?: { readonly [key: string]: string };
  readonly IntrospectionConfig?: string;
  readonly LambdaAuthorizerConfig?: AppSync_GraphQLApi_LambdaAuthorizerConfig;
  readonly LogConfig?: AppSync_GraphQLApi_LogConfig;
  readonly MergedApiExecutionRoleArn?: string;
  readonly Name?: string;
  readonly OpenIDConnectConfig?: AppSync_GraphQLApi_OpenIDConnectConfig;
  readonly OwnerContact?: string;
  readonly QueryDepthLimit?: number;
  readonly ResolverCountLimit?: number;
  readonly Tags?: readonly Tag[];
  readonly UserPoolConfig?: AppSync_GraphQLApi_UserPoolConfig;
  readonly Visibility?: string;
  readonly XrayEnabled?: boolean;
}
interface AppSync_GraphQLApi_AdditionalAuthenticationProvider {
  readonly AuthenticationType?: string;
  readonly LambdaAuthorizerConfig?: AppSync_GraphQLApi_LambdaAuthorizerConfig;
  readonly OpenIDConnectConfig?: AppSync_GraphQLApi_OpenIDConnectConfig;
  readonly UserPoolConfig?: AppSync_GraphQLApi_CognitoUserPoolConfig;
}
interface AppSync_GraphQLApi_EnhancedMetricsConfig {
  readonly DataSourceLevelMetricsBehavior?: string;
  readonly OperationLevelMetricsConfig?: string;
  readonly ResolverLevelMetricsBehavior?: string;
}
interface AppSync_GraphQLApi_LambdaAuthorizerConfig {
  readonly AuthorizerResultTtlInSeconds?: number;
  readonly AuthorizerUri?: string;
  readonly IdentityValidationExpression?: string;
}
interface AppSync_GraphQLApi_LogConfig {
  readonly CloudWatchLogsRoleArn?: string;
  readonly ExcludeVerboseContent?: boolean;
  readonly FieldLogLevel?: string;
}
interface AppSync_GraphQLApi_OpenIDConnectConfig {
  readonly AuthTTL?: number;
  readonly ClientId?: string;
  readonly IatTTL?: number;
  readonly Issuer?: string;
}
interface AppSync_GraphQLApi_UserPoolConfig {
  readonly AppIdClientRegex?: string;
  readonly AwsRegion?: string;
  readonly DefaultAction?: string;
  readonly UserPoolId?: string;
}
interface AppSync_GraphQLApi_CognitoUserPoolConfig {
  readonly AppIdClientRegex?: string;
  readonly AwsRegion?: string;
  readonly UserPoolId?: string;
}
interface AppSync_GraphQLSchema {
  readonly ApiId?: string;
  readonly Definition?: string;
  readonly DefinitionS3Location?: string;
}
interface AppSync_Resolver {
  readonly ApiId?: string;
  readonly CachingConfig?: AppSync_Resolver_CachingConfig;
  readonly Code?: string;
  readonly CodeS3Location?: string;
  readonly DataSourceName?: string;
  readonly FieldName?: string;
  readonly Kind?: string;
  readonly MaxBatchSize?: number;
  /** ENABLED | DISABLED */
  readonly MetricsConfig?: string;
  readonly PipelineConfig?: AppSync_Resolver_PipelineConfig;
  readonly RequestMappingTemplate?: string;
  readonly RequestMappingTemplateS3Location?: string;
  readonly ResponseMappingTemplate?: string;
  readonly ResponseMappingTemplateS3Location?: string;
  readonly Runtime?: AppSync_Resolver_AppSyncRuntime;
  readonly SyncConfig?: AppSync_Resolver_SyncConfig;
  readonly TypeName?: string;
}
interface AppSync_Resolver_CachingConfig {
  readonly CachingKeys?: readonly string[];
  readonly Ttl?: number;
}
interface AppSync_Resolver_PipelineConfig {
  readonly Functions?: readonly string[];
}
interface AppSync_Resolver_AppSyncRuntime {
  readonly Name?: string;
  readonly RuntimeVersion?: string;
}
interface AppSync_Resolver_SyncConfig {
  readonly ConflictDetection?: string;
  readonly ConflictHandler?: string;
  readonly LambdaConflictHandlerConfig?: AppSync_Resolver_LambdaConflictHandlerConfig;
}
interface AppSync_Resolver_LambdaConflictHandlerConfig {
  readonly LambdaConflictHandlerArn?: string;
}
interface AppSync_SourceApiAssociation {
  readonly Description?: string;
  readonly MergedApiIdentifier?: string;
  readonly SourceApiAssociationConfig?: AppSync_SourceApiAssociation_SourceApiAssociationConfig;
  readonly SourceApiIdentifier?: string;
}
interface AppSync_SourceApiAssociation_SourceApiAssociationConfig {
  /** AUTO_MERGE | MANUAL_MERGE */
  readonly MergeType?: string;
}
interface AppSync_Type {
  readonly ApiId?: string;
  readonly Definition?: string;
  /** SDL | JSON */
  readonly Format?: string;
}
interface Athena_WorkGroup {
  readonly Description?: string;
  readonly Name?: string;
  readonly RecursiveDeleteOption?: boolean;
  /** ENABLED | DISABLED */
  readonly State?: string;
  readonly Tags?: readonly Tag[];
  readonly WorkGroupConfiguration?: Athena_WorkGroup_WorkGroupConfiguration;
  readonly WorkGroupConfigurationUpdates?: Athena_WorkGroup_WorkGroupConfigurationUpdates;
}
interface Athena_WorkGroup_WorkGroupConfiguration {
  readonly AdditionalConfiguration?: string;
  readonly BytesScannedCutoffPerQuery?: number;
  readonly CustomerContentEncryptionConfiguration?: Athena_WorkGroup_CustomerContentEncryptionConfiguration;
  readonly EnforceWorkGroupConfiguration?: boolean;
  readonly EngineConfiguration?: Athena_WorkGroup_EngineConfiguration;
  readonly EngineVersion?: Athena_WorkGroup_EngineVersion;
  readonly ExecutionRole?: string;
  readonly ManagedQueryResultsConfiguration?: Athena_WorkGroup_ManagedQueryResultsConfiguration;
  readonly MonitoringConfiguration?: Athena_WorkGroup_MonitoringConfiguration;
  readonly PublishCloudWatchMetricsEnabled?: boolean;
  readonly RequesterPaysEnabled?: boolean;
  readonly ResultConfiguration?: Athena_WorkGroup_ResultConfiguration;
}
interface Athena_WorkGroup_WorkGroupConfigurationUpdates {
  readonly AdditionalConfiguration?: string;
  readonly BytesScannedCutoffPerQuery?: number;
  readonly CustomerContentEncryptionConfiguration?: Athena_WorkGroup_CustomerContentEncryptionConfiguration;
  readonly EnforceWorkGroupConfiguration?: boolean;
  readonly EngineConfiguration?: Athena_WorkGroup_EngineConfiguration;
  readonly EngineVersion?: Athena_WorkGroup_EngineVersion;
  readonly ExecutionRole?: string;
  readonly ManagedQueryResultsConfiguration?: Athena_WorkGroup_ManagedQueryResultsConfiguration;
  readonly MonitoringConfiguration?: Athena_WorkGroup_MonitoringConfiguration;
  readonly PublishCloudWatchMetricsEnabled?: boolean;
  readonly RemoveBytesScannedCutoffPerQuery?: boolean;
  readonly RemoveCustomerContentEncryptionConfiguration?: boolean;
  readonly RequesterPaysEnabled?: boolean;
  readonly ResultConfigurationUpdates?: Athena_WorkGroup_ResultConfigurationUpdates;
}
interface Athena_WorkGroup_CustomerContentEncryptionConfiguration {
  readonly KmsKey?: string;
}
interface Athena_WorkGroup_EngineConfiguration {
  readonly AdditionalConfigs?: { readonly [key: string]: string };
  readonly Classifications?: readonly Athena_WorkGroup_Classification[];
  readonly CoordinatorDpuSize?: number;
  readonly DefaultExecutorDpuSize?: number;
  readonly MaxConcurrentDpus?: number;
  readonly SparkProperties?: { readonly [key: string]: string };
}
interface Athena_WorkGroup_EngineVersion {
  readonly EffectiveEngineVersion?: string;
  readonly SelectedEngineVersion?: string;
}
interface Athena_WorkGroup_ManagedQueryResultsConfiguration {
  readonly Enabled?: boolean;
  readonly EncryptionConfiguration?: Athena_WorkGroup_ManagedStorageEncryptionConfiguration;
}
interface Athena_WorkGroup_MonitoringConfiguration {
  readonly CloudWatchLoggingConfiguration?: Athena_WorkGroup_CloudWatchLoggingConfiguration;
  readonly ManagedLoggingConfiguration?: Athena_WorkGroup_ManagedLoggingConfiguration;
  readonly S3LoggingConfiguration?: Athena_WorkGroup_S3LoggingConfiguration;
}
interface Athena_WorkGroup_ResultConfiguration {
  readonly AclConfiguration?: Athena_WorkGroup_AclConfiguration;
  readonly EncryptionConfiguration?: Athena_WorkGroup_EncryptionConfiguration;
  readonly ExpectedBucketOwner?: string;
  readonly OutputLocation?: string;
}
interface Athena_WorkGroup_ResultConfigurationUpdates {
  readonly AclConfiguration?: Athena_WorkGroup_AclConfiguration;
  readonly EncryptionConfiguration?: Athena_WorkGroup_EncryptionConfiguration;
  readonly ExpectedBucketOwner?: string;
  readonly OutputLocation?: string;
  readonly RemoveAclConfiguration?: boolean;
  readonly RemoveEncryptionConfiguration?: boolean;
  readonly RemoveExpectedBucketOwner?: boolean;
  readonly RemoveOutputLocation?: boolean;
}
interface Athena_WorkGroup_Classification {
  readonly Name?: string;
  readonly Properties?: { readonly [key: string]: string };
}
interface Athena_WorkGroup_ManagedStorageEncryptionConfiguration {
  readonly KmsKey?: string;
}
interface Athena_WorkGroup_CloudWatchLoggingConfiguration {
  readonly Enabled?: boolean;
  readonly LogGroup?: string;
  readonly LogStreamNamePrefix?: string;
  readonly LogTypes?: { readonly [key: string]: readonly string[] };
}
interface Athena_WorkGroup_ManagedLoggingConfiguration {
  readonly Enabled?: boolean;
  readonly KmsKey?: string;
}
interface Athena_WorkGroup_S3LoggingConfiguration {
  readonly Enabled?: boolean;
  readonly KmsKey?: string;
  readonly LogLocation?: string;
}
interface Athena_WorkGroup_AclConfiguration {
  /** BUCKET_OWNER_FULL_CONTROL */
  readonly S3AclOption?: string;
}
interface Athena_WorkGroup_EncryptionConfiguration {
  /** SSE_S3 | SSE_KMS | CSE_KMS */
  readonly EncryptionOption?: string;
  readonly KmsKey?: string;
}
interface Backup_BackupPlan {
  readonly BackupPlan?: Backup_BackupPlan_BackupPlanResourceType;
  readonly BackupPlanTags?: { readonly [key: string]: string };
}
interface Backup_BackupPlan_BackupPlanResourceType {
  readonly AdvancedBackupSettings?: readonly Backup_BackupPlan_AdvancedBackupSettingResourceType[];
  readonly BackupPlanName?: string;
  readonly BackupPlanRule?: readonly Backup_BackupPlan_BackupRuleResourceType[];
  readonly ScanSettings?: readonly Backup_BackupPlan_ScanSettingResourceType[];
}
interface Backup_BackupPlan_AdvancedBackupSettingResourceType {
  readonly BackupOptions?: Json;
  readonly ResourceType?: string;
}
interface Backup_BackupPlan_BackupRuleResourceType {
  readonly CompletionWindowMinutes?: number;
  readonly CopyActions?: readonly Backup_BackupPlan_CopyActionResourceType[];
  readonly EnableContinuousBackup?: boolean;
  readonly IndexActions?: readonly Backup_BackupPlan_IndexActionsResourceType[];
  readonly Lifecycle?: Backup_BackupPlan_LifecycleResourceType;
  readonly RecoveryPointTags?: { readonly [key: string]: string };
  readonly RuleName?: string;
  readonly ScanActions?: readonly Backup_BackupPlan_ScanActionResourceType[];
  readonly ScheduleExpression?: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly StartWindowMinutes?: number;
  readonly TargetBackupVault?: string;
  readonly TargetLogicallyAirGappedBackupVaultArn?: string;
}
interface Backup_BackupPlan_ScanSettingResourceType {
  /** GUARDDUTY */
  readonly MalwareScanner?: string;
  readonly ResourceTypes?: readonly string[];
  readonly ScannerRoleArn?: string;
}
interface Backup_BackupPlan_CopyActionResourceType {
  readonly DestinationBackupVaultArn?: string;
  readonly Lifecycle?: Backup_BackupPlan_LifecycleResourceType;
}
interface Backup_BackupPlan_IndexActionsResourceType {
  readonly ResourceTypes?: readonly string[];
}
interface Backup_BackupPlan_LifecycleResourceType {
  readonly DeleteAfterDays?: number;
  readonly MoveToColdStorageAfterDays?: number;
  readonly OptInToArchiveForSupportedResources?: boolean;
}
interface Backup_BackupPlan_ScanActionResourceType {
  /** GUARDDUTY */
  readonly MalwareScanner?: string;
  /** FULL_SCAN | INCREMENTAL_SCAN */
  readonly ScanMode?: string;
}
interface Backup_BackupSelection {
  readonly BackupPlanId?: string;
  readonly BackupSelection?: Backup_BackupSelection_BackupSelectionResourceType;
}
interface Backup_BackupSelection_BackupSelectionResourceType {
  readonly Conditions?: Backup_BackupSelection_Conditions;
  readonly IamRoleArn?: string;
  readonly ListOfTags?: readonly Backup_BackupSelection_ConditionResourceType[];
  readonly NotResources?: readonly string[];
  readonly Resources?: readonly string[];
  readonly SelectionName?: string;
}
interface Backup_BackupSelection_Conditions {
  readonly StringEquals?: readonly Backup_BackupSelection_ConditionParameter[];
  readonly StringLike?: readonly Backup_BackupSelection_ConditionParameter[];
  readonly StringNotEquals?: readonly Backup_BackupSelection_ConditionParameter[];
  readonly StringNotLike?: readonly Backup_BackupSelection_ConditionParameter[];
}
interface Backup_BackupSelection_ConditionResourceType {
  readonly ConditionKey?: string;
  readonly ConditionType?: string;
  readonly ConditionValue?: string;
}
interface Backup_BackupSelection_ConditionParameter {
  readonly ConditionKey?: string;
  readonly ConditionValue?: string;
}
interface Backup_BackupVault {
  readonly AccessPolicy?: Json;
  readonly BackupVaultName?: string;
  readonly BackupVaultTags?: { readonly [key: string]: string };
  readonly EncryptionKeyArn?: string;
  readonly LockConfiguration?: Backup_BackupVault_LockConfigurationType;
  readonly Notifications?: Backup_BackupVault_NotificationObjectType;
}
interface Backup_BackupVault_LockConfigurationType {
  readonly ChangeableForDays?: number;
  readonly MaxRetentionDays?: number;
  readonly MinRetentionDays?: number;
}
interface Backup_BackupVault_NotificationObjectType {
  readonly BackupVaultEvents?: readonly string[];
  readonly SNSTopicArn?: string;
}
interface Bedrock_Agent {
  readonly ActionGroups?: readonly Bedrock_Agent_AgentActionGroup[];
  /** DISABLED | SUPERVISOR | SUPERVISOR_ROUTER */
  readonly AgentCollaboration?: string;
  readonly AgentCollaborators?: readonly Bedrock_Agent_AgentCollaborator[];
  readonly AgentName?: string;
  readonly AgentResourceRoleArn?: string;
  readonly AutoPrepare?: boolean;
  readonly CustomOrchestration?: Bedrock_Agent_CustomOrchestration;
  readonly CustomerEncryptionKeyArn?: string;
  readonly Description?: string;
  readonly FoundationModel?: string;
  readonly GuardrailConfiguration?: Bedrock_Agent_GuardrailConfiguration;
  readonly IdleSessionTTLInSeconds?: number;
  readonly Instruction?: string;
  readonly KnowledgeBases?: readonly Bedrock_Agent_AgentKnowledgeBase[];
  readonly MemoryConfiguration?: Bedrock_Agent_MemoryConfiguration;
  /** DEFAULT | CUSTOM_ORCHESTRATION */
  readonly OrchestrationType?: string;
  readonly PromptOverrideConfiguration?: Bedrock_Agent_PromptOverrideConfiguration;
  readonly SkipResourceInUseCheckOnDelete?: boolean;
  readonly Tags?: { readonly [key: string]: string };
  readonly TestAliasTags?: { readonly [key: string]: string };
}
interface Bedrock_Agent_AgentActionGroup {
  readonly ActionGroupExecutor?: Bedrock_Agent_ActionGroupExecutor;
  readonly ActionGroupName?: string;
  /** ENABLED | DISABLED */
  readonly ActionGroupState?: string;
  readonly ApiSchema?: Bedrock_Agent_APISchema;
  readonly Description?: string;
  readonly FunctionSchema?: Bedrock_Agent_FunctionSchema;
  /** AMAZON.UserInput | AMAZON.CodeInterpreter */
  readonly ParentActionGroupSignature?: string;
  readonly SkipResourceInUseCheckOnDelete?: boolean;
}
interface Bedrock_Agent_AgentCollaborator {
  readonly AgentDescriptor?: Bedrock_Agent_AgentDescriptor;
  readonly CollaborationInstruction?: string;
  readonly CollaboratorName?: string;
  /** TO_COLLABORATOR | DISABLED */
  readonly RelayConversationHistory?: string;
}
interface Bedrock_Agent_CustomOrchestration {
  readonly Executor?: Bedrock_Agent_OrchestrationExecutor;
}
interface Bedrock_Agent_GuardrailConfiguration {
  readonly GuardrailIdentifier?: string;
  readonly GuardrailVersion?: string;
}
interface Bedrock_Agent_AgentKnowledgeBase {
  readonly Description?: string;
  readonly KnowledgeBaseId?: string;
  /** ENABLED | DISABLED */
  readonly KnowledgeBaseState?: string;
}
interface Bedrock_Agent_MemoryConfiguration {
  readonly EnabledMemoryTypes?: readonly string[];
  readonly SessionSummaryConfiguration?: Bedrock_Agent_SessionSummaryConfiguration;
  readonly StorageDays?: number;
}
interface Bedrock_Agent_PromptOverrideConfiguration {
  readonly OverrideLambda?: string;
  readonly PromptConfigurations?: readonly Bedrock_Agent_PromptConfiguration[];
}
interface Bedrock_Agent_ActionGroupExecutor {
  /** RETURN_CONTROL */
  readonly CustomControl?: string;
  readonly Lambda?: string;
}
interface Bedrock_Agent_APISchema {
  readonly Payload?: string;
  readonly S3?: Bedrock_Agent_S3Identifier;
}
interface Bedrock_Agent_FunctionSchema {
  readonly Functions?: readonly Bedrock_Agent_Function[];
}
interface Bedrock_Agent_AgentDescriptor {
  readonly AliasArn?: string;
}
interface Bedrock_Agent_OrchestrationExecutor {
  readonly Lambda?: string;
}
interface Bedrock_Agent_SessionSummaryConfiguration {
  readonly MaxRecentSessions?: number;
}
interface Bedrock_Agent_PromptConfiguration {
  readonly AdditionalModelRequestFields?: Json;
  readonly BasePromptTemplate?: string;
  readonly FoundationModel?: string;
  readonly InferenceConfiguration?: Bedrock_Agent_InferenceConfiguration;
  /** DEFAULT | OVERRIDDEN */
  readonly ParserMode?: string;
  /** DEFAULT | OVERRIDDEN */
  readonly PromptCreationMode?: string;
  /** ENABLED | DISABLED */
  readonly PromptState?: string;
  /** PRE_PROCESSING | ORCHESTRATION | POST_PROCESSING | ROUTING_CLASSIFIER | MEMORY_SUMMARIZATION | KNOWLEDGE_BASE_RESPONSE_GENERATION */
  readonly PromptType?: string;
}
interface Bedrock_Agent_S3Identifier {
  readonly S3BucketName?: string;
  readonly S3ObjectKey?: string;
}
interface Bedrock_Agent_Function {
  readonly Description?: string;
  readonly Name?: string;
  readonly Parameters?: { readonly [key: string]: Bedrock_Agent_ParameterDetail };
  /** ENABLED | DISABLED */
  readonly RequireConfirmation?: string;
}
interface Bedrock_Agent_InferenceConfiguration {
  readonly MaximumLength?: number;
  readonly StopSequences?: readonly string[];
  readonly Temperature?: number;
  readonly TopK?: number;
  readonly TopP?: number;
}
interface Bedrock_Agent_ParameterDetail {
  readonly Description?: string;
  readonly Required?: boolean;
  /** string | number | integer | boolean | array */
  readonly Type?: string;
}
interface Bedrock_Guardrail {
  readonly AutomatedReasoningPolicyConfig?: Bedrock_Guardrail_AutomatedReasoningPolicyConfig;
  readonly BlockedInputMessaging?: string;
  readonly BlockedOutputsMessaging?: string;
  readonly ContentPolicyConfig?: Bedrock_Guardrail_ContentPolicyConfig;
  readonly ContextualGroundingPolicyConfig?: Bedrock_Guardrail_ContextualGroundingPolicyConfig;
  readonly CrossRegionConfig?: Bedrock_Guardrail_GuardrailCrossRegionConfig;
  readonly Description?: string;
  readonly KmsKeyArn?: string;
  readonly Name?: string;
  readonly SensitiveInformationPolicyConfig?: Bedrock_Guardrail_SensitiveInformationPolicyConfig;
  readonly Tags?: readonly Tag[];
  readonly TopicPolicyConfig?: Bedrock_Guardrail_TopicPolicyConfig;
  readonly WordPolicyConfig?: Bedrock_Guardrail_WordPolicyConfig;
}
interface Bedrock_Guardrail_AutomatedReasoningPolicyConfig {
  readonly ConfidenceThreshold?: number;
  readonly Policies?: readonly string[];
}
interface Bedrock_Guardrail_ContentPolicyConfig {
  readonly ContentFiltersTierConfig?: Bedrock_Guardrail_ContentFiltersTierConfig;
  readonly FiltersConfig?: readonly Bedrock_Guardrail_ContentFilterConfig[];
}
interface Bedrock_Guardrail_ContextualGroundingPolicyConfig {
  readonly FiltersConfig?: readonly Bedrock_Guardrail_ContextualGroundingFilterConfig[];
}
interface Bedrock_Guardrail_GuardrailCrossRegionConfig {
  readonly GuardrailProfileArn?: string;
}
interface Bedrock_Guardrail_SensitiveInformationPolicyConfig {
  readonly PiiEntitiesConfig?: readonly Bedrock_Guardrail_PiiEntityConfig[];
  readonly RegexesConfig?: readonly Bedrock_Guardrail_RegexConfig[];
}
interface Bedrock_Guardrail_TopicPolicyConfig {
  readonly TopicsConfig?: readonly Bedrock_Guardrail_TopicConfig[];
  readonly TopicsTierConfig?: Bedrock_Guardrail_TopicsTierConfig;
}
interface Bedrock_Guardrail_WordPolicyConfig {
  readonly ManagedWordListsConfig?: readonly Bedrock_Guardrail_ManagedWordsConfig[];
  readonly WordsConfig?: readonly Bedrock_Guardrail_WordConfig[];
}
interface Bedrock_Guardrail_ContentFiltersTierConfig {
  /** CLASSIC | STANDARD */
  readonly TierName?: string;
}
interface Bedrock_Guardrail_ContentFilterConfig {
  /** BLOCK | NONE */
  readonly InputAction?: string;
  readonly InputEnabled?: boolean;
  readonly InputModalities?: readonly string[];
  /** NONE | LOW | MEDIUM | HIGH */
  readonly InputStrength?: string;
  /** BLOCK | NONE */
  readonly OutputAction?: string;
  readonly OutputEnabled?: boolean;
  readonly OutputModalities?: readonly string[];
  /** NONE | LOW | MEDIUM | HIGH */
  readonly OutputStrength?: string;
  /** SEXUAL | VIOLENCE | HATE | INSULTS | MISCONDUCT | PROMPT_ATTACK */
  readonly Type?: string;
}
interface Bedrock_Guardrail_ContextualGroundingFilterConfig {
  /** BLOCK | NONE */
  readonly Action?: string;
  readonly Enabled?: boolean;
  readonly Threshold?: number;
  /** GROUNDING | RELEVANCE */
  readonly Type?: string;
}
interface Bedrock_Guardrail_PiiEntityConfig {
  /** BLOCK | ANONYMIZE | NONE */
  readonly Action?: string;
  /** BLOCK | ANONYMIZE | NONE */
  readonly InputAction?: string;
  readonly InputEnabled?: boolean;
  /** BLOCK | ANONYMIZE | NONE */
  readonly OutputAction?: string;
  readonly OutputEnabled?: boolean;
  readonly Type?: string;
}
interface Bedrock_Guardrail_RegexConfig {
  /** BLOCK | ANONYMIZE | NONE */
  readonly Action?: string;
  readonly Description?: string;
  /** BLOCK | ANONYMIZE | NONE */
  readonly InputAction?: string;
  readonly InputEnabled?: boolean;
  readonly Name?: string;
  /** BLOCK | ANONYMIZE | NONE */
  readonly OutputAction?: string;
  readonly OutputEnabled?: boolean;
  readonly Pattern?: string;
}
interface Bedrock_Guardrail_TopicConfig {
  readonly Definition?: string;
  readonly Examples?: readonly string[];
  /** BLOCK | NONE */
  readonly InputAction?: string;
  readonly InputEnabled?: boolean;
  readonly Name?: string;
  /** BLOCK | NONE */
  readonly OutputAction?: string;
  readonly OutputEnabled?: boolean;
  /** DENY */
  readonly Type?: string;
}
interface Bedrock_Guardrail_TopicsTierConfig {
  /** CLASSIC | STANDARD */
  readonly TierName?: string;
}
interface Bedrock_Guardrail_ManagedWordsConfig {
  /** BLOCK | NONE */
  readonly InputAction?: string;
  readonly InputEnabled?: boolean;
  /** BLOCK | NONE */
  readonly OutputAction?: string;
  readonly OutputEnabled?: boolean;
  /** PROFANITY */
  readonly Type?: string;
}
interface Bedrock_Guardrail_WordConfig {
  /** BLOCK | NONE */
  readonly InputAction?: string;
  readonly InputEnabled?: boolean;
  /** BLOCK | NONE */
  readonly OutputAction?: string;
  readonly OutputEnabled?: boolean;
  readonly Text?: string;
}
interface Bedrock_KnowledgeBase {
  readonly Description?: string;
  readonly KnowledgeBaseConfiguration?: Bedrock_KnowledgeBase_KnowledgeBaseConfiguration;
  readonly Name?: string;
  readonly RoleArn?: string;
  readonly StorageConfiguration?: Bedrock_KnowledgeBase_StorageConfiguration;
  readonly Tags?: { readonly [key: string]: string };
}
interface Bedrock_KnowledgeBase_KnowledgeBaseConfiguration {
  readonly KendraKnowledgeBaseConfiguration?: Bedrock_KnowledgeBase_KendraKnowledgeBaseConfiguration;
  readonly ManagedKnowledgeBaseConfiguration?: Bedrock_KnowledgeBase_ManagedKnowledgeBaseConfiguration;
  readonly SqlKnowledgeBaseConfiguration?: Bedrock_KnowledgeBase_SqlKnowledgeBaseConfiguration;
  /** VECTOR | KENDRA | SQL | MANAGED */
  readonly Type?: string;
  readonly VectorKnowledgeBaseConfiguration?: Bedrock_KnowledgeBase_VectorKnowledgeBaseConfiguration;
}
interface Bedrock_KnowledgeBase_StorageConfiguration {
  readonly MongoDbAtlasConfiguration?: Bedrock_KnowledgeBase_MongoDbAtlasConfiguration;
  readonly NeptuneAnalyticsConfiguration?: Bedrock_KnowledgeBase_NeptuneAnalyticsConfiguration;
  readonly OpensearchManagedClusterConfiguration?: Bedrock_KnowledgeBase_OpenSearchManagedClusterConfiguration;
  readonly OpensearchServerlessConfiguration?: Bedrock_KnowledgeBase_OpenSearchServerlessConfiguration;
  readonly PineconeConfiguration?: Bedrock_KnowledgeBase_PineconeConfiguration;
  readonly RdsConfiguration?: Bedrock_KnowledgeBase_RdsConfiguration;
  readonly S3VectorsConfiguration?: Bedrock_KnowledgeBase_S3VectorsConfiguration;
  /** OPENSEARCH_SERVERLESS | PINECONE | RDS | MONGO_DB_ATLAS | NEPTUNE_ANALYTICS | S3_VECTORS | OPENSEARCH_MANAGED_CLUSTER */
  readonly Type?: string;
}
interface Bedrock_KnowledgeBase_KendraKnowledgeBaseConfiguration {
  readonly KendraIndexArn?: string;
}
interface Bedrock_KnowledgeBase_ManagedKnowledgeBaseConfiguration {
  readonly EmbeddingModelArn?: string;
  readonly EmbeddingModelConfiguration?: Bedrock_KnowledgeBase_EmbeddingModelConfiguration;
  /** CUSTOM | MANAGED */
  readonly EmbeddingModelType?: string;
  readonly ServerSideEncryptionConfiguration?: Bedrock_KnowledgeBase_ManagedKnowledgeBaseServerSideEncryptionConfiguration;
  readonly SupplementalDataStorageConfiguration?: Bedrock_KnowledgeBase_SupplementalDataStorageConfiguration;
}
interface Bedrock_KnowledgeBase_SqlKnowledgeBaseConfiguration {
  readonly RedshiftConfiguration?: Bedrock_KnowledgeBase_RedshiftConfiguration;
  /** REDSHIFT */
  readonly Type?: string;
}
interface Bedrock_KnowledgeBase_VectorKnowledgeBaseConfiguration {
  readonly EmbeddingModelArn?: string;
  readonly EmbeddingModelConfiguration?: Bedrock_KnowledgeBase_EmbeddingModelConfiguration;
  readonly SupplementalDataStorageConfiguration?: Bedrock_KnowledgeBase_SupplementalDataStorageConfiguration;
}
interface Bedrock_KnowledgeBase_MongoDbAtlasConfiguration {
  readonly CollectionName?: string;
  readonly CredentialsSecretArn?: string;
  readonly DatabaseName?: string;
  readonly Endpoint?: string;
  readonly EndpointServiceName?: string;
  readonly FieldMapping?: Bedrock_KnowledgeBase_MongoDbAtlasFieldMapping;
  readonly TextIndexName?: string;
  readonly VectorIndexName?: string;
}
interface Bedrock_KnowledgeBase_NeptuneAnalyticsConfiguration {
  readonly FieldMapping?: Bedrock_KnowledgeBase_NeptuneAnalyticsFieldMapping;
  readonly GraphArn?: string;
}
interface Bedrock_KnowledgeBase_OpenSearchManagedClusterConfiguration {
  readonly DomainArn?: string;
  readonly DomainEndpoint?: string;
  readonly FieldMapping?: Bedrock_KnowledgeBase_OpenSearchManagedClusterFieldMapping;
  readonly VectorIndexName?: string;
}
interface Bedrock_KnowledgeBase_OpenSearchServerlessConfiguration {
  readonly CollectionArn?: string;
  readonly FieldMapping?: Bedrock_KnowledgeBase_OpenSearchServerlessFieldMapping;
  readonly VectorIndexName?: string;
}
interface Bedrock_KnowledgeBase_PineconeConfiguration {
  readonly ConnectionString?: string;
  readonly CredentialsSecretArn?: string;
  readonly FieldMapping?: Bedrock_KnowledgeBase_PineconeFieldMapping;
  readonly Namespace?: string;
}
interface Bedrock_KnowledgeBase_RdsConfiguration {
  readonly CredentialsSecretArn?: string;
  readonly DatabaseName?: string;
  readonly FieldMapping?: Bedrock_KnowledgeBase_RdsFieldMapping;
  readonly ResourceArn?: string;
  readonly TableName?: string;
}
interface Bedrock_KnowledgeBase_S3VectorsConfiguration {
  readonly IndexArn?: string;
  readonly IndexName?: string;
  readonly VectorBucketArn?: string;
}
interface Bedrock_KnowledgeBase_EmbeddingModelConfiguration {
  readonly BedrockEmbeddingModelConfiguration?: Bedrock_KnowledgeBase_BedrockEmbeddingModelConfiguration;
}
interface Bedrock_KnowledgeBase_ManagedKnowledgeBaseServerSideEncryptionConfiguration {
  readonly KmsKeyArn?: string;
}
interface Bedrock_KnowledgeBase_SupplementalDataStorageConfiguration {
  readonly SupplementalDataStorageLocations?: readonly Bedrock_KnowledgeBase_SupplementalDataStorageLocation[];
}
interface Bedrock_KnowledgeBase_RedshiftConfiguration {
  readonly QueryEngineConfiguration?: Bedrock_KnowledgeBase_RedshiftQueryEngineConfiguration;
  readonly QueryGenerationConfiguration?: Bedrock_KnowledgeBase_QueryGenerationConfiguration;
  readonly StorageConfigurations?: readonly Bedrock_KnowledgeBase_RedshiftQueryEngineStorageConfiguration[];
}
interface Bedrock_KnowledgeBase_MongoDbAtlasFieldMapping {
  readonly MetadataField?: string;
  readonly TextField?: string;
  readonly VectorField?: string;
}
interface Bedrock_KnowledgeBase_NeptuneAnalyticsFieldMapping {
  readonly MetadataField?: string;
  readonly TextField?: string;
}
interface Bedrock_KnowledgeBase_OpenSearchManagedClusterFieldMapping {
  readonly MetadataField?: string;
  readonly TextField?: string;
  readonly VectorField?: string;
}
interface Bedrock_KnowledgeBase_OpenSearchServerlessFieldMapping {
  readonly MetadataField?: string;
  readonly TextField?: string;
  readonly VectorField?: string;
}
interface Bedrock_KnowledgeBase_PineconeFieldMapping {
  readonly MetadataField?: string;
  readonly TextField?: string;
}
interface Bedrock_KnowledgeBase_RdsFieldMapping {
  readonly CustomMetadataField?: string;
  readonly MetadataField?: string;
  readonly PrimaryKeyField?: string;
  readonly TextField?: string;
  readonly VectorField?: string;
}
interface Bedrock_KnowledgeBase_BedrockEmbeddingModelConfiguration {
  readonly Audio?: readonly Bedrock_KnowledgeBase_AudioConfiguration[];
  readonly Dimensions?: number;
  /** FLOAT32 | BINARY */
  readonly EmbeddingDataType?: string;
  readonly ModelConfiguration?: Json;
  readonly Video?: readonly Bedrock_KnowledgeBase_VideoConfiguration[];
}
interface Bedrock_KnowledgeBase_SupplementalDataStorageLocation {
  readonly S3Location?: Bedrock_KnowledgeBase_S3Location;
  /** S3 */
  readonly SupplementalDataStorageLocationType?: string;
}
interface Bedrock_KnowledgeBase_RedshiftQueryEngineConfiguration {
  readonly ProvisionedConfiguration?: Bedrock_KnowledgeBase_RedshiftProvisionedConfiguration;
  readonly ServerlessConfiguration?: Bedrock_KnowledgeBase_RedshiftServerlessConfiguration;
  /** SERVERLESS | PROVISIONED */
  readonly Type?: string;
}
interface Bedrock_KnowledgeBase_QueryGenerationConfiguration {
  readonly ExecutionTimeoutSeconds?: number;
  readonly GenerationContext?: Bedrock_KnowledgeBase_QueryGenerationContext;
}
interface Bedrock_KnowledgeBase_RedshiftQueryEngineStorageConfiguration {
  readonly AwsDataCatalogConfiguration?: Bedrock_KnowledgeBase_RedshiftQueryEngineAwsDataCatalogStorageConfiguration;
  readonly RedshiftConfiguration?: Bedrock_KnowledgeBase_RedshiftQueryEngineRedshiftStorageConfiguration;
  /** REDSHIFT | AWS_DATA_CATALOG */
  readonly Type?: string;
}
interface Bedrock_KnowledgeBase_AudioConfiguration {
  readonly SegmentationConfiguration?: Bedrock_KnowledgeBase_AudioSegmentationConfiguration;
}
interface Bedrock_KnowledgeBase_VideoConfiguration {
  readonly SegmentationConfiguration?: Bedrock_KnowledgeBase_VideoSegmentationConfiguration;
}
interface Bedrock_KnowledgeBase_S3Location {
  readonly URI?: string;
}
interface Bedrock_KnowledgeBase_RedshiftProvisionedConfiguration {
  readonly AuthConfiguration?: Bedrock_KnowledgeBase_RedshiftProvisionedAuthConfiguration;
  readonly ClusterIdentifier?: string;
}
interface Bedrock_KnowledgeBase_RedshiftServerlessConfiguration {
  readonly AuthConfiguration?: Bedrock_KnowledgeBase_RedshiftServerlessAuthConfiguration;
  readonly WorkgroupArn?: string;
}
interface Bedrock_KnowledgeBase_QueryGenerationContext {
  readonly CuratedQueries?: readonly Bedrock_KnowledgeBase_CuratedQuery[];
  readonly Tables?: readonly Bedrock_KnowledgeBase_QueryGenerationTable[];
}
interface Bedrock_KnowledgeBase_RedshiftQueryEngineAwsDataCatalogStorageConfiguration {
  readonly TableNames?: readonly string[];
}
interface Bedrock_KnowledgeBase_RedshiftQueryEngineRedshiftStorageConfiguration {
  readonly DatabaseName?: string;
}
interface Bedrock_KnowledgeBase_AudioSegmentationConfiguration {
  readonly FixedLengthDuration?: number;
}
interface Bedrock_KnowledgeBase_VideoSegmentationConfiguration {
  readonly FixedLengthDuration?: number;
}
interface Bedrock_KnowledgeBase_RedshiftProvisionedAuthConfiguration {
  readonly DatabaseUser?: string;
  /** IAM | USERNAME_PASSWORD | USERNAME */
  readonly Type?: string;
  readonly UsernamePasswordSecretArn?: string;
}
interface Bedrock_KnowledgeBase_RedshiftServerlessAuthConfiguration {
  /** IAM | USERNAME_PASSWORD */
  readonly Type?: string;
  readonly UsernamePasswordSecretArn?: string;
}
interface Bedrock_KnowledgeBase_CuratedQuery {
  readonly NaturalLanguage?: string;
  readonly Sql?: string;
}
interface Bedrock_KnowledgeBase_QueryGenerationTable {
  readonly Columns?: readonly Bedrock_KnowledgeBase_QueryGenerationColumn[];
  readonly Description?: string;
  /** INCLUDE | EXCLUDE */
  readonly Inclusion?: string;
  readonly Name?: string;
}
interface Bedrock_KnowledgeBase_QueryGenerationColumn {
  readonly Description?: string;
  /** INCLUDE | EXCLUDE */
  readonly Inclusion?: string;
  readonly Name?: string;
}
interface Budgets_Budget {
  readonly Budget?: Budgets_Budget_BudgetData;
  readonly NotificationsWithSubscribers?: readonly Budgets_Budget_NotificationWithSubscribers[];
  readonly ResourceTags?: readonly Budgets_Budget_ResourceTag[];
}
interface Budgets_Budget_BudgetData {
  readonly AutoAdjustData?: Budgets_Budget_AutoAdjustData;
  readonly BillingViewArn?: string;
  readonly BudgetLimit?: Budgets_Budget_Spend;
  readonly BudgetName?: string;
  readonly BudgetType?: string;
  readonly CostFilters?: Json;
  readonly CostTypes?: Budgets_Budget_CostTypes;
  readonly FilterExpression?: Budgets_Budget_Expression;
  readonly Metrics?: readonly string[];
  readonly PlannedBudgetLimits?: Json;
  readonly TimePeriod?: Budgets_Budget_TimePeriod;
  readonly TimeUnit?: string;
}
interface Budgets_Budget_NotificationWithSubscribers {
  readonly Notification?: Budgets_Budget_Notification;
  readonly Subscribers?: readonly Budgets_Budget_Subscriber[];
}
interface Budgets_Budget_ResourceTag {
  readonly Key?: string;
  readonly Value?: string;
}
interface Budgets_Budget_AutoAdjustData {
  readonly AutoAdjustType?: string;
  readonly HistoricalOptions?: Budgets_Budget_HistoricalOptions;
}
interface Budgets_Budget_Spend {
  readonly Amount?: number;
  readonly Unit?: string;
}
interface Budgets_Budget_CostTypes {
  readonly IncludeCredit?: boolean;
  readonly IncludeDiscount?: boolean;
  readonly IncludeOtherSubscription?: boolean;
  readonly IncludeRecurring?: boolean;
  readonly IncludeRefund?: boolean;
  readonly IncludeSubscription?: boolean;
  readonly IncludeSupport?: boolean;
  readonly IncludeTax?: boolean;
  readonly IncludeUpfront?: boolean;
  readonly UseAmortized?: boolean;
  readonly UseBlended?: boolean;
}
interface Budgets_Budget_Expression {
  readonly And?: readonly Budgets_Budget_Expression[];
  readonly CostCategories?: Budgets_Budget_CostCategoryValues;
  readonly Dimensions?: Budgets_Budget_ExpressionDimensionValues;
  readonly Not?: Budgets_Budget_Expression;
  readonly Or?: readonly Budgets_Budget_Expression[];
  readonly Tags?: Budgets_Budget_TagValues;
}
interface Budgets_Budget_TimePeriod {
  readonly End?: string;
  readonly Start?: string;
}
interface Budgets_Budget_Notification {
  readonly ComparisonOperator?: string;
  readonly NotificationType?: string;
  readonly Threshold?: number;
  readonly ThresholdType?: string;
}
interface Budgets_Budget_Subscriber {
  readonly Address?: string;
  readonly SubscriptionType?: string;
}
interface Budgets_Budget_HistoricalOptions {
  readonly BudgetAdjustmentPeriod?: number;
}
interface Budgets_Budget_CostCategoryValues {
  readonly Key?: string;
  readonly MatchOptions?: readonly string[];
  readonly Values?: readonly string[];
}
interface Budgets_Budget_ExpressionDimensionValues {
  readonly Key?: string;
  readonly MatchOptions?: readonly string[];
  readonly Values?: readonly string[];
}
interface Budgets_Budget_TagValues {
  readonly Key?: string;
  readonly MatchOptions?: readonly string[];
  readonly Values?: readonly string[];
}
interface CertificateManager_Certificate {
  readonly CertificateAuthorityArn?: string;
  /** ENABLED | DISABLED */
  readonly CertificateExport?: string;
  /** ENABLED | DISABLED */
  readonly CertificateTransparencyLoggingPreference?: string;
  readonly DomainName?: string;
  readonly DomainValidationOptions?: readonly CertificateManager_Certificate_DomainValidationOption[];
  readonly KeyAlgorithm?: string;
  readonly SubjectAlternativeNames?: readonly string[];
  readonly Tags?: readonly Tag[];
  readonly ValidationMethod?: string;
}
interface CertificateManager_Certificate_DomainValidationOption {
  readonly DomainName?: string;
  readonly HostedZoneId?: string;
  readonly ValidationDomain?: string;
}
interface CloudFormation_CustomResource {
  readonly ServiceTimeout?: number;
  readonly ServiceToken?: string;
}
interface CloudFormation_Stack {
  readonly NotificationARNs?: readonly string[];
  readonly Parameters?: { readonly [key: string]: string };
  readonly Tags?: readonly Tag[];
  readonly TemplateURL?: string;
  readonly TimeoutInMinutes?: number;
}
interface CloudFormation_WaitCondition {
  readonly Count?: number;
  readonly Handle?: string;
  readonly Timeout?: string;
}
interface CloudFront_AnycastIpList {
  /** ipv4 | dualstack */
  readonly IpAddressType?: string;
  readonly IpCount?: number;
  readonly IpamCidrConfigs?: readonly CloudFront_AnycastIpList_IpamCidrConfig[];
  readonly Name?: string;
  readonly Tags?: CloudFront_AnycastIpList_Tags;
}
interface CloudFront_AnycastIpList_IpamCidrConfig {
  readonly Cidr?: string;
  readonly IpamPoolArn?: string;
}
interface CloudFront_AnycastIpList_Tags {
  readonly Items?: readonly Tag[];
}
interface CloudFront_CachePolicy {
  readonly CachePolicyConfig?: CloudFront_CachePolicy_CachePolicyConfig;
}
interface CloudFront_CachePolicy_CachePolicyConfig {
  readonly Comment?: string;
  readonly DefaultTTL?: number;
  readonly MaxTTL?: number;
  readonly MinTTL?: number;
  readonly Name?: string;
  readonly ParametersInCacheKeyAndForwardedToOrigin?: CloudFront_CachePolicy_ParametersInCacheKeyAndForwardedToOrigin;
}
interface CloudFront_CachePolicy_ParametersInCacheKeyAndForwardedToOrigin {
  readonly CookiesConfig?: CloudFront_CachePolicy_CookiesConfig;
  readonly EnableAcceptEncodingBrotli?: boolean;
  readonly EnableAcceptEncodingGzip?: boolean;
  readonly HeadersConfig?: CloudFront_CachePolicy_HeadersConfig;
  readonly QueryStringsConfig?: CloudFront_CachePolicy_QueryStringsConfig;
}
interface CloudFront_CachePolicy_CookiesConfig {
  readonly CookieBehavior?: string;
  readonly Cookies?: readonly string[];
}
interface CloudFront_CachePolicy_HeadersConfig {
  readonly HeaderBehavior?: string;
  readonly Headers?: readonly string[];
}
interface CloudFront_CachePolicy_QueryStringsConfig {
  readonly QueryStringBehavior?: string;
  readonly QueryStrings?: readonly string[];
}
interface CloudFront_CloudFrontOriginAccessIdentity {
  readonly CloudFrontOriginAccessIdentityConfig?: CloudFront_CloudFrontOriginAccessIdentity_CloudFrontOriginAccessIdentityConfig;
}
interface CloudFront_CloudFrontOriginAccessIdentity_CloudFrontOriginAccessIdentityConfig {
  readonly Comment?: string;
}
interface CloudFront_ConnectionFunction {
  readonly AutoPublish?: boolean;
  readonly ConnectionFunctionCode?: string;
  readonly ConnectionFunctionConfig?: CloudFront_ConnectionFunction_ConnectionFunctionConfig;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface CloudFront_ConnectionFunction_ConnectionFunctionConfig {
  readonly Comment?: string;
  readonly KeyValueStoreAssociations?: readonly CloudFront_ConnectionFunction_KeyValueStoreAssociation[];
  /** cloudfront-js-2.0 */
  readonly Runtime?: string;
}
interface CloudFront_ConnectionFunction_KeyValueStoreAssociation {
  readonly KeyValueStoreARN?: string;
}
interface CloudFront_ConnectionGroup {
  readonly AnycastIpListId?: string;
  readonly Enabled?: boolean;
  readonly Ipv6Enabled?: boolean;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface CloudFront_ContinuousDeploymentPolicy {
  readonly ContinuousDeploymentPolicyConfig?: CloudFront_ContinuousDeploymentPolicy_ContinuousDeploymentPolicyConfig;
}
interface CloudFront_ContinuousDeploymentPolicy_ContinuousDeploymentPolicyConfig {
  readonly Enabled?: boolean;
  readonly SingleHeaderPolicyConfig?: CloudFront_ContinuousDeploymentPolicy_SingleHeaderPolicyConfig;
  readonly SingleWeightPolicyConfig?: CloudFront_ContinuousDeploymentPolicy_SingleWeightPolicyConfig;
  readonly StagingDistributionDnsNames?: readonly string[];
  readonly TrafficConfig?: CloudFront_ContinuousDeploymentPolicy_TrafficConfig;
  /** SingleWeight | SingleHeader */
  readonly Type?: string;
}
interface CloudFront_ContinuousDeploymentPolicy_SingleHeaderPolicyConfig {
  readonly Header?: string;
  readonly Value?: string;
}
interface CloudFront_ContinuousDeploymentPolicy_SingleWeightPolicyConfig {
  readonly SessionStickinessConfig?: CloudFront_ContinuousDeploymentPolicy_SessionStickinessConfig;
  readonly Weight?: number;
}
interface CloudFront_ContinuousDeploymentPolicy_TrafficConfig {
  readonly SingleHeaderConfig?: CloudFront_ContinuousDeploymentPolicy_SingleHeaderConfig;
  readonly SingleWeightConfig?: CloudFront_ContinuousDeploymentPolicy_SingleWeightConfig;
  /** SingleWeight | SingleHeader */
  readonly Type?: string;
}
interface CloudFront_ContinuousDeploymentPolicy_SessionStickinessConfig {
  readonly IdleTTL?: number;
  readonly MaximumTTL?: number;
}
interface CloudFront_ContinuousDeploymentPolicy_SingleHeaderConfig {
  readonly Header?: string;
  readonly Value?: string;
}
interface CloudFront_ContinuousDeploymentPolicy_SingleWeightConfig {
  readonly SessionStickinessConfig?: CloudFront_ContinuousDeploymentPolicy_SessionStickinessConfig;
  readonly Weight?: number;
}
interface CloudFront_Distribution {
  readonly DistributionConfig?: CloudFront_Distribution_DistributionConfig;
  readonly Tags?: readonly Tag[];
}
interface CloudFront_Distribution_DistributionConfig {
  readonly Aliases?: readonly string[];
  readonly AnycastIpListId?: string;
  readonly CNAMEs?: readonly string[];
  readonly CacheBehaviors?: readonly CloudFront_Distribution_CacheBehavior[];
  readonly CacheTagConfig?: CloudFront_Distribution_CacheTagConfig;
  readonly Comment?: string;
  readonly ConnectionFunctionAssociation?: CloudFront_Distribution_ConnectionFunctionAssociation;
  /** direct | tenant-only */
  readonly ConnectionMode?: string;
  readonly ContinuousDeploymentPolicyId?: string;
  readonly CustomErrorResponses?: readonly CloudFront_Distribution_CustomErrorResponse[];
  readonly CustomOrigin?: CloudFront_Distribution_LegacyCustomOrigin;
  readonly DefaultCacheBehavior?: CloudFront_Distribution_DefaultCacheBehavior;
  readonly DefaultRootObject?: string;
  readonly Enabled?: boolean;
  readonly HttpVersion?: string;
  readonly IPV6Enabled?: boolean;
  readonly Logging?: CloudFront_Distribution_Logging;
  readonly OriginGroups?: CloudFront_Distribution_OriginGroups;
  readonly Origins?: readonly CloudFront_Distribution_Origin[];
  readonly PriceClass?: string;
  readonly Restrictions?: CloudFront_Distribution_Restrictions;
  readonly S3Origin?: CloudFront_Distribution_LegacyS3Origin;
  readonly Staging?: boolean;
  readonly TenantConfig?: CloudFront_Distribution_TenantConfig;
  readonly ViewerCertificate?: CloudFront_Distribution_ViewerCertificate;
  readonly ViewerMtlsConfig?: CloudFront_Distribution_ViewerMtlsConfig;
  readonly WebACLId?: string;
}
interface CloudFront_Distribution_CacheBehavior {
  readonly AllowedMethods?: readonly string[];
  readonly CachePolicyId?: string;
  readonly CachedMethods?: readonly string[];
  readonly Compress?: boolean;
  readonly DefaultTTL?: number;
  readonly FieldLevelEncryptionId?: string;
  readonly ForwardedValues?: CloudFront_Distribution_ForwardedValues;
  readonly FunctionAssociations?: readonly CloudFront_Distribution_FunctionAssociation[];
  readonly GrpcConfig?: CloudFront_Distribution_GrpcConfig;
  readonly LambdaFunctionAssociations?: readonly CloudFront_Distribution_LambdaFunctionAssociation[];
  readonly MaxTTL?: number;
  readonly MinTTL?: number;
  readonly OriginRequestPolicyId?: string;
  readonly PathPattern?: string;
  readonly RealtimeLogConfigArn?: string;
  readonly ResponseHeadersPolicyId?: string;
  readonly SmoothStreaming?: boolean;
  readonly TargetOriginId?: string;
  readonly TrustedKeyGroups?: readonly string[];
  readonly TrustedSigners?: readonly string[];
  readonly ViewerProtocolPolicy?: string;
}
interface CloudFront_Distribution_CacheTagConfig {
  readonly HeaderName?: string;
}
interface CloudFront_Distribution_ConnectionFunctionAssociation {
  readonly Id?: string;
}
interface CloudFront_Distribution_CustomErrorResponse {
  readonly ErrorCachingMinTTL?: number;
  readonly ErrorCode?: number;
  readonly ResponseCode?: number;
  readonly ResponsePagePath?: string;
}
interface CloudFront_Distribution_LegacyCustomOrigin {
  readonly DNSName?: string;
  readonly HTTPPort?: number;
  readonly HTTPSPort?: number;
  readonly OriginProtocolPolicy?: string;
  readonly OriginSSLProtocols?: readonly string[];
}
interface CloudFront_Distribution_DefaultCacheBehavior {
  readonly AllowedMethods?: readonly string[];
  readonly CachePolicyId?: string;
  readonly CachedMethods?: readonly string[];
  readonly Compress?: boolean;
  readonly DefaultTTL?: number;
  readonly FieldLevelEncryptionId?: string;
  readonly ForwardedValues?: CloudFront_Distribution_ForwardedValues;
  readonly FunctionAssociations?: readonly CloudFront_Distribution_FunctionAssociation[];
  readonly GrpcConfig?: CloudFront_Distribution_GrpcConfig;
  readonly LambdaFunctionAssociations?: readonly CloudFront_Distribution_LambdaFunctionAssociation[];
  readonly MaxTTL?: number;
  readonly MinTTL?: number;
  readonly OriginRequestPolicyId?: string;
  readonly RealtimeLogConfigArn?: string;
  readonly ResponseHeadersPolicyId?: string;
  readonly SmoothStreaming?: boolean;
  readonly TargetOriginId?: string;
  readonly TrustedKeyGroups?: readonly string[];
  readonly TrustedSigners?: readonly string[];
  readonly ViewerProtocolPolicy?: string;
}
interface CloudFront_Distribution_Logging {
  readonly Bucket?: string;
  readonly IncludeCookies?: boolean;
  readonly Prefix?: string;
}
interface CloudFront_Distribution_OriginGroups {
  readonly Items?: readonly CloudFront_Distribution_OriginGroup[];
  readonly Quantity?: number;
}
interface CloudFront_Distribution_Origin {
  readonly ConnectionAttempts?: number;
  readonly ConnectionTimeout?: number;
  readonly CustomOriginConfig?: CloudFront_Distribution_CustomOriginConfig;
  readonly DomainName?: string;
  readonly Id?: string;
  readonly OriginAccessControlId?: string;
  readonly OriginCustomHeaders?: readonly CloudFront_Distribution_OriginCustomHeader[];
  readonly OriginPath?: string;
  readonly OriginShield?: CloudFront_Distribution_OriginShield;
  readonly ResponseCompletionTimeout?: number;
  readonly S3OriginConfig?: CloudFront_Distribution_S3OriginConfig;
  readonly VpcOriginConfig?: CloudFront_Distribution_VpcOriginConfig;
}
interface CloudFront_Distribution_Restrictions {
  readonly GeoRestriction?: CloudFront_Distribution_GeoRestriction;
}
interface CloudFront_Distribution_LegacyS3Origin {
  readonly DNSName?: string;
  readonly OriginAccessIdentity?: string;
}
interface CloudFront_Distribution_TenantConfig {
  readonly ParameterDefinitions?: readonly CloudFront_Distribution_ParameterDefinition[];
}
interface CloudFront_Distribution_ViewerCertificate {
  readonly AcmCertificateArn?: string;
  readonly CloudFrontDefaultCertificate?: boolean;
  readonly IamCertificateId?: string;
  readonly MinimumProtocolVersion?: string;
  readonly SslSupportMethod?: string;
}
interface CloudFront_Distribution_ViewerMtlsConfig {
  /** required | optional | passthrough */
  readonly Mode?: string;
  readonly TrustStoreConfig?: CloudFront_Distribution_TrustStoreConfig;
}
interface CloudFront_Distribution_ForwardedValues {
  readonly Cookies?: CloudFront_Distribution_Cookies;
  readonly Headers?: readonly string[];
  readonly QueryString?: boolean;
  readonly QueryStringCacheKeys?: readonly string[];
}
interface CloudFront_Distribution_FunctionAssociation {
  readonly EventType?: string;
  readonly FunctionARN?: string;
}
interface CloudFront_Distribution_GrpcConfig {
  readonly Enabled?: boolean;
}
interface CloudFront_Distribution_LambdaFunctionAssociation {
  readonly EventType?: string;
  readonly IncludeBody?: boolean;
  readonly LambdaFunctionARN?: string;
}
interface CloudFront_Distribution_OriginGroup {
  readonly FailoverCriteria?: CloudFront_Distribution_OriginGroupFailoverCriteria;
  readonly Id?: string;
  readonly Members?: CloudFront_Distribution_OriginGroupMembers;
  /** default | media-quality-based */
  readonly SelectionCriteria?: string;
}
interface CloudFront_Distribution_CustomOriginConfig {
  readonly HTTPPort?: number;
  readonly HTTPSPort?: number;
  /** ipv4 | ipv6 | dualstack */
  readonly IpAddressType?: string;
  readonly OriginKeepaliveTimeout?: number;
  readonly OriginMtlsConfig?: CloudFront_Distribution_OriginMtlsConfig;
  readonly OriginProtocolPolicy?: string;
  readonly OriginReadTimeout?: number;
  readonly OriginSSLProtocols?: readonly string[];
}
interface CloudFront_Distribution_OriginCustomHeader {
  readonly HeaderName?: string;
  readonly HeaderValue?: string;
}
interface CloudFront_Distribution_OriginShield {
  readonly Enabled?: boolean;
  readonly OriginShieldRegion?: string;
}
interface CloudFront_Distribution_S3OriginConfig {
  readonly OriginAccessIdentity?: string;
  readonly OriginReadTimeout?: number;
}
interface CloudFront_Distribution_VpcOriginConfig {
  readonly OriginKeepaliveTimeout?: number;
  readonly OriginReadTimeout?: number;
  readonly OwnerAccountId?: string;
  readonly VpcOriginId?: string;
}
interface CloudFront_Distribution_GeoRestriction {
  readonly Locations?: readonly string[];
  readonly RestrictionType?: string;
}
interface CloudFront_Distribution_ParameterDefinition {
  readonly Definition?: CloudFront_Distribution_Definition;
  readonly Name?: string;
}
interface CloudFront_Distribution_TrustStoreConfig {
  readonly AdvertiseTrustStoreCaNames?: boolean;
  readonly IgnoreCertificateExpiry?: boolean;
  readonly TrustStoreId?: string;
}
interface CloudFront_Distribution_Cookies {
  readonly Forward?: string;
  readonly WhitelistedNames?: readonly string[];
}
interface CloudFront_Distribution_OriginGroupFailoverCriteria {
  readonly StatusCodes?: CloudFront_Distribution_StatusCodes;
}
interface CloudFront_Distribution_OriginGroupMembers {
  readonly Items?: readonly CloudFront_Distribution_OriginGroupMember[];
  readonly Quantity?: number;
}
interface CloudFront_Distribution_OriginMtlsConfig {
  readonly ClientCertificateArn?: string;
}
interface CloudFront_Distribution_Definition {
  readonly StringSchema?: CloudFront_Distribution_StringSchema;
}
interface CloudFront_Distribution_StatusCodes {
  readonly Items?: readonly number[];
  readonly Quantity?: number;
}
interface CloudFront_Distribution_OriginGroupMember {
  readonly OriginId?: string;
}
interface CloudFront_Distribution_StringSchema {
  readonly Comment?: string;
  readonly DefaultValue?: string;
  readonly Required?: boolean;
}
interface CloudFront_DistributionTenant {
  readonly ConnectionGroupId?: string;
  readonly Customizations?: CloudFront_DistributionTenant_Customizations;
  readonly DistributionId?: string;
  readonly Domains?: readonly string[];
  readonly Enabled?: boolean;
  readonly ManagedCertificateRequest?: CloudFront_DistributionTenant_ManagedCertificateRequest;
  readonly Name?: string;
  readonly Parameters?: readonly CloudFront_DistributionTenant_Parameter[];
  readonly Tags?: readonly Tag[];
}
interface CloudFront_DistributionTenant_Customizations {
  readonly Certificate?: CloudFront_DistributionTenant_Certificate;
  readonly GeoRestrictions?: CloudFront_DistributionTenant_GeoRestrictionCustomization;
  readonly WebAcl?: CloudFront_DistributionTenant_WebAclCustomization;
}
interface CloudFront_DistributionTenant_ManagedCertificateRequest {
  /** enabled | disabled */
  readonly CertificateTransparencyLoggingPreference?: string;
  readonly PrimaryDomainName?: string;
  /** cloudfront | self-hosted */
  readonly ValidationTokenHost?: string;
}
interface CloudFront_DistributionTenant_Parameter {
  readonly Name?: string;
  readonly Value?: string;
}
interface CloudFront_DistributionTenant_Certificate {
  readonly Arn?: string;
}
interface CloudFront_DistributionTenant_GeoRestrictionCustomization {
  readonly Locations?: readonly string[];
  /** blacklist | whitelist | none */
  readonly RestrictionType?: string;
}
interface CloudFront_DistributionTenant_WebAclCustomization {
  /** override | disable */
  readonly Action?: string;
  readonly Arn?: string;
}
interface CloudFront_FieldLevelEncryptionProfile {
  readonly FieldLevelEncryptionProfileConfig?: CloudFront_FieldLevelEncryptionProfile_FieldLevelEncryptionProfileConfig;
}
interface CloudFront_FieldLevelEncryptionProfile_FieldLevelEncryptionProfileConfig {
  readonly CallerReference?: string;
  readonly Comment?: string;
  readonly EncryptionEntities?: readonly CloudFront_FieldLevelEncryptionProfile_EncryptionEntity[];
  readonly Name?: string;
}
interface CloudFront_FieldLevelEncryptionProfile_EncryptionEntity {
  readonly FieldPatterns?: readonly string[];
  readonly ProviderId?: string;
  readonly PublicKeyId?: string;
}
interface CloudFront_Function {
  readonly AutoPublish?: boolean;
  readonly FunctionCode?: string;
  readonly FunctionConfig?: CloudFront_Function_FunctionConfig;
  readonly FunctionMetadata?: CloudFront_Function_FunctionMetadata;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface CloudFront_Function_FunctionConfig {
  readonly Comment?: string;
  readonly KeyValueStoreAssociations?: readonly CloudFront_Function_KeyValueStoreAssociation[];
  readonly Runtime?: string;
}
interface CloudFront_Function_FunctionMetadata {
  readonly FunctionARN?: string;
}
interface CloudFront_Function_KeyValueStoreAssociation {
  readonly KeyValueStoreARN?: string;
}
interface CloudFront_KeyGroup {
  readonly KeyGroupConfig?: CloudFront_KeyGroup_KeyGroupConfig;
}
interface CloudFront_KeyGroup_KeyGroupConfig {
  readonly Comment?: string;
  readonly Items?: readonly string[];
  readonly Name?: string;
}
interface CloudFront_KeyValueStore {
  readonly Comment?: string;
  readonly ImportSource?: CloudFront_KeyValueStore_ImportSource;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface CloudFront_KeyValueStore_ImportSource {
  readonly SourceArn?: string;
  readonly SourceType?: string;
}
interface CloudFront_MonitoringSubscription {
  readonly DistributionId?: string;
  readonly MonitoringSubscription?: CloudFront_MonitoringSubscription_MonitoringSubscription;
}
interface CloudFront_MonitoringSubscription_MonitoringSubscription {
  readonly RealtimeMetricsSubscriptionConfig?: CloudFront_MonitoringSubscription_RealtimeMetricsSubscriptionConfig;
}
interface CloudFront_MonitoringSubscription_RealtimeMetricsSubscriptionConfig {
  /** Enabled | Disabled */
  readonly RealtimeMetricsSubscriptionStatus?: string;
}
interface CloudFront_OriginAccessControl {
  readonly OriginAccessControlConfig?: CloudFront_OriginAccessControl_OriginAccessControlConfig;
}
interface CloudFront_OriginAccessControl_OriginAccessControlConfig {
  readonly Description?: string;
  readonly Name?: string;
  readonly OriginAccessControlOriginType?: string;
  readonly SigningBehavior?: string;
  readonly SigningProtocol?: string;
}
interface CloudFront_OriginRequestPolicy {
  readonly OriginRequestPolicyConfig?: CloudFront_OriginRequestPolicy_OriginRequestPolicyConfig;
}
interface CloudFront_OriginRequestPolicy_OriginRequestPolicyConfig {
  readonly Comment?: string;
  readonly CookiesConfig?: CloudFront_OriginRequestPolicy_CookiesConfig;
  readonly HeadersConfig?: CloudFront_OriginRequestPolicy_HeadersConfig;
  readonly Name?: string;
  readonly QueryStringsConfig?: CloudFront_OriginRequestPolicy_QueryStringsConfig;
}
interface CloudFront_OriginRequestPolicy_CookiesConfig {
  readonly CookieBehavior?: string;
  readonly Cookies?: readonly string[];
}
interface CloudFront_OriginRequestPolicy_HeadersConfig {
  readonly HeaderBehavior?: string;
  readonly Headers?: readonly string[];
}
interface CloudFront_OriginRequestPolicy_QueryStringsConfig {
  readonly QueryStringBehavior?: string;
  readonly QueryStrings?: readonly string[];
}
interface CloudFront_PublicKey {
  readonly PublicKeyConfig?: CloudFront_PublicKey_PublicKeyConfig;
}
interface CloudFront_PublicKey_PublicKeyConfig {
  readonly CallerReference?: string;
  readonly Comment?: string;
  readonly EncodedKey?: string;
  readonly Name?: string;
}
interface CloudFront_RealtimeLogConfig {
  readonly EndPoints?: readonly CloudFront_RealtimeLogConfig_EndPoint[];
  readonly Fields?: readonly string[];
  readonly Name?: string;
  readonly SamplingRate?: number;
}
interface CloudFront_RealtimeLogConfig_EndPoint {
  readonly KinesisStreamConfig?: CloudFront_RealtimeLogConfig_KinesisStreamConfig;
  readonly StreamType?: string;
}
interface CloudFront_RealtimeLogConfig_KinesisStreamConfig {
  readonly RoleArn?: string;
  readonly StreamArn?: string;
}
interface CloudFront_ResponseHeadersPolicy {
  readonly ResponseHeadersPolicyConfig?: CloudFront_ResponseHeadersPolicy_ResponseHeadersPolicyConfig;
}
interface CloudFront_ResponseHeadersPolicy_ResponseHeadersPolicyConfig {
  readonly Comment?: string;
  readonly CorsConfig?: CloudFront_ResponseHeadersPolicy_CorsConfig;
  readonly CustomHeadersConfig?: CloudFront_ResponseHeadersPolicy_CustomHeadersConfig;
  readonly Name?: string;
  readonly RemoveHeadersConfig?: CloudFront_ResponseHeadersPolicy_RemoveHeadersConfig;
  readonly SecurityHeadersConfig?: CloudFront_ResponseHeadersPolicy_SecurityHeadersConfig;
  readonly ServerTimingHeadersConfig?: CloudFront_ResponseHeadersPolicy_ServerTimingHeadersConfig;
}
interface CloudFront_ResponseHeadersPolicy_CorsConfig {
  readonly AccessControlAllowCredentials?: boolean;
  readonly AccessControlAllowHeaders?: CloudFront_ResponseHeadersPolicy_AccessControlAllowHeaders;
  readonly AccessControlAllowMethods?: CloudFront_ResponseHeadersPolicy_AccessControlAllowMethods;
  readonly AccessControlAllowOrigins?: CloudFront_ResponseHeadersPolicy_AccessControlAllowOrigins;
  readonly AccessControlExposeHeaders?: CloudFront_ResponseHeadersPolicy_AccessControlExposeHeaders;
  readonly AccessControlMaxAgeSec?: number;
  readonly OriginOverride?: boolean;
}
interface CloudFront_ResponseHeadersPolicy_CustomHeadersConfig {
  readonly Items?: readonly CloudFront_ResponseHeadersPolicy_CustomHeader[];
}
interface CloudFront_ResponseHeadersPolicy_RemoveHeadersConfig {
  readonly Items?: readonly CloudFront_ResponseHeadersPolicy_RemoveHeader[];
}
interface CloudFront_ResponseHeadersPolicy_SecurityHeadersConfig {
  readonly ContentSecurityPolicy?: CloudFront_ResponseHeadersPolicy_ContentSecurityPolicy;
  readonly ContentTypeOptions?: CloudFront_ResponseHeadersPolicy_ContentTypeOptions;
  readonly FrameOptions?: CloudFront_ResponseHeadersPolicy_FrameOptions;
  readonly ReferrerPolicy?: CloudFront_ResponseHeadersPolicy_ReferrerPolicy;
  readonly StrictTransportSecurity?: CloudFront_ResponseHeadersPolicy_StrictTransportSecurity;
  readonly XSSProtection?: CloudFront_ResponseHeadersPolicy_XSSProtection;
}
interface CloudFront_ResponseHeadersPolicy_ServerTimingHeadersConfig {
  readonly Enabled?: boolean;
  readonly SamplingRate?: number;
}
interface CloudFront_ResponseHeadersPolicy_AccessControlAllowHeaders {
  readonly Items?: readonly string[];
}
interface CloudFront_ResponseHeadersPolicy_AccessControlAllowMethods {
  readonly Items?: readonly string[];
}
interface CloudFront_ResponseHeadersPolicy_AccessControlAllowOrigins {
  readonly Items?: readonly string[];
}
interface CloudFront_ResponseHeadersPolicy_AccessControlExposeHeaders {
  readonly Items?: readonly string[];
}
interface CloudFront_ResponseHeadersPolicy_CustomHeader {
  readonly Header?: string;
  readonly Override?: boolean;
  readonly Value?: string;
}
interface CloudFront_ResponseHeadersPolicy_RemoveHeader {
  readonly Header?: string;
}
interface CloudFront_ResponseHeadersPolicy_ContentSecurityPolicy {
  readonly ContentSecurityPolicy?: string;
  readonly Override?: boolean;
}
interface CloudFront_ResponseHeadersPolicy_ContentTypeOptions {
  readonly Override?: boolean;
}
interface CloudFront_ResponseHeadersPolicy_FrameOptions {
  readonly FrameOption?: string;
  readonly Override?: boolean;
}
interface CloudFront_ResponseHeadersPolicy_ReferrerPolicy {
  readonly Override?: boolean;
  readonly ReferrerPolicy?: string;
}
interface CloudFront_ResponseHeadersPolicy_StrictTransportSecurity {
  readonly AccessControlMaxAgeSec?: number;
  readonly IncludeSubdomains?: boolean;
  readonly Override?: boolean;
  readonly Preload?: boolean;
}
interface CloudFront_ResponseHeadersPolicy_XSSProtection {
  readonly ModeBlock?: boolean;
  readonly Override?: boolean;
  readonly Protection?: boolean;
  readonly ReportUri?: string;
}
interface CloudFront_StreamingDistribution {
  readonly StreamingDistributionConfig?: CloudFront_StreamingDistribution_StreamingDistributionConfig;
  readonly Tags?: readonly Tag[];
}
interface CloudFront_StreamingDistribution_StreamingDistributionConfig {
  readonly Aliases?: readonly string[];
  readonly Comment?: string;
  readonly Enabled?: boolean;
  readonly Logging?: CloudFront_StreamingDistribution_Logging;
  readonly PriceClass?: string;
  readonly S3Origin?: CloudFront_StreamingDistribution_S3Origin;
  readonly TrustedSigners?: CloudFront_StreamingDistribution_TrustedSigners;
}
interface CloudFront_StreamingDistribution_Logging {
  readonly Bucket?: string;
  readonly Enabled?: boolean;
  readonly Prefix?: string;
}
interface CloudFront_StreamingDistribution_S3Origin {
  readonly DomainName?: string;
  readonly OriginAccessIdentity?: string;
}
interface CloudFront_StreamingDistribution_TrustedSigners {
  readonly AwsAccountNumbers?: readonly string[];
  readonly Enabled?: boolean;
}
interface CloudFront_TrustStore {
  readonly CaCertificatesBundleSource?: CloudFront_TrustStore_CaCertificatesBundleSource;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
  readonly UseClientCertificateOCSPEndpoint?: boolean;
}
interface CloudFront_TrustStore_CaCertificatesBundleSource {
  readonly CaCertificatesBundleS3Location?: CloudFront_TrustStore_CaCertificatesBundleS3Location;
}
interface CloudFront_TrustStore_CaCertificatesBundleS3Location {
  readonly Bucket?: string;
  readonly Key?: string;
  readonly Region?: string;
  readonly Version?: string;
}
interface CloudFront_VpcOrigin {
  readonly Tags?: readonly Tag[];
  readonly VpcOriginEndpointConfig?: CloudFront_VpcOrigin_VpcOriginEndpointConfig;
}
interface CloudFront_VpcOrigin_VpcOriginEndpointConfig {
  readonly Arn?: string;
  readonly HTTPPort?: number;
  readonly HTTPSPort?: number;
  /** ipv4 | dualstack */
  readonly IpAddressType?: string;
  readonly Name?: string;
  readonly OriginProtocolPolicy?: string;
  readonly OriginSSLProtocols?: readonly string[];
}
interface CloudTrail_EventDataStore {
  readonly AdvancedEventSelectors?: readonly CloudTrail_EventDataStore_AdvancedEventSelector[];
  readonly BillingMode?: string;
  readonly ContextKeySelectors?: readonly CloudTrail_EventDataStore_ContextKeySelector[];
  readonly FederationEnabled?: boolean;
  readonly FederationRoleArn?: string;
  readonly IngestionEnabled?: boolean;
  readonly InsightSelectors?: readonly CloudTrail_EventDataStore_InsightSelector[];
  readonly InsightsDestination?: string;
  readonly KmsKeyId?: string;
  /** Standard | Large */
  readonly MaxEventSize?: string;
  readonly MultiRegionEnabled?: boolean;
  readonly Name?: string;
  readonly OrganizationEnabled?: boolean;
  readonly RetentionPeriod?: number;
  readonly Tags?: readonly Tag[];
  readonly TerminationProtectionEnabled?: boolean;
}
interface CloudTrail_EventDataStore_AdvancedEventSelector {
  readonly FieldSelectors?: readonly CloudTrail_EventDataStore_AdvancedFieldSelector[];
  readonly Name?: string;
}
interface CloudTrail_EventDataStore_ContextKeySelector {
  readonly Equals?: readonly string[];
  /** RequestContext | TagContext */
  readonly Type?: string;
}
interface CloudTrail_EventDataStore_InsightSelector {
  readonly InsightType?: string;
}
interface CloudTrail_EventDataStore_AdvancedFieldSelector {
  readonly EndsWith?: readonly string[];
  readonly Equals?: readonly string[];
  readonly Field?: string;
  readonly NotEndsWith?: readonly string[];
  readonly NotEquals?: readonly string[];
  readonly NotStartsWith?: readonly string[];
  readonly StartsWith?: readonly string[];
}
interface CloudTrail_Trail {
  readonly AdvancedEventSelectors?: readonly CloudTrail_Trail_AdvancedEventSelector[];
  readonly AggregationConfigurations?: readonly CloudTrail_Trail_AggregationConfiguration[];
  readonly CloudWatchLogsLogGroupArn?: string;
  readonly CloudWatchLogsRoleArn?: string;
  readonly EnableLogFileValidation?: boolean;
  readonly EventSelectors?: readonly CloudTrail_Trail_EventSelector[];
  readonly IncludeGlobalServiceEvents?: boolean;
  readonly InsightSelectors?: readonly CloudTrail_Trail_InsightSelector[];
  readonly IsLogging?: boolean;
  readonly IsMultiRegionTrail?: boolean;
  readonly IsOrganizationTrail?: boolean;
  readonly KMSKeyId?: string;
  readonly S3BucketName?: string;
  readonly S3KeyPrefix?: string;
  readonly SnsTopicName?: string;
  readonly Tags?: readonly Tag[];
  readonly TrailName?: string;
}
interface CloudTrail_Trail_AdvancedEventSelector {
  readonly FieldSelectors?: readonly CloudTrail_Trail_AdvancedFieldSelector[];
  readonly Name?: string;
}
interface CloudTrail_Trail_AggregationConfiguration {
  /** Data */
  readonly EventCategory?: string;
  readonly Templates?: readonly string[];
}
interface CloudTrail_Trail_EventSelector {
  readonly DataResources?: readonly CloudTrail_Trail_DataResource[];
  readonly ExcludeManagementEventSources?: readonly string[];
  readonly IncludeManagementEvents?: boolean;
  /** All | ReadOnly | WriteOnly */
  readonly ReadWriteType?: string;
}
interface CloudTrail_Trail_InsightSelector {
  readonly EventCategories?: readonly string[];
  readonly InsightType?: string;
}
interface CloudTrail_Trail_AdvancedFieldSelector {
  readonly EndsWith?: readonly string[];
  readonly Equals?: readonly string[];
  readonly Field?: string;
  readonly NotEndsWith?: readonly string[];
  readonly NotEquals?: readonly string[];
  readonly NotStartsWith?: readonly string[];
  readonly StartsWith?: readonly string[];
}
interface CloudTrail_Trail_DataResource {
  readonly Type?: string;
  readonly Values?: readonly string[];
}
interface CloudWatch_Alarm {
  readonly ActionsEnabled?: boolean;
  readonly AlarmActions?: readonly string[];
  readonly AlarmDescription?: string;
  readonly AlarmName?: string;
  readonly ComparisonOperator?: string;
  readonly DatapointsToAlarm?: number;
  readonly Dimensions?: readonly CloudWatch_Alarm_Dimension[];
  readonly EvaluateLowSampleCountPercentile?: string;
  readonly EvaluationCriteria?: CloudWatch_Alarm_EvaluationCriteria;
  readonly EvaluationInterval?: number;
  readonly EvaluationPeriods?: number;
  readonly EvaluationWindow?: CloudWatch_Alarm_EvaluationWindow;
  readonly ExtendedStatistic?: string;
  readonly InsufficientDataActions?: readonly string[];
  readonly MetricName?: string;
  readonly Metrics?: readonly CloudWatch_Alarm_MetricDataQuery[];
  readonly Namespace?: string;
  readonly OKActions?: readonly string[];
  readonly Period?: number;
  readonly Statistic?: string;
  readonly Tags?: readonly Tag[];
  readonly Threshold?: number;
  readonly ThresholdMetricId?: string;
  readonly TreatMissingData?: string;
  readonly Unit?: string;
  readonly WarmUpConfiguration?: CloudWatch_Alarm_WarmUpConfiguration;
}
interface CloudWatch_Alarm_Dimension {
  readonly Name?: string;
  readonly Value?: string;
}
interface CloudWatch_Alarm_EvaluationCriteria {
  readonly PromQLCriteria?: CloudWatch_Alarm_AlarmPromQLCriteria;
}
interface CloudWatch_Alarm_EvaluationWindow {
  readonly SlidingWindow?: Json;
  readonly WallClockWindow?: CloudWatch_Alarm_WallClockWindow;
}
interface CloudWatch_Alarm_MetricDataQuery {
  readonly AccountId?: string;
  readonly Expression?: string;
  readonly Id?: string;
  readonly Label?: string;
  readonly MetricStat?: CloudWatch_Alarm_MetricStat;
  readonly Period?: number;
  readonly ReturnData?: boolean;
}
interface CloudWatch_Alarm_WarmUpConfiguration {
  readonly OnlyStartEvaluatingAfterWarmUpPeriodEnds?: boolean;
  readonly WarmUpPeriodDurationInMinutes?: number;
}
interface CloudWatch_Alarm_AlarmPromQLCriteria {
  readonly PendingPeriod?: number;
  readonly Query?: string;
  readonly RecoveryPeriod?: number;
}
interface CloudWatch_Alarm_WallClockWindow {
  readonly Timezone?: string;
}
interface CloudWatch_Alarm_MetricStat {
  readonly Metric?: CloudWatch_Alarm_Metric;
  readonly Period?: number;
  readonly Stat?: string;
  readonly Unit?: string;
}
interface CloudWatch_Alarm_Metric {
  readonly Dimensions?: readonly CloudWatch_Alarm_Dimension[];
  readonly MetricName?: string;
  readonly Namespace?: string;
}
interface CloudWatch_CompositeAlarm {
  readonly ActionsEnabled?: boolean;
  readonly ActionsSuppressor?: string;
  readonly ActionsSuppressorExtensionPeriod?: number;
  readonly ActionsSuppressorWaitPeriod?: number;
  readonly AlarmActions?: readonly string[];
  readonly AlarmDescription?: string;
  readonly AlarmName?: string;
  readonly AlarmRule?: string;
  readonly InsufficientDataActions?: readonly string[];
  readonly OKActions?: readonly string[];
  readonly Tags?: readonly Tag[];
}
interface CodeArtifact_Domain {
  readonly DomainName?: string;
  readonly EncryptionKey?: string;
  readonly PermissionsPolicyDocument?: Json;
  readonly Tags?: readonly Tag[];
}
interface CodeArtifact_Repository {
  readonly Description?: string;
  readonly DomainName?: string;
  readonly DomainOwner?: string;
  readonly ExternalConnections?: readonly string[];
  readonly PermissionsPolicyDocument?: Json;
  readonly RepositoryName?: string;
  readonly Tags?: readonly Tag[];
  readonly Upstreams?: readonly string[];
}
interface CodeBuild_Project {
  readonly Artifacts?: CodeBuild_Project_Artifacts;
  readonly AutoRetryLimit?: number;
  readonly BadgeEnabled?: boolean;
  readonly BuildBatchConfig?: CodeBuild_Project_ProjectBuildBatchConfig;
  readonly Cache?: CodeBuild_Project_ProjectCache;
  readonly ConcurrentBuildLimit?: number;
  readonly Description?: string;
  readonly EncryptionKey?: string;
  readonly Environment?: CodeBuild_Project_Environment;
  readonly FileSystemLocations?: readonly CodeBuild_Project_ProjectFileSystemLocation[];
  readonly LogsConfig?: CodeBuild_Project_LogsConfig;
  readonly Name?: string;
  readonly QueuedTimeoutInMinutes?: number;
  readonly ResourceAccessRole?: string;
  readonly SecondaryArtifacts?: readonly CodeBuild_Project_Artifacts[];
  readonly SecondarySourceVersions?: readonly CodeBuild_Project_ProjectSourceVersion[];
  readonly SecondarySources?: readonly CodeBuild_Project_Source[];
  readonly ServiceRole?: string;
  readonly Source?: CodeBuild_Project_Source;
  readonly SourceVersion?: string;
  readonly Tags?: readonly Tag[];
  readonly TimeoutInMinutes?: number;
  readonly Triggers?: CodeBuild_Project_ProjectTriggers;
  readonly Visibility?: string;
  readonly VpcConfig?: CodeBuild_Project_VpcConfig;
}
interface CodeBuild_Project_Artifacts {
  readonly ArtifactIdentifier?: string;
  readonly EncryptionDisabled?: boolean;
  readonly Location?: string;
  readonly Name?: string;
  readonly NamespaceType?: string;
  readonly OverrideArtifactName?: boolean;
  readonly Packaging?: string;
  readonly Path?: string;
  readonly Type?: string;
}
interface CodeBuild_Project_ProjectBuildBatchConfig {
  readonly BatchReportMode?: string;
  readonly CombineArtifacts?: boolean;
  readonly Restrictions?: CodeBuild_Project_BatchRestrictions;
  readonly ServiceRole?: string;
  readonly TimeoutInMins?: number;
}
interface CodeBuild_Project_ProjectCache {
  readonly CacheNamespace?: string;
  readonly Location?: string;
  readonly Modes?: readonly string[];
  readonly Type?: string;
}
interface CodeBuild_Project_Environment {
  readonly Certificate?: string;
  readonly ComputeType?: string;
  readonly DockerServer?: CodeBuild_Project_DockerServer;
  readonly EnvironmentVariables?: readonly CodeBuild_Project_EnvironmentVariable[];
  readonly Fleet?: CodeBuild_Project_ProjectFleet;
  readonly HostKernel?: string;
  readonly Image?: string;
  readonly ImagePullCredentialsType?: string;
  readonly PrivilegedMode?: boolean;
  readonly RegistryCredential?: CodeBuild_Project_RegistryCredential;
  readonly Type?: string;
}
interface CodeBuild_Project_ProjectFileSystemLocation {
  readonly Identifier?: string;
  readonly Location?: string;
  readonly MountOptions?: string;
  readonly MountPoint?: string;
  readonly Type?: string;
}
interface CodeBuild_Project_LogsConfig {
  readonly CloudWatchLogs?: CodeBuild_Project_CloudWatchLogsConfig;
  readonly S3Logs?: CodeBuild_Project_S3LogsConfig;
}
interface CodeBuild_Project_ProjectSourceVersion {
  readonly SourceIdentifier?: string;
  readonly SourceVersion?: string;
}
interface CodeBuild_Project_Source {
  readonly Auth?: CodeBuild_Project_SourceAuth;
  readonly BuildSpec?: string;
  readonly BuildStatusConfig?: CodeBuild_Project_BuildStatusConfig;
  readonly GitCloneDepth?: number;
  readonly GitSubmodulesConfig?: CodeBuild_Project_GitSubmodulesConfig;
  readonly InsecureSsl?: boolean;
  readonly Location?: string;
  readonly ReportBuildStatus?: boolean;
  readonly SourceIdentifier?: string;
  readonly Type?: string;
}
interface CodeBuild_Project_ProjectTriggers {
  readonly BuildType?: string;
  readonly FilterGroups?: readonly (readonly CodeBuild_Project_WebhookFilter[])[];
  readonly PullRequestBuildPolicy?: CodeBuild_Project_PullRequestBuildPolicy;
  readonly ScopeConfiguration?: CodeBuild_Project_ScopeConfiguration;
  readonly Webhook?: boolean;
}
interface CodeBuild_Project_VpcConfig {
  readonly SecurityGroupIds?: readonly string[];
  readonly Subnets?: readonly string[];
  readonly VpcId?: string;
}
interface CodeBuild_Project_BatchRestrictions {
  readonly ComputeTypesAllowed?: readonly string[];
  readonly MaximumBuildsAllowed?: number;
}
interface CodeBuild_Project_DockerServer {
  readonly ComputeType?: string;
  readonly SecurityGroupIds?: readonly string[];
}
interface CodeBuild_Project_EnvironmentVariable {
  readonly Name?: string;
  readonly Type?: string;
  readonly Value?: string;
}
interface CodeBuild_Project_ProjectFleet {
  readonly FleetArn?: string;
}
interface CodeBuild_Project_RegistryCredential {
  readonly Credential?: string;
  readonly CredentialProvider?: string;
}
interface CodeBuild_Project_CloudWatchLogsConfig {
  readonly GroupName?: string;
  readonly Status?: string;
  readonly StreamName?: string;
}
interface CodeBuild_Project_S3LogsConfig {
  readonly EncryptionDisabled?: boolean;
  readonly Location?: string;
  readonly Status?: string;
}
interface CodeBuild_Project_SourceAuth {
  readonly Resource?: string;
  readonly Type?: string;
}
interface CodeBuild_Project_BuildStatusConfig {
  readonly Context?: string;
  readonly TargetUrl?: string;
}
interface CodeBuild_Project_GitSubmodulesConfig {
  readonly FetchSubmodules?: boolean;
}
interface CodeBuild_Project_WebhookFilter {
  readonly ExcludeMatchedPattern?: boolean;
  readonly Pattern?: string;
  readonly Type?: string;
}
interface CodeBuild_Project_PullRequestBuildPolicy {
  readonly ApproverRoles?: readonly string[];
  readonly RequiresCommentApproval?: string;
}
interface CodeBuild_Project_ScopeConfiguration {
  readonly Domain?: string;
  readonly Name?: string;
  readonly Scope?: string;
}
interface CodeDeploy_Application {
  readonly ApplicationName?: string;
  readonly ComputePlatform?: string;
  readonly Tags?: readonly Tag[];
}
interface CodeDeploy_DeploymentGroup {
  readonly AlarmConfiguration?: CodeDeploy_DeploymentGroup_AlarmConfiguration;
  readonly ApplicationName?: string;
  readonly AutoRollbackConfiguration?: CodeDeploy_DeploymentGroup_AutoRollbackConfiguration;
  readonly AutoScalingGroups?: readonly string[];
  readonly BlueGreenDeploymentConfiguration?: CodeDeploy_DeploymentGroup_BlueGreenDeploymentConfiguration;
  readonly Deployment?: CodeDeploy_DeploymentGroup_Deployment;
  readonly DeploymentConfigName?: string;
  readonly DeploymentGroupName?: string;
  readonly DeploymentStyle?: CodeDeploy_DeploymentGroup_DeploymentStyle;
  readonly ECSServices?: readonly CodeDeploy_DeploymentGroup_ECSService[];
  readonly Ec2TagFilters?: readonly CodeDeploy_DeploymentGroup_EC2TagFilter[];
  readonly Ec2TagSet?: CodeDeploy_DeploymentGroup_EC2TagSet;
  readonly LoadBalancerInfo?: CodeDeploy_DeploymentGroup_LoadBalancerInfo;
  readonly OnPremisesInstanceTagFilters?: readonly CodeDeploy_DeploymentGroup_TagFilter[];
  readonly OnPremisesTagSet?: CodeDeploy_DeploymentGroup_OnPremisesTagSet;
  readonly OutdatedInstancesStrategy?: string;
  readonly ServiceRoleArn?: string;
  readonly Tags?: readonly Tag[];
  readonly TerminationHookEnabled?: boolean;
  readonly TriggerConfigurations?: readonly CodeDeploy_DeploymentGroup_TriggerConfig[];
}
interface CodeDeploy_DeploymentGroup_AlarmConfiguration {
  readonly Alarms?: readonly CodeDeploy_DeploymentGroup_Alarm[];
  readonly Enabled?: boolean;
  readonly IgnorePollAlarmFailure?: boolean;
}
interface CodeDeploy_DeploymentGroup_AutoRollbackConfiguration {
  readonly Enabled?: boolean;
  readonly Events?: readonly string[];
}
interface CodeDeploy_DeploymentGroup_BlueGreenDeploymentConfiguration {
  readonly DeploymentReadyOption?: CodeDeploy_DeploymentGroup_DeploymentReadyOption;
  readonly GreenFleetProvisioningOption?: CodeDeploy_DeploymentGroup_GreenFleetProvisioningOption;
  readonly TerminateBlueInstancesOnDeploymentSuccess?: CodeDeploy_DeploymentGroup_BlueInstanceTerminationOption;
}
interface CodeDeploy_DeploymentGroup_Deployment {
  readonly Description?: string;
  readonly IgnoreApplicationStopFailures?: boolean;
  readonly Revision?: CodeDeploy_DeploymentGroup_RevisionLocation;
}
interface CodeDeploy_DeploymentGroup_DeploymentStyle {
  readonly DeploymentOption?: string;
  readonly DeploymentType?: string;
}
interface CodeDeploy_DeploymentGroup_ECSService {
  readonly ClusterName?: string;
  readonly ServiceName?: string;
}
interface CodeDeploy_DeploymentGroup_EC2TagFilter {
  readonly Key?: string;
  readonly Type?: string;
  readonly Value?: string;
}
interface CodeDeploy_DeploymentGroup_EC2TagSet {
  readonly Ec2TagSetList?: readonly CodeDeploy_DeploymentGroup_EC2TagSetListObject[];
}
interface CodeDeploy_DeploymentGroup_LoadBalancerInfo {
  readonly ElbInfoList?: readonly CodeDeploy_DeploymentGroup_ELBInfo[];
  readonly TargetGroupInfoList?: readonly CodeDeploy_DeploymentGroup_TargetGroupInfo[];
  readonly TargetGroupPairInfoList?: readonly CodeDeploy_DeploymentGroup_TargetGroupPairInfo[];
}
interface CodeDeploy_DeploymentGroup_TagFilter {
  readonly Key?: string;
  readonly Type?: string;
  readonly Value?: string;
}
interface CodeDeploy_DeploymentGroup_OnPremisesTagSet {
  readonly OnPremisesTagSetList?: readonly CodeDeploy_DeploymentGroup_OnPremisesTagSetListObject[];
}
interface CodeDeploy_DeploymentGroup_TriggerConfig {
  readonly TriggerEvents?: readonly string[];
  readonly TriggerName?: string;
  readonly TriggerTargetArn?: string;
}
interface CodeDeploy_DeploymentGroup_Alarm {
  readonly Name?: string;
}
interface CodeDeploy_DeploymentGroup_DeploymentReadyOption {
  readonly ActionOnTimeout?: string;
  readonly WaitTimeInMinutes?: number;
}
interface CodeDeploy_DeploymentGroup_GreenFleetProvisioningOption {
  readonly Action?: string;
}
interface CodeDeploy_DeploymentGroup_BlueInstanceTerminationOption {
  readonly Action?: string;
  readonly TerminationWaitTimeInMinutes?: number;
}
interface CodeDeploy_DeploymentGroup_RevisionLocation {
  readonly GitHubLocation?: CodeDeploy_DeploymentGroup_GitHubLocation;
  readonly RevisionType?: string;
  readonly S3Location?: CodeDeploy_DeploymentGroup_S3Location;
}
interface CodeDeploy_DeploymentGroup_EC2TagSetListObject {
  readonly Ec2TagGroup?: readonly CodeDeploy_DeploymentGroup_EC2TagFilter[];
}
interface CodeDeploy_DeploymentGroup_ELBInfo {
  readonly Name?: string;
}
interface CodeDeploy_DeploymentGroup_TargetGroupInfo {
  readonly Name?: string;
}
interface CodeDeploy_DeploymentGroup_TargetGroupPairInfo {
  readonly ProdTrafficRoute?: CodeDeploy_DeploymentGroup_TrafficRoute;
  readonly TargetGroups?: readonly CodeDeploy_DeploymentGroup_TargetGroupInfo[];
  readonly TestTrafficRoute?: CodeDeploy_DeploymentGroup_TrafficRoute;
}
interface CodeDeploy_DeploymentGroup_OnPremisesTagSetListObject {
  readonly OnPremisesTagGroup?: readonly CodeDeploy_DeploymentGroup_TagFilter[];
}
interface CodeDeploy_DeploymentGroup_GitHubLocation {
  readonly CommitId?: string;
  readonly Repository?: string;
}
interface CodeDeploy_DeploymentGroup_S3Location {
  readonly Bucket?: string;
  readonly BundleType?: string;
  readonly ETag?: string;
  readonly Key?: string;
  readonly Version?: string;
}
interface CodeDeploy_DeploymentGroup_TrafficRoute {
  readonly ListenerArns?: readonly string[];
}
interface CodePipeline_Pipeline {
  readonly ArtifactStore?: CodePipeline_Pipeline_ArtifactStore;
  readonly ArtifactStores?: readonly CodePipeline_Pipeline_ArtifactStoreMap[];
  readonly DisableInboundStageTransitions?: readonly CodePipeline_Pipeline_StageTransition[];
  /** QUEUED | SUPERSEDED | PARALLEL */
  readonly ExecutionMode?: string;
  readonly Name?: string;
  /** V1 | V2 */
  readonly PipelineType?: string;
  readonly RestartExecutionOnUpdate?: boolean;
  readonly RoleArn?: string;
  readonly Stages?: readonly CodePipeline_Pipeline_StageDeclaration[];
  readonly Tags?: readonly Tag[];
  readonly Triggers?: readonly CodePipeline_Pipeline_PipelineTriggerDeclaration[];
  readonly Variables?: readonly CodePipeline_Pipeline_VariableDeclaration[];
}
interface CodePipeline_Pipeline_ArtifactStore {
  readonly EncryptionKey?: CodePipeline_Pipeline_EncryptionKey;
  readonly Location?: string;
  /** S3 */
  readonly Type?: string;
}
interface CodePipeline_Pipeline_ArtifactStoreMap {
  readonly ArtifactStore?: CodePipeline_Pipeline_ArtifactStore;
  readonly Region?: string;
}
interface CodePipeline_Pipeline_StageTransition {
  readonly Reason?: string;
  readonly StageName?: string;
}
interface CodePipeline_Pipeline_StageDeclaration {
  readonly Actions?: readonly CodePipeline_Pipeline_ActionDeclaration[];
  readonly BeforeEntry?: CodePipeline_Pipeline_BeforeEntryConditions;
  readonly Blockers?: readonly CodePipeline_Pipeline_BlockerDeclaration[];
  readonly Name?: string;
  readonly OnFailure?: CodePipeline_Pipeline_FailureConditions;
  readonly OnSuccess?: CodePipeline_Pipeline_SuccessConditions;
}
interface CodePipeline_Pipeline_PipelineTriggerDeclaration {
  readonly GitConfiguration?: CodePipeline_Pipeline_GitConfiguration;
  /** CodeStarSourceConnection */
  readonly ProviderType?: string;
}
interface CodePipeline_Pipeline_VariableDeclaration {
  readonly DefaultValue?: string;
  readonly Description?: string;
  readonly Name?: string;
}
interface CodePipeline_Pipeline_EncryptionKey {
  readonly Id?: string;
  readonly Type?: string;
}
interface CodePipeline_Pipeline_ActionDeclaration {
  readonly ActionTypeId?: CodePipeline_Pipeline_ActionTypeId;
  readonly Commands?: readonly string[];
  readonly Configuration?: Json;
  readonly EnvironmentVariables?: readonly CodePipeline_Pipeline_EnvironmentVariable[];
  readonly InputArtifacts?: readonly CodePipeline_Pipeline_InputArtifact[];
  readonly Name?: string;
  readonly Namespace?: string;
  readonly OutputArtifacts?: readonly CodePipeline_Pipeline_OutputArtifact[];
  readonly OutputVariables?: readonly string[];
  readonly Region?: string;
  readonly RoleArn?: string;
  readonly RunOrder?: number;
  readonly TimeoutInMinutes?: number;
}
interface CodePipeline_Pipeline_BeforeEntryConditions {
  readonly Conditions?: readonly CodePipeline_Pipeline_Condition[];
}
interface CodePipeline_Pipeline_BlockerDeclaration {
  readonly Name?: string;
  /** Schedule */
  readonly Type?: string;
}
interface CodePipeline_Pipeline_FailureConditions {
  readonly Conditions?: readonly CodePipeline_Pipeline_Condition[];
  /** ROLLBACK | RETRY */
  readonly Result?: string;
  readonly RetryConfiguration?: CodePipeline_Pipeline_RetryConfiguration;
}
interface CodePipeline_Pipeline_SuccessConditions {
  readonly Conditions?: readonly CodePipeline_Pipeline_Condition[];
}
interface CodePipeline_Pipeline_GitConfiguration {
  readonly PullRequest?: readonly CodePipeline_Pipeline_GitPullRequestFilter[];
  readonly Push?: readonly CodePipeline_Pipeline_GitPushFilter[];
  readonly SourceActionName?: string;
}
interface CodePipeline_Pipeline_ActionTypeId {
  /** Source | Build | Test | Deploy | Invoke | Approval | Compute */
  readonly Category?: string;
  readonly Owner?: string;
  readonly Provider?: string;
  readonly Version?: string;
}
interface CodePipeline_Pipeline_EnvironmentVariable {
  readonly Name?: string;
  /** PLAINTEXT | SECRETS_MANAGER */
  readonly Type?: string;
  readonly Value?: string;
}
interface CodePipeline_Pipeline_InputArtifact {
  readonly Name?: string;
}
interface CodePipeline_Pipeline_OutputArtifact {
  readonly Files?: readonly string[];
  readonly Name?: string;
}
interface CodePipeline_Pipeline_Condition {
  readonly Result?: string;
  readonly Rules?: readonly CodePipeline_Pipeline_RuleDeclaration[];
}
interface CodePipeline_Pipeline_RetryConfiguration {
  /** ALL_ACTIONS | FAILED_ACTIONS */
  readonly RetryMode?: string;
}
interface CodePipeline_Pipeline_GitPullRequestFilter {
  readonly Branches?: CodePipeline_Pipeline_GitBranchFilterCriteria;
  readonly Events?: readonly string[];
  readonly FilePaths?: CodePipeline_Pipeline_GitFilePathFilterCriteria;
}
interface CodePipeline_Pipeline_GitPushFilter {
  readonly Branches?: CodePipeline_Pipeline_GitBranchFilterCriteria;
  readonly FilePaths?: CodePipeline_Pipeline_GitFilePathFilterCriteria;
  readonly Tags?: CodePipeline_Pipeline_GitTagFilterCriteria;
}
interface CodePipeline_Pipeline_RuleDeclaration {
  readonly Commands?: readonly string[];
  readonly Configuration?: Json;
  readonly InputArtifacts?: readonly CodePipeline_Pipeline_InputArtifact[];
  readonly Name?: string;
  readonly Region?: string;
  readonly RoleArn?: string;
  readonly RuleTypeId?: CodePipeline_Pipeline_RuleTypeId;
}
interface CodePipeline_Pipeline_GitBranchFilterCriteria {
  readonly Excludes?: readonly string[];
  readonly Includes?: readonly string[];
}
interface CodePipeline_Pipeline_GitFilePathFilterCriteria {
  readonly Excludes?: readonly string[];
  readonly Includes?: readonly string[];
}
interface CodePipeline_Pipeline_GitTagFilterCriteria {
  readonly Excludes?: readonly string[];
  readonly Includes?: readonly string[];
}
interface CodePipeline_Pipeline_RuleTypeId {
  readonly Category?: string;
  readonly Owner?: string;
  readonly Provider?: string;
  readonly Version?: string;
}
interface Cognito_IdentityPool {
  readonly AllowClassicFlow?: boolean;
  readonly AllowUnauthenticatedIdentities?: boolean;
  readonly CognitoEvents?: Json;
  readonly CognitoIdentityProviders?: readonly Cognito_IdentityPool_CognitoIdentityProvider[];
  readonly CognitoStreams?: Cognito_IdentityPool_CognitoStreams;
  readonly DeveloperProviderName?: string;
  readonly IdentityPoolName?: string;
  readonly IdentityPoolTags?: readonly Tag[];
  readonly OpenIdConnectProviderARNs?: readonly string[];
  readonly PushSync?: Cognito_IdentityPool_PushSync;
  readonly SamlProviderARNs?: readonly string[];
  readonly SupportedLoginProviders?: Json;
}
interface Cognito_IdentityPool_CognitoIdentityProvider {
  readonly ClientId?: string;
  readonly ProviderName?: string;
  readonly ServerSideTokenCheck?: boolean;
}
interface Cognito_IdentityPool_CognitoStreams {
  readonly RoleArn?: string;
  readonly StreamName?: string;
  readonly StreamingStatus?: string;
}
interface Cognito_IdentityPool_PushSync {
  readonly ApplicationArns?: readonly string[];
  readonly RoleArn?: string;
}
interface Cognito_IdentityPoolPrincipalTag {
  readonly IdentityPoolId?: string;
  readonly IdentityProviderName?: string;
  readonly PrincipalTags?: Json;
  readonly UseDefaults?: boolean;
}
interface Cognito_IdentityPoolRoleAttachment {
  readonly IdentityPoolId?: string;
  readonly RoleMappings?: { readonly [key: string]: Cognito_IdentityPoolRoleAttachment_RoleMapping };
  readonly Roles?: { readonly [key: string]: string };
}
interface Cognito_IdentityPoolRoleAttachment_RoleMapping {
  readonly AmbiguousRoleResolution?: string;
  readonly IdentityProvider?: string;
  readonly RulesConfiguration?: Cognito_IdentityPoolRoleAttachment_RulesConfigurationType;
  readonly Type?: string;
}
interface Cognito_IdentityPoolRoleAttachment_RulesConfigurationType {
  readonly Rules?: readonly Cognito_IdentityPoolRoleAttachment_MappingRule[];
}
interface Cognito_IdentityPoolRoleAttachment_MappingRule {
  readonly Claim?: string;
  readonly MatchType?: string;
  readonly RoleARN?: string;
  readonly Value?: string;
}
interface Cognito_LogDeliveryConfiguration {
  readonly LogConfigurations?: readonly Cognito_LogDeliveryConfiguration_LogConfiguration[];
  readonly UserPoolId?: string;
}
interface Cognito_LogDeliveryConfiguration_LogConfiguration {
  readonly CloudWatchLogsConfiguration?: Cognito_LogDeliveryConfiguration_CloudWatchLogsConfiguration;
  readonly EventSource?: string;
  readonly FirehoseConfiguration?: Cognito_LogDeliveryConfiguration_FirehoseConfiguration;
  readonly LogLevel?: string;
  readonly S3Configuration?: Cognito_LogDeliveryConfiguration_S3Configuration;
}
interface Cognito_LogDeliveryConfiguration_CloudWatchLogsConfiguration {
  readonly LogGroupArn?: string;
}
interface Cognito_LogDeliveryConfiguration_FirehoseConfiguration {
  readonly StreamArn?: string;
}
interface Cognito_LogDeliveryConfiguration_S3Configuration {
  readonly BucketArn?: string;
}
interface Cognito_ManagedLoginBranding {
  readonly Assets?: readonly Cognito_ManagedLoginBranding_AssetType[];
  readonly ClientId?: string;
  readonly ReturnMergedResources?: boolean;
  readonly Settings?: Json;
  readonly UseCognitoProvidedValues?: boolean;
  readonly UserPoolId?: string;
}
interface Cognito_ManagedLoginBranding_AssetType {
  readonly Bytes?: string;
  readonly Category?: string;
  /** LIGHT | DARK | DYNAMIC */
  readonly ColorMode?: string;
  /** ICO | JPEG | PNG | SVG | WEBP */
  readonly Extension?: string;
  readonly ResourceId?: string;
}
interface Cognito_Terms {
  readonly ClientId?: string;
  /** NONE */
  readonly Enforcement?: string;
  readonly Links?: { readonly [key: string]: string };
  readonly TermsName?: string;
  /** LINK */
  readonly TermsSource?: string;
  readonly UserPoolId?: string;
}
interface Cognito_UserPool {
  readonly AccountRecoverySetting?: Cognito_UserPool_AccountRecoverySetting;
  readonly AdminCreateUserConfig?: Cognito_UserPool_AdminCreateUserConfig;
  readonly AliasAttributes?: readonly string[];
  readonly AutoVerifiedAttributes?: readonly string[];
  readonly DeletionProtection?: string;
  readonly DeviceConfiguration?: Cognito_UserPool_DeviceConfiguration;
  readonly EmailAuthenticationMessage?: string;
  readonly EmailAuthenticationSubject?: string;
  readonly EmailConfiguration?: Cognito_UserPool_EmailConfiguration;
  readonly EmailVerificationMessage?: string;
  readonly EmailVerificationSubject?: string;
  readonly EnabledMfas?: readonly string[];
  readonly IssuerConfiguration?: Cognito_UserPool_IssuerConfiguration;
  readonly KeyConfiguration?: Cognito_UserPool_KeyConfiguration;
  readonly LambdaConfig?: Cognito_UserPool_LambdaConfig;
  readonly MfaConfiguration?: string;
  readonly Policies?: Cognito_UserPool_Policies;
  readonly Schema?: readonly Cognito_UserPool_SchemaAttribute[];
  readonly SmsAuthenticationMessage?: string;
  readonly SmsConfiguration?: Cognito_UserPool_SmsConfiguration;
  readonly SmsVerificationMessage?: string;
  readonly UserAttributeUpdateSettings?: Cognito_UserPool_UserAttributeUpdateSettings;
  readonly UserPoolAddOns?: Cognito_UserPool_UserPoolAddOns;
  readonly UserPoolName?: string;
  readonly UserPoolTags?: { readonly [key: string]: string };
  /** LITE | ESSENTIALS | PLUS */
  readonly UserPoolTier?: string;
  readonly UsernameAttributes?: readonly string[];
  readonly UsernameConfiguration?: Cognito_UserPool_UsernameConfiguration;
  readonly VerificationMessageTemplate?: Cognito_UserPool_VerificationMessageTemplate;
  /** SINGLE_FACTOR | MULTI_FACTOR_WITH_USER_VERIFICATION */
  readonly WebAuthnFactorConfiguration?: string;
  readonly WebAuthnRelyingPartyID?: string;
  readonly WebAuthnUserVerification?: string;
}
interface Cognito_UserPool_AccountRecoverySetting {
  readonly RecoveryMechanisms?: readonly Cognito_UserPool_RecoveryOption[];
}
interface Cognito_UserPool_AdminCreateUserConfig {
  readonly AllowAdminCreateUserOnly?: boolean;
  readonly InviteMessageTemplate?: Cognito_UserPool_InviteMessageTemplate;
  readonly UnusedAccountValidityDays?: number;
}
interface Cognito_UserPool_DeviceConfiguration {
  readonly ChallengeRequiredOnNewDevice?: boolean;
  readonly DeviceOnlyRememberedOnUserPrompt?: boolean;
}
interface Cognito_UserPool_EmailConfiguration {
  readonly ConfigurationSet?: string;
  readonly EmailSendingAccount?: string;
  readonly From?: string;
  readonly ReplyToEmailAddress?: string;
  readonly SourceArn?: string;
}
interface Cognito_UserPool_IssuerConfiguration {
  /** ORIGINAL | UPDATED */
  readonly Type?: string;
}
interface Cognito_UserPool_KeyConfiguration {
  /** AWS_OWNED_KEY | CUSTOMER_MANAGED_KEY */
  readonly KeyType?: string;
  readonly KmsKeyArn?: string;
}
interface Cognito_UserPool_LambdaConfig {
  readonly CreateAuthChallenge?: string;
  readonly CustomEmailSender?: Cognito_UserPool_CustomEmailSender;
  readonly CustomMessage?: string;
  readonly CustomSMSSender?: Cognito_UserPool_CustomSMSSender;
  readonly DefineAuthChallenge?: string;
  readonly InboundFederation?: Cognito_UserPool_InboundFederation;
  readonly KMSKeyID?: string;
  readonly PostAuthentication?: string;
  readonly PostConfirmation?: string;
  readonly PreAuthentication?: string;
  readonly PreSignUp?: string;
  readonly PreTokenGeneration?: string;
  readonly PreTokenGenerationConfig?: Cognito_UserPool_PreTokenGenerationConfig;
  readonly UserMigration?: string;
  readonly VerifyAuthChallengeResponse?: string;
}
interface Cognito_UserPool_Policies {
  readonly PasswordPolicy?: Cognito_UserPool_PasswordPolicy;
  readonly SignInPolicy?: Cognito_UserPool_SignInPolicy;
}
interface Cognito_UserPool_SchemaAttribute {
  readonly AttributeDataType?: string;
  readonly DeveloperOnlyAttribute?: boolean;
  readonly Mutable?: boolean;
  readonly Name?: string;
  readonly NumberAttributeConstraints?: Cognito_UserPool_NumberAttributeConstraints;
  readonly Required?: boolean;
  readonly StringAttributeConstraints?: Cognito_UserPool_StringAttributeConstraints;
}
interface Cognito_UserPool_SmsConfiguration {
  readonly EumsSms?: Cognito_UserPool_EumsSmsConfiguration;
  readonly ExternalId?: string;
  readonly SnsCallerArn?: string;
  readonly SnsRegion?: string;
}
interface Cognito_UserPool_UserAttributeUpdateSettings {
  readonly AttributesRequireVerificationBeforeUpdate?: readonly string[];
}
interface Cognito_UserPool_UserPoolAddOns {
  readonly AdvancedSecurityAdditionalFlows?: Cognito_UserPool_AdvancedSecurityAdditionalFlows;
  readonly AdvancedSecurityMode?: string;
}
interface Cognito_UserPool_UsernameConfiguration {
  readonly CaseSensitive?: boolean;
}
interface Cognito_UserPool_VerificationMessageTemplate {
  readonly DefaultEmailOption?: string;
  readonly EmailMessage?: string;
  readonly EmailMessageByLink?: string;
  readonly EmailSubject?: string;
  readonly EmailSubjectByLink?: string;
  readonly SmsMessage?: string;
}
interface Cognito_UserPool_RecoveryOption {
  readonly Name?: string;
  readonly Priority?: number;
}
interface Cognito_UserPool_InviteMessageTemplate {
  readonly EmailMessage?: string;
  readonly EmailSubject?: string;
  readonly SMSMessage?: string;
}
interface Cognito_UserPool_CustomEmailSender {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}
interface Cognito_UserPool_CustomSMSSender {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}
interface Cognito_UserPool_InboundFederation {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}
interface Cognito_UserPool_PreTokenGenerationConfig {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}
interface Cognito_UserPool_PasswordPolicy {
  readonly MinimumLength?: number;
  readonly PasswordHistorySize?: number;
  readonly RequireLowercase?: boolean;
  readonly RequireNumbers?: boolean;
  readonly RequireSymbols?: boolean;
  readonly RequireUppercase?: boolean;
  readonly TemporaryPasswordValidityDays?: number;
}
interface Cognito_UserPool_SignInPolicy {
  readonly AllowedFirstAuthFactors?: readonly string[];
}
interface Cognito_UserPool_NumberAttributeConstraints {
  readonly MaxValue?: string;
  readonly MinValue?: string;
}
interface Cognito_UserPool_StringAttributeConstraints {
  readonly MaxLength?: string;
  readonly MinLength?: string;
}
interface Cognito_UserPool_EumsSmsConfiguration {
  readonly CallerArn?: string;
  readonly ConfigurationSetName?: string;
  readonly ExternalId?: string;
  readonly InEntityId?: string;
  readonly InTemplateId?: string;
  readonly OriginationIdentity?: string;
  readonly Region?: string;
}
interface Cognito_UserPool_AdvancedSecurityAdditionalFlows {
  readonly CustomAuthMode?: string;
}
interface Cognito_UserPoolClient {
  readonly AccessTokenValidity?: number;
  readonly AllowedOAuthFlows?: readonly string[];
  readonly AllowedOAuthFlowsUserPoolClient?: boolean;
  readonly AllowedOAuthScopes?: readonly string[];
  readonly AnalyticsConfiguration?: Cognito_UserPoolClient_AnalyticsConfiguration;
  readonly AuthSessionValidity?: number;
  readonly CallbackURLs?: readonly string[];
  readonly ClientName?: string;
  readonly DefaultRedirectURI?: string;
  readonly EnablePropagateAdditionalUserContextData?: boolean;
  readonly EnableTokenRevocation?: boolean;
  readonly ExplicitAuthFlows?: readonly string[];
  readonly GenerateSecret?: boolean;
  readonly IdTokenValidity?: number;
  readonly LogoutURLs?: readonly string[];
  readonly PreventUserExistenceErrors?: string;
  readonly ReadAttributes?: readonly string[];
  readonly RefreshTokenRotation?: Cognito_UserPoolClient_RefreshTokenRotation;
  readonly RefreshTokenValidity?: number;
  readonly SupportedIdentityProviders?: readonly string[];
  readonly TokenValidityUnits?: Cognito_UserPoolClient_TokenValidityUnits;
  readonly UserPoolId?: string;
  readonly WriteAttributes?: readonly string[];
}
interface Cognito_UserPoolClient_AnalyticsConfiguration {
  readonly ApplicationArn?: string;
  readonly ApplicationId?: string;
  readonly ExternalId?: string;
  readonly RoleArn?: string;
  readonly UserDataShared?: boolean;
}
interface Cognito_UserPoolClient_RefreshTokenRotation {
  /** ENABLED | DISABLED */
  readonly Feature?: string;
  readonly RetryGracePeriodSeconds?: number;
}
interface Cognito_UserPoolClient_TokenValidityUnits {
  readonly AccessToken?: string;
  readonly IdToken?: string;
  readonly RefreshToken?: string;
}
interface Cognito_UserPoolDomain {
  readonly CustomDomainConfig?: Cognito_UserPoolDomain_CustomDomainConfigType;
  readonly Domain?: string;
  readonly ManagedLoginVersion?: number;
  readonly Routing?: Cognito_UserPoolDomain_RoutingType;
  readonly UserPoolId?: string;
}
interface Cognito_UserPoolDomain_CustomDomainConfigType {
  readonly CertificateArn?: string;
  readonly SecurityPolicy?: string;
}
interface Cognito_UserPoolDomain_RoutingType {
  readonly Failover?: Cognito_UserPoolDomain_FailoverType;
}
interface Cognito_UserPoolDomain_FailoverType {
  readonly PrimaryRoute53HealthCheckId?: string;
  readonly SecondaryRegion?: string;
}
interface Cognito_UserPoolGroup {
  readonly Description?: string;
  readonly GroupName?: string;
  readonly Precedence?: number;
  readonly RoleArn?: string;
  readonly UserPoolId?: string;
}
interface Cognito_UserPoolIdentityProvider {
  readonly AttributeMapping?: { readonly [key: string]: string };
  readonly IdpIdentifiers?: readonly string[];
  readonly ProviderDetails?: { readonly [key: string]: string };
  readonly ProviderName?: string;
  readonly ProviderType?: string;
  readonly UserPoolId?: string;
}
interface Cognito_UserPoolRegionalConfigurationAttachment {
  readonly EmailConfiguration?: Cognito_UserPoolRegionalConfigurationAttachment_EmailConfiguration;
  readonly LambdaConfig?: Cognito_UserPoolRegionalConfigurationAttachment_LambdaConfig;
  readonly SmsConfiguration?: Cognito_UserPoolRegionalConfigurationAttachment_SmsConfiguration;
  readonly Status?: string;
  readonly UserPoolId?: string;
  readonly UserPoolTags?: { readonly [key: string]: string };
}
interface Cognito_UserPoolRegionalConfigurationAttachment_EmailConfiguration {
  readonly ConfigurationSet?: string;
  readonly EmailSendingAccount?: string;
  readonly From?: string;
  readonly ReplyToEmailAddress?: string;
  readonly SourceArn?: string;
}
interface Cognito_UserPoolRegionalConfigurationAttachment_LambdaConfig {
  readonly CreateAuthChallenge?: string;
  readonly CustomEmailSender?: Cognito_UserPoolRegionalConfigurationAttachment_CustomEmailSender;
  readonly CustomMessage?: string;
  readonly CustomSMSSender?: Cognito_UserPoolRegionalConfigurationAttachment_CustomSMSSender;
  readonly DefineAuthChallenge?: string;
  readonly InboundFederation?: Cognito_UserPoolRegionalConfigurationAttachment_InboundFederation;
  readonly KMSKeyID?: string;
  readonly PostAuthentication?: string;
  readonly PostConfirmation?: string;
  readonly PreAuthentication?: string;
  readonly PreSignUp?: string;
  readonly PreTokenGeneration?: string;
  readonly PreTokenGenerationConfig?: Cognito_UserPoolRegionalConfigurationAttachment_PreTokenGenerationConfig;
  readonly UserMigration?: string;
  readonly VerifyAuthChallengeResponse?: string;
}
interface Cognito_UserPoolRegionalConfigurationAttachment_SmsConfiguration {
  readonly EumsSms?: Cognito_UserPoolRegionalConfigurationAttachment_EumsSmsConfiguration;
  readonly ExternalId?: string;
  readonly SnsCallerArn?: string;
  readonly SnsRegion?: string;
}
interface Cognito_UserPoolRegionalConfigurationAttachment_CustomEmailSender {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}
interface Cognito_UserPoolRegionalConfigurationAttachment_CustomSMSSender {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}
interface Cognito_UserPoolRegionalConfigurationAttachment_InboundFederation {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}
interface Cognito_UserPoolRegionalConfigurationAttachment_PreTokenGenerationConfig {
  readonly LambdaArn?: string;
  readonly LambdaVersion?: string;
}
interface Cognito_UserPoolRegionalConfigurationAttachment_EumsSmsConfiguration {
  readonly CallerArn?: string;
  readonly ConfigurationSetName?: string;
  readonly ExternalId?: string;
  readonly InEntityId?: string;
  readonly InTemplateId?: string;
  readonly OriginationIdentity?: string;
  readonly Region?: string;
}
interface Cognito_UserPoolReplica {
  readonly RegionName?: string;
  readonly UserPoolId?: string;
  readonly UserPoolTagsAtCreate?: { readonly [key: string]: string };
}
interface Cognito_UserPoolResourceServer {
  readonly Identifier?: string;
  readonly Name?: string;
  readonly Scopes?: readonly Cognito_UserPoolResourceServer_ResourceServerScopeType[];
  readonly UserPoolId?: string;
}
interface Cognito_UserPoolResourceServer_ResourceServerScopeType {
  readonly ScopeDescription?: string;
  readonly ScopeName?: string;
}
interface Cognito_UserPoolRiskConfigurationAttachment {
  readonly AccountTakeoverRiskConfiguration?: Cognito_UserPoolRiskConfigurationAttachment_AccountTakeoverRiskConfigurationType;
  readonly ClientId?: string;
  readonly CompromisedCredentialsRiskConfiguration?: Cognito_UserPoolRiskConfigurationAttachment_CompromisedCredentialsRiskConfigurationType;
  readonly RiskExceptionConfiguration?: Cognito_UserPoolRiskConfigurationAttachment_RiskExceptionConfigurationType;
  readonly UserPoolId?: string;
}
interface Cognito_UserPoolRiskConfigurationAttachment_AccountTakeoverRiskConfigurationType {
  readonly Actions?: Cognito_UserPoolRiskConfigurationAttachment_AccountTakeoverActionsType;
  readonly NotifyConfiguration?: Cognito_UserPoolRiskConfigurationAttachment_NotifyConfigurationType;
}
interface Cognito_UserPoolRiskConfigurationAttachment_CompromisedCredentialsRiskConfigurationType {
  readonly Actions?: Cognito_UserPoolRiskConfigurationAttachment_CompromisedCredentialsActionsType;
  readonly EventFilter?: readonly string[];
}
interface Cognito_UserPoolRiskConfigurationAttachment_RiskExceptionConfigurationType {
  readonly BlockedIPRangeList?: readonly string[];
  readonly SkippedIPRangeList?: readonly string[];
}
interface Cognito_UserPoolRiskConfigurationAttachment_AccountTakeoverActionsType {
  readonly HighAction?: Cognito_UserPoolRiskConfigurationAttachment_AccountTakeoverActionType;
  readonly LowAction?: Cognito_UserPoolRiskConfigurationAttachment_AccountTakeoverActionType;
  readonly MediumAction?: Cognito_UserPoolRiskConfigurationAttachment_AccountTakeoverActionType;
}
interface Cognito_UserPoolRiskConfigurationAttachment_NotifyConfigurationType {
  readonly BlockEmail?: Cognito_UserPoolRiskConfigurationAttachment_NotifyEmailType;
  readonly From?: string;
  readonly MfaEmail?: Cognito_UserPoolRiskConfigurationAttachment_NotifyEmailType;
  readonly NoActionEmail?: Cognito_UserPoolRiskConfigurationAttachment_NotifyEmailType;
  readonly ReplyTo?: string;
  readonly SourceArn?: string;
}
interface Cognito_UserPoolRiskConfigurationAttachment_CompromisedCredentialsActionsType {
  readonly EventAction?: string;
}
interface Cognito_UserPoolRiskConfigurationAttachment_AccountTakeoverActionType {
  readonly EventAction?: string;
  readonly Notify?: boolean;
}
interface Cognito_UserPoolRiskConfigurationAttachment_NotifyEmailType {
  readonly HtmlBody?: string;
  readonly Subject?: string;
  readonly TextBody?: string;
}
interface Cognito_UserPoolUICustomizationAttachment {
  readonly CSS?: string;
  readonly ClientId?: string;
  readonly UserPoolId?: string;
}
interface Cognito_UserPoolUser {
  readonly ClientMetadata?: { readonly [key: string]: string };
  readonly DesiredDeliveryMediums?: readonly string[];
  readonly ForceAliasCreation?: boolean;
  readonly MessageAction?: string;
  readonly UserAttributes?: readonly Cognito_UserPoolUser_AttributeType[];
  readonly UserPoolId?: string;
  readonly Username?: string;
  readonly ValidationData?: readonly Cognito_UserPoolUser_AttributeType[];
}
interface Cognito_UserPoolUser_AttributeType {
  readonly Name?: string;
  readonly Value?: string;
}
interface Cognito_UserPoolUserToGroupAttachment {
  readonly GroupName?: string;
  readonly UserPoolId?: string;
  readonly Username?: string;
}
interface Config_ConfigRule {
  readonly Compliance?: Config_ConfigRule_Compliance;
  readonly ConfigRuleName?: string;
  readonly Description?: string;
  readonly EvaluationModes?: readonly Config_ConfigRule_EvaluationModeConfiguration[];
  readonly InputParameters?: Json;
  readonly MaximumExecutionFrequency?: string;
  readonly Scope?: Config_ConfigRule_Scope;
  readonly Source?: Config_ConfigRule_Source;
}
interface Config_ConfigRule_Compliance {
  readonly Type?: string;
}
interface Config_ConfigRule_EvaluationModeConfiguration {
  readonly Mode?: string;
}
interface Config_ConfigRule_Scope {
  readonly ComplianceResourceId?: string;
  readonly ComplianceResourceTypes?: readonly string[];
  readonly TagKey?: string;
  readonly TagValue?: string;
}
interface Config_ConfigRule_Source {
  readonly CustomPolicyDetails?: Config_ConfigRule_CustomPolicyDetails;
  readonly Owner?: string;
  readonly SourceDetails?: readonly Config_ConfigRule_SourceDetail[];
  readonly SourceIdentifier?: string;
}
interface Config_ConfigRule_CustomPolicyDetails {
  readonly EnableDebugLogDelivery?: boolean;
  readonly PolicyRuntime?: string;
  readonly PolicyText?: string;
}
interface Config_ConfigRule_SourceDetail {
  readonly EventSource?: string;
  readonly MaximumExecutionFrequency?: string;
  readonly MessageType?: string;
}
interface Config_ConfigurationRecorder {
  readonly Name?: string;
  readonly RecordingGroup?: Config_ConfigurationRecorder_RecordingGroup;
  readonly RecordingMode?: Config_ConfigurationRecorder_RecordingMode;
  readonly RoleARN?: string;
  readonly StartedOnCreate?: boolean;
}
interface Config_ConfigurationRecorder_RecordingGroup {
  readonly AllSupported?: boolean;
  readonly ExclusionByResourceTypes?: Config_ConfigurationRecorder_ExclusionByResourceTypes;
  readonly IncludeGlobalResourceTypes?: boolean;
  readonly RecordingStrategy?: Config_ConfigurationRecorder_RecordingStrategy;
  readonly ResourceTypes?: readonly string[];
}
interface Config_ConfigurationRecorder_RecordingMode {
  readonly RecordingFrequency?: string;
  readonly RecordingModeOverrides?: readonly Config_ConfigurationRecorder_RecordingModeOverride[];
}
interface Config_ConfigurationRecorder_ExclusionByResourceTypes {
  readonly ResourceTypes?: readonly string[];
}
interface Config_ConfigurationRecorder_RecordingStrategy {
  readonly UseOnly?: string;
}
interface Config_ConfigurationRecorder_RecordingModeOverride {
  readonly Description?: string;
  readonly RecordingFrequency?: string;
  readonly ResourceTypes?: readonly string[];
}
interface Config_DeliveryChannel {
  readonly ConfigSnapshotDeliveryProperties?: Config_DeliveryChannel_ConfigSnapshotDeliveryProperties;
  readonly Name?: string;
  readonly S3BucketName?: string;
  readonly S3KeyPrefix?: string;
  readonly S3KmsKeyArn?: string;
  readonly SnsTopicARN?: string;
}
interface Config_DeliveryChannel_ConfigSnapshotDeliveryProperties {
  /** One_Hour | Three_Hours | Six_Hours | Twelve_Hours | TwentyFour_Hours */
  readonly DeliveryFrequency?: string;
}
interface DAX_Cluster {
  readonly AvailabilityZones?: readonly string[];
  readonly ClusterEndpointEncryptionType?: string;
  readonly ClusterName?: string;
  readonly Description?: string;
  readonly IAMRoleARN?: string;
  readonly NetworkType?: string;
  readonly NodeType?: string;
  readonly NotificationTopicARN?: string;
  readonly ParameterGroupName?: string;
  readonly PreferredMaintenanceWindow?: string;
  readonly ReplicationFactor?: number;
  readonly SSESpecification?: DAX_Cluster_SSESpecification;
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetGroupName?: string;
  readonly Tags?: Json;
}
interface DAX_Cluster_SSESpecification {
  readonly SSEEnabled?: boolean;
}
interface DMS_Endpoint {
  readonly CertificateArn?: string;
  readonly DatabaseName?: string;
  readonly DocDbSettings?: DMS_Endpoint_DocDbSettings;
  readonly DynamoDbSettings?: DMS_Endpoint_DynamoDbSettings;
  readonly ElasticsearchSettings?: DMS_Endpoint_ElasticsearchSettings;
  readonly EndpointIdentifier?: string;
  readonly EndpointType?: string;
  readonly EngineName?: string;
  readonly ExtraConnectionAttributes?: string;
  readonly GcpMySQLSettings?: DMS_Endpoint_GcpMySQLSettings;
  readonly IbmDb2Settings?: DMS_Endpoint_IbmDb2Settings;
  readonly KafkaSettings?: DMS_Endpoint_KafkaSettings;
  readonly KinesisSettings?: DMS_Endpoint_KinesisSettings;
  readonly KmsKeyId?: string;
  readonly MicrosoftSqlServerSettings?: DMS_Endpoint_MicrosoftSqlServerSettings;
  readonly MongoDbSettings?: DMS_Endpoint_MongoDbSettings;
  readonly MySqlSettings?: DMS_Endpoint_MySqlSettings;
  readonly NeptuneSettings?: DMS_Endpoint_NeptuneSettings;
  readonly OracleSettings?: DMS_Endpoint_OracleSettings;
  readonly Password?: string;
  readonly Port?: number;
  readonly PostgreSqlSettings?: DMS_Endpoint_PostgreSqlSettings;
  readonly RedisSettings?: DMS_Endpoint_RedisSettings;
  readonly RedshiftSettings?: DMS_Endpoint_RedshiftSettings;
  readonly ResourceIdentifier?: string;
  readonly S3Settings?: DMS_Endpoint_S3Settings;
  readonly ServerName?: string;
  readonly SslMode?: string;
  readonly SybaseSettings?: DMS_Endpoint_SybaseSettings;
  readonly Tags?: readonly Tag[];
  readonly Username?: string;
}
interface DMS_Endpoint_DocDbSettings {
  readonly DocsToInvestigate?: number;
  readonly ExtractDocId?: boolean;
  readonly NestingLevel?: string;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
}
interface DMS_Endpoint_DynamoDbSettings {
  readonly ServiceAccessRoleArn?: string;
}
interface DMS_Endpoint_ElasticsearchSettings {
  readonly EndpointUri?: string;
  readonly ErrorRetryDuration?: number;
  readonly FullLoadErrorPercentage?: number;
  readonly ServiceAccessRoleArn?: string;
}
interface DMS_Endpoint_GcpMySQLSettings {
  readonly AfterConnectScript?: string;
  readonly CleanSourceMetadataOnMismatch?: boolean;
  readonly DatabaseName?: string;
  readonly EventsPollInterval?: number;
  readonly MaxFileSize?: number;
  readonly ParallelLoadThreads?: number;
  readonly Password?: string;
  readonly Port?: number;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
  readonly ServerName?: string;
  readonly ServerTimezone?: string;
  readonly Username?: string;
}
interface DMS_Endpoint_IbmDb2Settings {
  readonly CurrentLsn?: string;
  readonly KeepCsvFiles?: boolean;
  readonly LoadTimeout?: number;
  readonly MaxFileSize?: number;
  readonly MaxKBytesPerRead?: number;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
  readonly SetDataCaptureChanges?: boolean;
  readonly WriteBufferSize?: number;
}
interface DMS_Endpoint_KafkaSettings {
  readonly Broker?: string;
  readonly IncludeControlDetails?: boolean;
  readonly IncludeNullAndEmpty?: boolean;
  readonly IncludePartitionValue?: boolean;
  readonly IncludeTableAlterOperations?: boolean;
  readonly IncludeTransactionDetails?: boolean;
  readonly MessageFormat?: string;
  readonly MessageMaxBytes?: number;
  readonly NoHexPrefix?: boolean;
  readonly PartitionIncludeSchemaTable?: boolean;
  readonly SaslPassword?: string;
  readonly SaslUserName?: string;
  readonly SecurityProtocol?: string;
  readonly SslCaCertificateArn?: string;
  readonly SslClientCertificateArn?: string;
  readonly SslClientKeyArn?: string;
  readonly SslClientKeyPassword?: string;
  readonly Topic?: string;
}
interface DMS_Endpoint_KinesisSettings {
  readonly IncludeControlDetails?: boolean;
  readonly IncludeNullAndEmpty?: boolean;
  readonly IncludePartitionValue?: boolean;
  readonly IncludeTableAlterOperations?: boolean;
  readonly IncludeTransactionDetails?: boolean;
  readonly MessageFormat?: string;
  readonly NoHexPrefix?: boolean;
  readonly PartitionIncludeSchemaTable?: boolean;
  readonly ServiceAccessRoleArn?: string;
  readonly StreamArn?: string;
}
interface DMS_Endpoint_MicrosoftSqlServerSettings {
  readonly BcpPacketSize?: number;
  readonly ControlTablesFileGroup?: string;
  readonly DatabaseName?: string;
  readonly ForceLobLookup?: boolean;
  readonly Password?: string;
  readonly Port?: number;
  readonly QuerySingleAlwaysOnNode?: boolean;
  readonly ReadBackupOnly?: boolean;
  readonly SafeguardPolicy?: string;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
  readonly ServerName?: string;
  readonly TlogAccessMode?: string;
  readonly TrimSpaceInChar?: boolean;
  readonly UseBcpFullLoad?: boolean;
  readonly UseThirdPartyBackupDevice?: boolean;
  readonly Username?: string;
}
interface DMS_Endpoint_MongoDbSettings {
  readonly AuthMechanism?: string;
  readonly AuthSource?: string;
  readonly AuthType?: string;
  readonly DatabaseName?: string;
  readonly DocsToInvestigate?: string;
  readonly ExtractDocId?: string;
  readonly NestingLevel?: string;
  readonly Password?: string;
  readonly Port?: number;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
  readonly ServerName?: string;
  readonly Username?: string;
}
interface DMS_Endpoint_MySqlSettings {
  readonly AfterConnectScript?: string;
  readonly CleanSourceMetadataOnMismatch?: boolean;
  readonly EventsPollInterval?: number;
  readonly MaxFileSize?: number;
  readonly ParallelLoadThreads?: number;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
  readonly ServerTimezone?: string;
  readonly TargetDbType?: string;
}
interface DMS_Endpoint_NeptuneSettings {
  readonly ErrorRetryDuration?: number;
  readonly IamAuthEnabled?: boolean;
  readonly MaxFileSize?: number;
  readonly MaxRetryCount?: number;
  readonly S3BucketFolder?: string;
  readonly S3BucketName?: string;
  readonly ServiceAccessRoleArn?: string;
}
interface DMS_Endpoint_OracleSettings {
  readonly AccessAlternateDirectly?: boolean;
  readonly AddSupplementalLogging?: boolean;
  readonly AdditionalArchivedLogDestId?: number;
  readonly AllowSelectNestedTables?: boolean;
  readonly ArchivedLogDestId?: number;
  readonly ArchivedLogsOnly?: boolean;
  readonly AsmPassword?: string;
  readonly AsmServer?: string;
  readonly AsmUser?: string;
  readonly CharLengthSemantics?: string;
  readonly DirectPathNoLog?: boolean;
  readonly DirectPathParallelLoad?: boolean;
  readonly EnableHomogenousTablespace?: boolean;
  readonly ExtraArchivedLogDestIds?: readonly number[];
  readonly FailTasksOnLobTruncation?: boolean;
  readonly NumberDatatypeScale?: number;
  readonly OraclePathPrefix?: string;
  readonly ParallelAsmReadThreads?: number;
  readonly ReadAheadBlocks?: number;
  readonly ReadTableSpaceName?: boolean;
  readonly ReplacePathPrefix?: boolean;
  readonly RetryInterval?: number;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerOracleAsmAccessRoleArn?: string;
  readonly SecretsManagerOracleAsmSecretId?: string;
  readonly SecretsManagerSecretId?: string;
  readonly SecurityDbEncryption?: string;
  readonly SecurityDbEncryptionName?: string;
  readonly SpatialDataOptionToGeoJsonFunctionName?: string;
  readonly StandbyDelayTime?: number;
  readonly UseAlternateFolderForOnline?: boolean;
  readonly UseBFile?: boolean;
  readonly UseDirectPathFullLoad?: boolean;
  readonly UseLogminerReader?: boolean;
  readonly UsePathPrefix?: string;
}
interface DMS_Endpoint_PostgreSqlSettings {
  readonly AfterConnectScript?: string;
  readonly BabelfishDatabaseName?: string;
  readonly CaptureDdls?: boolean;
  readonly DatabaseMode?: string;
  readonly DdlArtifactsSchema?: string;
  readonly ExecuteTimeout?: number;
  readonly FailTasksOnLobTruncation?: boolean;
  readonly HeartbeatEnable?: boolean;
  readonly HeartbeatFrequency?: number;
  readonly HeartbeatSchema?: string;
  readonly MapBooleanAsBoolean?: boolean;
  readonly MaxFileSize?: number;
  readonly PluginName?: string;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
  readonly SlotName?: string;
}
interface DMS_Endpoint_RedisSettings {
  readonly AuthPassword?: string;
  readonly AuthType?: string;
  readonly AuthUserName?: string;
  readonly Port?: number;
  readonly ServerName?: string;
  readonly SslCaCertificateArn?: string;
  readonly SslSecurityProtocol?: string;
}
interface DMS_Endpoint_RedshiftSettings {
  readonly AcceptAnyDate?: boolean;
  readonly AfterConnectScript?: string;
  readonly BucketFolder?: string;
  readonly BucketName?: string;
  readonly CaseSensitiveNames?: boolean;
  readonly CompUpdate?: boolean;
  readonly ConnectionTimeout?: number;
  readonly DateFormat?: string;
  readonly EmptyAsNull?: boolean;
  readonly EncryptionMode?: string;
  readonly ExplicitIds?: boolean;
  readonly FileTransferUploadStreams?: number;
  readonly LoadTimeout?: number;
  readonly MapBooleanAsBoolean?: boolean;
  readonly MaxFileSize?: number;
  readonly RemoveQuotes?: boolean;
  readonly ReplaceChars?: string;
  readonly ReplaceInvalidChars?: string;
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
  readonly ServerSideEncryptionKmsKeyId?: string;
  readonly ServiceAccessRoleArn?: string;
  readonly TimeFormat?: string;
  readonly TrimBlanks?: boolean;
  readonly TruncateColumns?: boolean;
  readonly WriteBufferSize?: number;
}
interface DMS_Endpoint_S3Settings {
  readonly AddColumnName?: boolean;
  readonly AddTrailingPaddingCharacter?: boolean;
  readonly BucketFolder?: string;
  readonly BucketName?: string;
  readonly CannedAclForObjects?: string;
  readonly CdcInsertsAndUpdates?: boolean;
  readonly CdcInsertsOnly?: boolean;
  readonly CdcMaxBatchInterval?: number;
  readonly CdcMinFileSize?: number;
  readonly CdcPath?: string;
  readonly CompressionType?: string;
  readonly CsvDelimiter?: string;
  readonly CsvNoSupValue?: string;
  readonly CsvNullValue?: string;
  readonly CsvRowDelimiter?: string;
  readonly DataFormat?: string;
  readonly DataPageSize?: number;
  readonly DatePartitionDelimiter?: string;
  readonly DatePartitionEnabled?: boolean;
  readonly DatePartitionSequence?: string;
  readonly DatePartitionTimezone?: string;
  readonly DictPageSizeLimit?: number;
  readonly EnableStatistics?: boolean;
  readonly EncodingType?: string;
  readonly EncryptionMode?: string;
  readonly ExpectedBucketOwner?: string;
  readonly ExternalTableDefinition?: string;
  readonly GlueCatalogGeneration?: boolean;
  readonly IgnoreHeaderRows?: number;
  readonly IncludeOpForFullLoad?: boolean;
  readonly MaxFileSize?: number;
  readonly ParquetTimestampInMillisecond?: boolean;
  readonly ParquetVersion?: string;
  readonly PreserveTransactions?: boolean;
  readonly Rfc4180?: boolean;
  readonly RowGroupLength?: number;
  readonly ServerSideEncryptionKmsKeyId?: string;
  readonly ServiceAccessRoleArn?: string;
  readonly TimestampColumnName?: string;
  readonly UseCsvNoSupValue?: boolean;
  readonly UseTaskStartTimeForFullLoadTimestamp?: boolean;
}
interface DMS_Endpoint_SybaseSettings {
  readonly SecretsManagerAccessRoleArn?: string;
  readonly SecretsManagerSecretId?: string;
}
interface DMS_ReplicationInstance {
  readonly AllocatedStorage?: number;
  readonly AllowMajorVersionUpgrade?: boolean;
  readonly AutoMinorVersionUpgrade?: boolean;
  readonly AvailabilityZone?: string;
  readonly DnsNameServers?: string;
  readonly EngineVersion?: string;
  readonly KmsKeyId?: string;
  readonly MultiAZ?: boolean;
  readonly NetworkType?: string;
  readonly PreferredMaintenanceWindow?: string;
  readonly PubliclyAccessible?: boolean;
  readonly ReplicationInstanceClass?: string;
  readonly ReplicationInstanceIdentifier?: string;
  readonly ReplicationSubnetGroupIdentifier?: string;
  readonly ResourceIdentifier?: string;
  readonly Tags?: readonly Tag[];
  readonly VpcSecurityGroupIds?: readonly string[];
}
interface DocDB_DBCluster {
  readonly AvailabilityZones?: readonly string[];
  readonly BackupRetentionPeriod?: number;
  readonly CopyTagsToSnapshot?: boolean;
  readonly DBClusterIdentifier?: string;
  readonly DBClusterParameterGroupName?: string;
  readonly DBSubnetGroupName?: string;
  readonly DeletionProtection?: boolean;
  readonly EnableCloudwatchLogsExports?: readonly string[];
  readonly EngineVersion?: string;
  readonly GlobalClusterIdentifier?: string;
  readonly KmsKeyId?: string;
  readonly ManageMasterUserPassword?: boolean;
  readonly MasterUserPassword?: string;
  readonly MasterUserSecretKmsKeyId?: string;
  readonly MasterUsername?: string;
  readonly NetworkType?: string;
  readonly Port?: number;
  readonly PreferredBackupWindow?: string;
  readonly PreferredMaintenanceWindow?: string;
  readonly RestoreToTime?: string;
  readonly RestoreType?: string;
  readonly RotateMasterUserPassword?: boolean;
  readonly ServerlessV2ScalingConfiguration?: DocDB_DBCluster_ServerlessV2ScalingConfiguration;
  readonly SnapshotIdentifier?: string;
  readonly SourceDBClusterIdentifier?: string;
  readonly StorageEncrypted?: boolean;
  readonly StorageType?: string;
  readonly Tags?: readonly Tag[];
  readonly UseLatestRestorableTime?: boolean;
  readonly VpcSecurityGroupIds?: readonly string[];
}
interface DocDB_DBCluster_ServerlessV2ScalingConfiguration {
  readonly MaxCapacity?: number;
  readonly MinCapacity?: number;
}
interface DocDB_DBInstance {
  readonly AutoMinorVersionUpgrade?: boolean;
  readonly AvailabilityZone?: string;
  readonly CACertificateIdentifier?: string;
  readonly CertificateRotationRestart?: boolean;
  readonly DBClusterIdentifier?: string;
  readonly DBInstanceClass?: string;
  readonly DBInstanceIdentifier?: string;
  readonly EnablePerformanceInsights?: boolean;
  readonly PreferredMaintenanceWindow?: string;
  readonly Tags?: readonly Tag[];
}
interface DynamoDB_GlobalTable {
  readonly AttributeDefinitions?: readonly DynamoDB_GlobalTable_AttributeDefinition[];
  readonly BillingMode?: string;
  readonly GlobalSecondaryIndexes?: readonly DynamoDB_GlobalTable_GlobalSecondaryIndex[];
  readonly GlobalTableSourceArn?: string;
  readonly GlobalTableWitnesses?: readonly DynamoDB_GlobalTable_GlobalTableWitness[];
  readonly KeySchema?: readonly DynamoDB_GlobalTable_KeySchema[];
  readonly LocalSecondaryIndexes?: readonly DynamoDB_GlobalTable_LocalSecondaryIndex[];
  /** EVENTUAL | STRONG */
  readonly MultiRegionConsistency?: string;
  readonly ReadOnDemandThroughputSettings?: DynamoDB_GlobalTable_ReadOnDemandThroughputSettings;
  readonly ReadProvisionedThroughputSettings?: DynamoDB_GlobalTable_GlobalReadProvisionedThroughputSettings;
  readonly Replicas?: readonly DynamoDB_GlobalTable_ReplicaSpecification[];
  readonly SSESpecification?: DynamoDB_GlobalTable_SSESpecification;
  readonly StreamSpecification?: DynamoDB_GlobalTable_StreamSpecification;
  readonly TableName?: string;
  readonly TimeToLiveSpecification?: DynamoDB_GlobalTable_TimeToLiveSpecification;
  readonly VectorIndexes?: readonly DynamoDB_GlobalTable_VectorIndex[];
  readonly WarmThroughput?: DynamoDB_GlobalTable_WarmThroughput;
  readonly WriteOnDemandThroughputSettings?: DynamoDB_GlobalTable_WriteOnDemandThroughputSettings;
  readonly WriteProvisionedThroughputSettings?: DynamoDB_GlobalTable_WriteProvisionedThroughputSettings;
}
interface DynamoDB_GlobalTable_AttributeDefinition {
  readonly AttributeName?: string;
  readonly AttributeType?: string;
}
interface DynamoDB_GlobalTable_GlobalSecondaryIndex {
  readonly IndexName?: string;
  readonly KeySchema?: readonly DynamoDB_GlobalTable_KeySchema[];
  readonly Projection?: DynamoDB_GlobalTable_Projection;
  readonly ReadOnDemandThroughputSettings?: DynamoDB_GlobalTable_ReadOnDemandThroughputSettings;
  readonly ReadProvisionedThroughputSettings?: DynamoDB_GlobalTable_GlobalReadProvisionedThroughputSettings;
  readonly WarmThroughput?: DynamoDB_GlobalTable_WarmThroughput;
  readonly WriteOnDemandThroughputSettings?: DynamoDB_GlobalTable_WriteOnDemandThroughputSettings;
  readonly WriteProvisionedThroughputSettings?: DynamoDB_GlobalTable_WriteProvisionedThroughputSettings;
}
interface DynamoDB_GlobalTable_GlobalTableWitness {
  readonly Region?: string;
}
interface DynamoDB_GlobalTable_KeySchema {
  readonly AttributeName?: string;
  readonly KeyType?: string;
}
interface DynamoDB_GlobalTable_LocalSecondaryIndex {
  readonly IndexName?: string;
  readonly KeySchema?: readonly DynamoDB_GlobalTable_KeySchema[];
  readonly Projection?: DynamoDB_GlobalTable_Projection;
}
interface DynamoDB_GlobalTable_ReadOnDemandThroughputSettings {
  readonly MaxReadRequestUnits?: number;
}
interface DynamoDB_GlobalTable_GlobalReadProvisionedThroughputSettings {
  readonly ReadCapacityUnits?: number;
}
interface DynamoDB_GlobalTable_ReplicaSpecification {
  readonly ContributorInsightsSpecification?: DynamoDB_GlobalTable_ContributorInsightsSpecification;
  readonly DeletionProtectionEnabled?: boolean;
  readonly GlobalSecondaryIndexes?: readonly DynamoDB_GlobalTable_ReplicaGlobalSecondaryIndexSpecification[];
  /** ENABLED | DISABLED */
  readonly GlobalTableSettingsReplicationMode?: string;
  readonly KinesisStreamSpecification?: DynamoDB_GlobalTable_KinesisStreamSpecification;
  readonly PointInTimeRecoverySpecification?: DynamoDB_GlobalTable_PointInTimeRecoverySpecification;
  readonly ReadOnDemandThroughputSettings?: DynamoDB_GlobalTable_ReadOnDemandThroughputSettings;
  readonly ReadProvisionedThroughputSettings?: DynamoDB_GlobalTable_ReadProvisionedThroughputSettings;
  readonly Region?: string;
  readonly ReplicaStreamSpecification?: DynamoDB_GlobalTable_ReplicaStreamSpecification;
  readonly ResourcePolicy?: DynamoDB_GlobalTable_ResourcePolicy;
  readonly SSESpecification?: DynamoDB_GlobalTable_ReplicaSSESpecification;
  readonly TableClass?: string;
  readonly Tags?: readonly Tag[];
}
interface DynamoDB_GlobalTable_SSESpecification {
  readonly SSEEnabled?: boolean;
  readonly SSEType?: string;
}
interface DynamoDB_GlobalTable_StreamSpecification {
  readonly StreamViewType?: string;
}
interface DynamoDB_GlobalTable_TimeToLiveSpecification {
  readonly AttributeName?: string;
  readonly Enabled?: boolean;
}
interface DynamoDB_GlobalTable_VectorIndex {
  readonly Dimensions?: number;
  /** COSINE | DOT_PRODUCT | EUCLIDEAN */
  readonly DistanceFunction?: string;
  readonly IndexName?: string;
  readonly Projection?: DynamoDB_GlobalTable_Projection;
  readonly SearchSchema?: readonly DynamoDB_GlobalTable_SearchSchemaElement[];
  readonly VectorAttribute?: DynamoDB_GlobalTable_VectorAttribute;
}
interface DynamoDB_GlobalTable_WarmThroughput {
  readonly ReadUnitsPerSecond?: number;
  readonly WriteUnitsPerSecond?: number;
}
interface DynamoDB_GlobalTable_WriteOnDemandThroughputSettings {
  readonly MaxWriteRequestUnits?: number;
}
interface DynamoDB_GlobalTable_WriteProvisionedThroughputSettings {
  readonly WriteCapacityAutoScalingSettings?: DynamoDB_GlobalTable_CapacityAutoScalingSettings;
}
interface DynamoDB_GlobalTable_Projection {
  readonly NonKeyAttributes?: readonly string[];
  readonly ProjectionType?: string;
}
interface DynamoDB_GlobalTable_ContributorInsightsSpecification {
  readonly Enabled?: boolean;
  /** ACCESSED_AND_THROTTLED_KEYS | THROTTLED_KEYS */
  readonly Mode?: string;
}
interface DynamoDB_GlobalTable_ReplicaGlobalSecondaryIndexSpecification {
  readonly ContributorInsightsSpecification?: DynamoDB_GlobalTable_ContributorInsightsSpecification;
  readonly IndexName?: string;
  readonly ReadOnDemandThroughputSettings?: DynamoDB_GlobalTable_ReadOnDemandThroughputSettings;
  readonly ReadProvisionedThroughputSettings?: DynamoDB_GlobalTable_ReadProvisionedThroughputSettings;
}
interface DynamoDB_GlobalTable_KinesisStreamSpecification {
  /** MICROSECOND | MILLISECOND */
  readonly ApproximateCreationDateTimePrecision?: string;
  readonly StreamArn?: string;
}
interface DynamoDB_GlobalTable_PointInTimeRecoverySpecification {
  readonly PointInTimeRecoveryEnabled?: boolean;
  readonly RecoveryPeriodInDays?: number;
}
interface DynamoDB_GlobalTable_ReadProvisionedThroughputSettings {
  readonly ReadCapacityAutoScalingSettings?: DynamoDB_GlobalTable_CapacityAutoScalingSettings;
  readonly ReadCapacityUnits?: number;
}
interface DynamoDB_GlobalTable_ReplicaStreamSpecification {
  readonly ResourcePolicy?: DynamoDB_GlobalTable_ResourcePolicy;
  readonly Tags?: readonly Tag[];
}
interface DynamoDB_GlobalTable_ResourcePolicy {
  readonly PolicyDocument?: Json;
}
interface DynamoDB_GlobalTable_ReplicaSSESpecification {
  readonly KMSMasterKeyId?: string;
}
interface DynamoDB_GlobalTable_SearchSchemaElement {
  readonly AttributeName?: string;
  /** HASH | INLINE_FILTER */
  readonly SearchSchemaElementType?: string;
}
interface DynamoDB_GlobalTable_VectorAttribute {
  readonly AttributeName?: string;
}
interface DynamoDB_GlobalTable_CapacityAutoScalingSettings {
  readonly MaxCapacity?: number;
  readonly MinCapacity?: number;
  readonly SeedCapacity?: number;
  readonly TargetTrackingScalingPolicyConfiguration?: DynamoDB_GlobalTable_TargetTrackingScalingPolicyConfiguration;
}
interface DynamoDB_GlobalTable_TargetTrackingScalingPolicyConfiguration {
  readonly DisableScaleIn?: boolean;
  readonly ScaleInCooldown?: number;
  readonly ScaleOutCooldown?: number;
  readonly TargetValue?: number;
}
interface DynamoDB_Table {
  readonly AttributeDefinitions?: readonly DynamoDB_Table_AttributeDefinition[];
  readonly BillingMode?: string;
  readonly ContributorInsightsSpecification?: DynamoDB_Table_ContributorInsightsSpecification;
  readonly DeletionProtectionEnabled?: boolean;
  readonly GlobalSecondaryIndexes?: readonly DynamoDB_Table_GlobalSecondaryIndex[];
  readonly ImportSourceSpecification?: DynamoDB_Table_ImportSourceSpecification;
  readonly KeySchema?: Json;
  readonly KinesisStreamSpecification?: DynamoDB_Table_KinesisStreamSpecification;
  readonly LocalSecondaryIndexes?: readonly DynamoDB_Table_LocalSecondaryIndex[];
  readonly OnDemandThroughput?: DynamoDB_Table_OnDemandThroughput;
  readonly PointInTimeRecoverySpecification?: DynamoDB_Table_PointInTimeRecoverySpecification;
  readonly ProvisionedThroughput?: DynamoDB_Table_ProvisionedThroughput;
  readonly ResourcePolicy?: DynamoDB_Table_ResourcePolicy;
  readonly SSESpecification?: DynamoDB_Table_SSESpecification;
  readonly StreamSpecification?: DynamoDB_Table_StreamSpecification;
  readonly TableClass?: string;
  readonly TableName?: string;
  readonly Tags?: readonly Tag[];
  readonly TimeToLiveSpecification?: DynamoDB_Table_TimeToLiveSpecification;
  readonly VectorIndexes?: readonly DynamoDB_Table_VectorIndex[];
  readonly WarmThroughput?: DynamoDB_Table_WarmThroughput;
}
interface DynamoDB_Table_AttributeDefinition {
  readonly AttributeName?: string;
  readonly AttributeType?: string;
}
interface DynamoDB_Table_ContributorInsightsSpecification {
  readonly Enabled?: boolean;
  /** ACCESSED_AND_THROTTLED_KEYS | THROTTLED_KEYS */
  readonly Mode?: string;
}
interface DynamoDB_Table_GlobalSecondaryIndex {
  readonly ContributorInsightsSpecification?: DynamoDB_Table_ContributorInsightsSpecification;
  readonly IndexName?: string;
  readonly KeySchema?: readonly DynamoDB_Table_KeySchema[];
  readonly OnDemandThroughput?: DynamoDB_Table_OnDemandThroughput;
  readonly Projection?: DynamoDB_Table_Projection;
  readonly ProvisionedThroughput?: DynamoDB_Table_ProvisionedThroughput;
  readonly WarmThroughput?: DynamoDB_Table_WarmThroughput;
}
interface DynamoDB_Table_ImportSourceSpecification {
  readonly InputCompressionType?: string;
  readonly InputFormat?: string;
  readonly InputFormatOptions?: DynamoDB_Table_InputFormatOptions;
  readonly S3BucketSource?: DynamoDB_Table_S3BucketSource;
}
interface DynamoDB_Table_KinesisStreamSpecification {
  /** MICROSECOND | MILLISECOND */
  readonly ApproximateCreationDateTimePrecision?: string;
  readonly StreamArn?: string;
}
interface DynamoDB_Table_LocalSecondaryIndex {
  readonly IndexName?: string;
  readonly KeySchema?: readonly DynamoDB_Table_KeySchema[];
  readonly Projection?: DynamoDB_Table_Projection;
}
interface DynamoDB_Table_OnDemandThroughput {
  readonly MaxReadRequestUnits?: number;
  readonly MaxWriteRequestUnits?: number;
}
interface DynamoDB_Table_PointInTimeRecoverySpecification {
  readonly PointInTimeRecoveryEnabled?: boolean;
  readonly RecoveryPeriodInDays?: number;
}
interface DynamoDB_Table_ProvisionedThroughput {
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
}
interface DynamoDB_Table_ResourcePolicy {
  readonly PolicyDocument?: Json;
}
interface DynamoDB_Table_SSESpecification {
  readonly KMSMasterKeyId?: string;
  readonly SSEEnabled?: boolean;
  readonly SSEType?: string;
}
interface DynamoDB_Table_StreamSpecification {
  readonly ResourcePolicy?: DynamoDB_Table_ResourcePolicy;
  readonly StreamViewType?: string;
  readonly Tags?: readonly Tag[];
}
interface DynamoDB_Table_TimeToLiveSpecification {
  readonly AttributeName?: string;
  readonly Enabled?: boolean;
}
interface DynamoDB_Table_VectorIndex {
  readonly Dimensions?: number;
  /** COSINE | DOT_PRODUCT | EUCLIDEAN */
  readonly DistanceFunction?: string;
  readonly IndexName?: string;
  readonly Projection?: DynamoDB_Table_Projection;
  readonly SearchSchema?: readonly DynamoDB_Table_SearchSchemaElement[];
  readonly VectorAttribute?: DynamoDB_Table_VectorAttribute;
}
interface DynamoDB_Table_WarmThroughput {
  readonly ReadUnitsPerSecond?: number;
  readonly WriteUnitsPerSecond?: number;
}
interface DynamoDB_Table_KeySchema {
  readonly AttributeName?: string;
  readonly KeyType?: string;
}
interface DynamoDB_Table_Projection {
  readonly NonKeyAttributes?: readonly string[];
  readonly ProjectionType?: string;
}
interface DynamoDB_Table_InputFormatOptions {
  readonly Csv?: DynamoDB_Table_Csv;
}
interface DynamoDB_Table_S3BucketSource {
  readonly S3Bucket?: string;
  readonly S3BucketOwner?: string;
  readonly S3KeyPrefix?: string;
}
interface DynamoDB_Table_SearchSchemaElement {
  readonly AttributeName?: string;
  /** HASH | INLINE_FILTER */
  readonly SearchSchemaElementType?: string;
}
interface DynamoDB_Table_VectorAttribute {
  readonly AttributeName?: string;
}
interface DynamoDB_Table_Csv {
  readonly Delimiter?: string;
  readonly HeaderList?: readonly string[];
}
interface EC2_FlowLog {
  readonly DeliverCrossAccountRole?: string;
  readonly DeliverLogsPermissionArn?: string;
  readonly DestinationOptions?: EC2_FlowLog_DestinationOptions;
  readonly LogDestination?: string;
  /** cloud-watch-logs | s3 | kinesis-data-firehose */
  readonly LogDestinationType?: string;
  readonly LogFormat?: string;
  readonly LogGroupName?: string;
  readonly MaxAggregationInterval?: number;
  readonly ResourceId?: string;
  /** NetworkInterface | Subnet | VPC | TransitGateway | TransitGatewayAttachment | RegionalNatGateway */
  readonly ResourceType?: string;
  readonly TagFieldSpecifications?: readonly EC2_FlowLog_TagFieldSpecification[];
  readonly Tags?: readonly Tag[];
  /** ACCEPT | ALL | REJECT */
  readonly TrafficType?: string;
}
interface EC2_FlowLog_DestinationOptions {
  /** plain-text | parquet */
  readonly FileFormat?: string;
  readonly HiveCompatiblePartitions?: boolean;
  readonly PerHourPartition?: boolean;
}
interface EC2_FlowLog_TagFieldSpecification {
  readonly ResourceType?: string;
  readonly TagKeys?: readonly string[];
}
interface EC2_Instance {
  readonly AdditionalInfo?: string;
  /** default | host */
  readonly Affinity?: string;
  readonly AvailabilityZone?: string;
  readonly BlockDeviceMappings?: readonly EC2_Instance_BlockDeviceMapping[];
  readonly CpuOptions?: EC2_Instance_CpuOptions;
  readonly CreditSpecification?: EC2_Instance_CreditSpecification;
  readonly DisableApiTermination?: boolean;
  readonly EbsOptimized?: boolean;
  readonly ElasticGpuSpecifications?: readonly EC2_Instance_ElasticGpuSpecification[];
  readonly ElasticInferenceAccelerators?: readonly EC2_Instance_ElasticInferenceAccelerator[];
  readonly EnclaveOptions?: EC2_Instance_EnclaveOptions;
  readonly HibernationOptions?: EC2_Instance_HibernationOptions;
  readonly HostId?: string;
  readonly HostResourceGroupArn?: string;
  readonly IamInstanceProfile?: string;
  readonly ImageId?: string;
  readonly InstanceInitiatedShutdownBehavior?: string;
  readonly InstanceType?: string;
  readonly Ipv6AddressCount?: number;
  readonly Ipv6Addresses?: readonly EC2_Instance_InstanceIpv6Address[];
  readonly KernelId?: string;
  readonly KeyName?: string;
  readonly LaunchTemplate?: EC2_Instance_LaunchTemplateSpecification;
  readonly LicenseSpecifications?: readonly EC2_Instance_LicenseSpecification[];
  readonly MetadataOptions?: EC2_Instance_MetadataOptions;
  readonly Monitoring?: boolean;
  readonly NetworkInterfaces?: readonly EC2_Instance_NetworkInterface[];
  readonly PlacementGroupName?: string;
  readonly PrivateDnsNameOptions?: EC2_Instance_PrivateDnsNameOptions;
  readonly PrivateIpAddress?: string;
  readonly PropagateTagsToVolumeOnCreation?: boolean;
  readonly RamdiskId?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly SecurityGroups?: readonly string[];
  readonly SourceDestCheck?: boolean;
  readonly SsmAssociations?: readonly EC2_Instance_SsmAssociation[];
  readonly SubnetId?: string;
  readonly Tags?: readonly Tag[];
  readonly Tenancy?: string;
  readonly UserData?: string;
  readonly Volumes?: readonly EC2_Instance_Volume[];
}
interface EC2_Instance_BlockDeviceMapping {
  readonly DeviceName?: string;
  readonly Ebs?: EC2_Instance_Ebs;
  readonly NoDevice?: Json;
  readonly VirtualName?: string;
}
interface EC2_Instance_CpuOptions {
  readonly CoreCount?: number;
  readonly ThreadsPerCore?: number;
}
interface EC2_Instance_CreditSpecification {
  readonly CPUCredits?: string;
}
interface EC2_Instance_ElasticGpuSpecification {
  readonly Type?: string;
}
interface EC2_Instance_ElasticInferenceAccelerator {
  readonly Count?: number;
  readonly Type?: string;
}
interface EC2_Instance_EnclaveOptions {
  readonly Enabled?: boolean;
}
interface EC2_Instance_HibernationOptions {
  readonly Configured?: boolean;
}
interface EC2_Instance_InstanceIpv6Address {
  readonly Ipv6Address?: string;
}
interface EC2_Instance_LaunchTemplateSpecification {
  readonly LaunchTemplateId?: string;
  readonly LaunchTemplateName?: string;
  readonly Version?: string;
}
interface EC2_Instance_LicenseSpecification {
  readonly LicenseConfigurationArn?: string;
}
interface EC2_Instance_MetadataOptions {
  /** disabled | enabled */
  readonly HttpEndpoint?: string;
  /** disabled | enabled */
  readonly HttpProtocolIpv6?: string;
  readonly HttpPutResponseHopLimit?: number;
  /** optional | required */
  readonly HttpTokens?: string;
  /** disabled | enabled */
  readonly InstanceMetadataTags?: string;
}
interface EC2_Instance_NetworkInterface {
  readonly AssociateCarrierIpAddress?: boolean;
  readonly AssociatePublicIpAddress?: boolean;
  readonly DeleteOnTermination?: boolean;
  readonly Description?: string;
  readonly DeviceIndex?: string;
  readonly EnaSrdSpecification?: EC2_Instance_EnaSrdSpecification;
  readonly GroupSet?: readonly string[];
  readonly Ipv6AddressCount?: number;
  readonly Ipv6Addresses?: readonly EC2_Instance_InstanceIpv6Address[];
  readonly NetworkInterfaceId?: string;
  readonly PrivateIpAddress?: string;
  readonly PrivateIpAddresses?: readonly EC2_Instance_PrivateIpAddressSpecification[];
  readonly SecondaryPrivateIpAddressCount?: number;
  readonly SubnetId?: string;
}
interface EC2_Instance_PrivateDnsNameOptions {
  readonly EnableResourceNameDnsAAAARecord?: boolean;
  readonly EnableResourceNameDnsARecord?: boolean;
  /** ip-name | resource-name */
  readonly HostnameType?: string;
}
interface EC2_Instance_SsmAssociation {
  readonly AssociationParameters?: readonly EC2_Instance_AssociationParameter[];
  readonly DocumentName?: string;
}
interface EC2_Instance_Volume {
  readonly Device?: string;
  readonly VolumeId?: string;
}
interface EC2_Instance_Ebs {
  readonly DeleteOnTermination?: boolean;
  readonly Encrypted?: boolean;
  readonly Iops?: number;
  readonly KmsKeyId?: string;
  readonly SnapshotId?: string;
  readonly VolumeSize?: number;
  readonly VolumeType?: string;
}
interface EC2_Instance_EnaSrdSpecification {
  readonly EnaSrdEnabled?: boolean;
  readonly EnaSrdUdpSpecification?: EC2_Instance_EnaSrdUdpSpecification;
}
interface EC2_Instance_PrivateIpAddressSpecification {
  readonly Primary?: boolean;
  readonly PrivateIpAddress?: string;
}
interface EC2_Instance_AssociationParameter {
  readonly Key?: string;
  readonly Value?: readonly string[];
}
interface EC2_Instance_EnaSrdUdpSpecification {
  readonly EnaSrdUdpEnabled?: boolean;
}
interface EC2_NatGateway {
  readonly AllocationId?: string;
  readonly AvailabilityMode?: string;
  readonly AvailabilityZoneAddresses?: readonly EC2_NatGateway_AvailabilityZoneAddress[];
  readonly ConnectivityType?: string;
  readonly MaxDrainDurationSeconds?: number;
  readonly PrivateIpAddress?: string;
  readonly SecondaryAllocationIds?: readonly string[];
  readonly SecondaryPrivateIpAddressCount?: number;
  readonly SecondaryPrivateIpAddresses?: readonly string[];
  readonly SubnetId?: string;
  readonly Tags?: readonly Tag[];
  readonly VpcId?: string;
}
interface EC2_NatGateway_AvailabilityZoneAddress {
  readonly AllocationIds?: readonly string[];
  readonly AvailabilityZone?: string;
  readonly AvailabilityZoneId?: string;
}
interface EC2_Route {
  readonly CarrierGatewayId?: string;
  readonly CoreNetworkArn?: string;
  readonly DestinationCidrBlock?: string;
  readonly DestinationIpv6CidrBlock?: string;
  readonly DestinationPrefixListId?: string;
  readonly EgressOnlyInternetGatewayId?: string;
  readonly GatewayId?: string;
  readonly InstanceId?: string;
  readonly LocalGatewayId?: string;
  readonly NatGatewayId?: string;
  readonly NetworkInterfaceId?: string;
  readonly OdbNetworkArn?: string;
  readonly RouteTableId?: string;
  readonly TransitGatewayId?: string;
  readonly VpcEndpointId?: string;
  readonly VpcPeeringConnectionId?: string;
}
interface EC2_SecurityGroup {
  readonly GroupDescription?: string;
  readonly GroupName?: string;
  readonly SecurityGroupEgress?: readonly EC2_SecurityGroup_Egress[];
  readonly SecurityGroupIngress?: readonly EC2_SecurityGroup_Ingress[];
  readonly Tags?: readonly Tag[];
  readonly VpcId?: string;
}
interface EC2_SecurityGroup_Egress {
  readonly CidrIp?: string;
  readonly CidrIpv6?: string;
  readonly Description?: string;
  readonly DestinationPrefixListId?: string;
  readonly DestinationSecurityGroupId?: string;
  readonly FromPort?: number;
  readonly IpProtocol?: string;
  readonly ToPort?: number;
}
interface EC2_SecurityGroup_Ingress {
  readonly CidrIp?: string;
  readonly CidrIpv6?: string;
  readonly Description?: string;
  readonly FromPort?: number;
  readonly IpProtocol?: string;
  readonly SourcePrefixListId?: string;
  readonly SourceSecurityGroupId?: string;
  readonly SourceSecurityGroupName?: string;
  readonly SourceSecurityGroupOwnerId?: string;
  readonly ToPort?: number;
}
interface EC2_SecurityGroupEgress {
  readonly CidrIp?: string;
  readonly CidrIpv6?: string;
  readonly Description?: string;
  readonly DestinationPrefixListId?: string;
  readonly DestinationSecurityGroupId?: string;
  readonly FromPort?: number;
  readonly GroupId?: string;
  readonly IpProtocol?: string;
  readonly ToPort?: number;
}
interface EC2_SecurityGroupIngress {
  readonly CidrIp?: string;
  readonly CidrIpv6?: string;
  readonly Description?: string;
  readonly FromPort?: number;
  readonly GroupId?: string;
  readonly GroupName?: string;
  readonly IpProtocol?: string;
  readonly SourcePrefixListId?: string;
  readonly SourceSecurityGroupId?: string;
  readonly SourceSecurityGroupName?: string;
  readonly SourceSecurityGroupOwnerId?: string;
  readonly ToPort?: number;
}
interface EC2_Subnet {
  readonly AssignIpv6AddressOnCreation?: boolean;
  readonly AvailabilityZone?: string;
  readonly AvailabilityZoneId?: string;
  readonly CidrBlock?: string;
  readonly EnableDns64?: boolean;
  readonly EnableLniAtDeviceIndex?: number;
  readonly Ipv4IpamPoolId?: string;
  readonly Ipv4NetmaskLength?: number;
  readonly Ipv6CidrBlock?: string;
  readonly Ipv6IpamPoolId?: string;
  readonly Ipv6Native?: boolean;
  readonly Ipv6NetmaskLength?: number;
  readonly MapPublicIpOnLaunch?: boolean;
  readonly OutpostArn?: string;
  readonly PrivateDnsNameOptionsOnLaunch?: EC2_Subnet_PrivateDnsNameOptionsOnLaunch;
  readonly Tags?: readonly Tag[];
  readonly VpcId?: string;
}
interface EC2_Subnet_PrivateDnsNameOptionsOnLaunch {
  readonly EnableResourceNameDnsAAAARecord?: boolean;
  readonly EnableResourceNameDnsARecord?: boolean;
  readonly HostnameType?: string;
}
interface EC2_VPC {
  readonly CidrBlock?: string;
  readonly EnableDnsHostnames?: boolean;
  readonly EnableDnsSupport?: boolean;
  readonly InstanceTenancy?: string;
  readonly Ipv4IpamPoolId?: string;
  readonly Ipv4NetmaskLength?: number;
  readonly Tags?: readonly Tag[];
  readonly VpcEncryptionControl?: EC2_VPC_VpcEncryptionControl;
}
interface EC2_VPC_VpcEncryptionControl {
  /** enable | disable */
  readonly EgressOnlyInternetGatewayExclusion?: string;
  /** enable | disable */
  readonly ElasticFileSystemExclusion?: string;
  /** enable | disable */
  readonly InternetGatewayExclusion?: string;
  /** enable | disable */
  readonly LambdaExclusion?: string;
  /** monitor | enforce */
  readonly Mode?: string;
  /** enable | disable */
  readonly NatGatewayExclusion?: string;
  readonly ResourceExclusions?: EC2_VPC_VpcEncryptionControlExclusions;
  readonly State?: string;
  readonly StateMessage?: string;
  /** enable | disable */
  readonly VirtualPrivateGatewayExclusion?: string;
  readonly VpcEncryptionControlId?: string;
  readonly VpcId?: string;
  /** enable | disable */
  readonly VpcLatticeExclusion?: string;
  /** enable | disable */
  readonly VpcPeeringExclusion?: string;
}
interface EC2_VPC_VpcEncryptionControlExclusions {
  readonly EgressOnlyInternetGateway?: EC2_VPC_VpcEncryptionControlExclusion;
  readonly ElasticFileSystem?: EC2_VPC_VpcEncryptionControlExclusion;
  readonly InternetGateway?: EC2_VPC_VpcEncryptionControlExclusion;
  readonly Lambda?: EC2_VPC_VpcEncryptionControlExclusion;
  readonly NatGateway?: EC2_VPC_VpcEncryptionControlExclusion;
  readonly VirtualPrivateGateway?: EC2_VPC_VpcEncryptionControlExclusion;
  readonly VpcLattice?: EC2_VPC_VpcEncryptionControlExclusion;
  readonly VpcPeering?: EC2_VPC_VpcEncryptionControlExclusion;
}
interface EC2_VPC_VpcEncryptionControlExclusion {
  readonly State?: string;
  readonly StateMessage?: string;
}
interface EC2_VPCEndpoint {
  readonly DnsOptions?: EC2_VPCEndpoint_DnsOptionsSpecification;
  /** ipv4 | ipv6 | dualstack | not-specified */
  readonly IpAddressType?: string;
  readonly PolicyDocument?: Json;
  readonly PrivateDnsEnabled?: boolean;
  readonly ResourceConfigurationArn?: string;
  readonly RouteTableIds?: readonly string[];
  readonly SecurityGroupIds?: readonly string[];
  readonly ServiceName?: string;
  readonly ServiceNetworkArn?: string;
  readonly ServiceRegion?: string;
  readonly SubnetIds?: readonly string[];
  readonly Tags?: readonly Tag[];
  /** Interface | Gateway | GatewayLoadBalancer | ServiceNetwork | Resource | Tunnel */
  readonly VpcEndpointType?: string;
  readonly VpcId?: string;
}
interface EC2_VPCEndpoint_DnsOptionsSpecification {
  /** ipv4 | ipv6 | dualstack | service-defined | not-specified */
  readonly DnsRecordIpType?: string;
  /** OnlyInboundResolver | AllResolvers | NotSpecified */
  readonly PrivateDnsOnlyForInboundResolverEndpoint?: string;
  /** VERIFIED_DOMAINS_ONLY | ALL_DOMAINS | VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS | SPECIFIED_DOMAINS_ONLY */
  readonly PrivateDnsPreference?: string;
  readonly PrivateDnsSpecifiedDomains?: readonly string[];
}
interface ECR_PublicRepository {
  readonly RepositoryCatalogData?: ECR_PublicRepository_RepositoryCatalogData;
  readonly RepositoryName?: string;
  readonly RepositoryPolicyText?: Json;
  readonly Tags?: readonly Tag[];
}
interface ECR_PublicRepository_RepositoryCatalogData {
  readonly AboutText?: string;
  readonly Architectures?: readonly string[];
  readonly OperatingSystems?: readonly string[];
  readonly RepositoryDescription?: string;
  readonly UsageText?: string;
}
interface ECR_PullThroughCacheRule {
  readonly CredentialArn?: string;
  readonly CustomRoleArn?: string;
  readonly EcrRepositoryPrefix?: string;
  readonly UpstreamRegistry?: string;
  readonly UpstreamRegistryUrl?: string;
  readonly UpstreamRepositoryPrefix?: string;
}
interface ECR_PullTimeUpdateExclusion {
  readonly PrincipalArn?: string;
}
interface ECR_RegistryPolicy {
  readonly PolicyText?: Json;
}
interface ECR_RegistryScanningConfiguration {
  readonly Rules?: readonly ECR_RegistryScanningConfiguration_ScanningRule[];
  /** BASIC | ENHANCED */
  readonly ScanType?: string;
}
interface ECR_RegistryScanningConfiguration_ScanningRule {
  readonly RepositoryFilters?: readonly ECR_RegistryScanningConfiguration_RepositoryFilter[];
  /** SCAN_ON_PUSH | CONTINUOUS_SCAN */
  readonly ScanFrequency?: string;
}
interface ECR_RegistryScanningConfiguration_RepositoryFilter {
  readonly Filter?: string;
  /** WILDCARD */
  readonly FilterType?: string;
}
interface ECR_ReplicationConfiguration {
  readonly ReplicationConfiguration?: ECR_ReplicationConfiguration_ReplicationConfiguration;
}
interface ECR_ReplicationConfiguration_ReplicationConfiguration {
  readonly Rules?: readonly ECR_ReplicationConfiguration_ReplicationRule[];
}
interface ECR_ReplicationConfiguration_ReplicationRule {
  readonly Destinations?: readonly ECR_ReplicationConfiguration_ReplicationDestination[];
  readonly RepositoryFilters?: readonly ECR_ReplicationConfiguration_RepositoryFilter[];
}
interface ECR_ReplicationConfiguration_ReplicationDestination {
  readonly Region?: string;
  readonly RegistryId?: string;
}
interface ECR_ReplicationConfiguration_RepositoryFilter {
  readonly Filter?: string;
  /** PREFIX_MATCH */
  readonly FilterType?: string;
}
interface ECR_Repository {
  readonly EmptyOnDelete?: boolean;
  readonly EncryptionConfiguration?: ECR_Repository_EncryptionConfiguration;
  readonly ImageScanningConfiguration?: ECR_Repository_ImageScanningConfiguration;
  /** MUTABLE | IMMUTABLE | MUTABLE_WITH_EXCLUSION | IMMUTABLE_WITH_EXCLUSION */
  readonly ImageTagMutability?: string;
  readonly ImageTagMutabilityExclusionFilters?: readonly ECR_Repository_ImageTagMutabilityExclusionFilter[];
  readonly LifecyclePolicy?: ECR_Repository_LifecyclePolicy;
  readonly RepositoryName?: string;
  readonly RepositoryPolicyText?: Json;
  readonly Tags?: readonly Tag[];
}
interface ECR_Repository_EncryptionConfiguration {
  /** AES256 | KMS | KMS_DSSE */
  readonly EncryptionType?: string;
  readonly KmsKey?: string;
}
interface ECR_Repository_ImageScanningConfiguration {
  readonly ScanOnPush?: boolean;
}
interface ECR_Repository_ImageTagMutabilityExclusionFilter {
  /** WILDCARD */
  readonly ImageTagMutabilityExclusionFilterType?: string;
  readonly ImageTagMutabilityExclusionFilterValue?: string;
}
interface ECR_Repository_LifecyclePolicy {
  readonly LifecyclePolicyText?: string;
  readonly RegistryId?: string;
}
interface ECR_RepositoryCreationTemplate {
  readonly AppliedFor?: readonly string[];
  readonly CustomRoleArn?: string;
  readonly Description?: string;
  readonly EncryptionConfiguration?: ECR_RepositoryCreationTemplate_EncryptionConfiguration;
  /** MUTABLE | IMMUTABLE | IMMUTABLE_WITH_EXCLUSION | MUTABLE_WITH_EXCLUSION */
  readonly ImageTagMutability?: string;
  readonly ImageTagMutabilityExclusionFilters?: readonly ECR_RepositoryCreationTemplate_ImageTagMutabilityExclusionFilter[];
  readonly LifecyclePolicy?: string;
  readonly Prefix?: string;
  readonly RepositoryPolicy?: string;
  readonly ResourceTags?: readonly Tag[];
}
interface ECR_RepositoryCreationTemplate_EncryptionConfiguration {
  /** AES256 | KMS | KMS_DSSE */
  readonly EncryptionType?: string;
  readonly KmsKey?: string;
}
interface ECR_RepositoryCreationTemplate_ImageTagMutabilityExclusionFilter {
  /** WILDCARD */
  readonly ImageTagMutabilityExclusionFilterType?: string;
  readonly ImageTagMutabilityExclusionFilterValue?: string;
}
interface ECR_SigningConfiguration {
  readonly Rules?: readonly ECR_SigningConfiguration_Rule[];
}
interface ECR_SigningConfiguration_Rule {
  readonly RepositoryFilters?: readonly ECR_SigningConfiguration_RepositoryFilter[];
  readonly SigningProfileArn?: string;
}
interface ECR_SigningConfiguration_RepositoryFilter {
  readonly Filter?: string;
  /** WILDCARD_MATCH */
  readonly FilterType?: string;
}
interface ECS_Cluster {
  readonly CapacityProviders?: readonly string[];
  readonly ClusterName?: string;
  readonly ClusterSettings?: readonly ECS_Cluster_ClusterSettings[];
  readonly Configuration?: ECS_Cluster_ClusterConfiguration;
  readonly DefaultCapacityProviderStrategy?: readonly ECS_Cluster_CapacityProviderStrategyItem[];
  readonly ServiceConnectDefaults?: ECS_Cluster_ServiceConnectDefaults;
  readonly Tags?: readonly Tag[];
}
interface ECS_Cluster_ClusterSettings {
  readonly Name?: string;
  readonly Value?: string;
}
interface ECS_Cluster_ClusterConfiguration {
  readonly ExecuteCommandConfiguration?: ECS_Cluster_ExecuteCommandConfiguration;
  readonly ManagedStorageConfiguration?: ECS_Cluster_ManagedStorageConfiguration;
}
interface ECS_Cluster_CapacityProviderStrategyItem {
  readonly Base?: number;
  readonly CapacityProvider?: string;
  readonly Weight?: number;
}
interface ECS_Cluster_ServiceConnectDefaults {
  readonly Namespace?: string;
}
interface ECS_Cluster_ExecuteCommandConfiguration {
  readonly KmsKeyId?: string;
  readonly LogConfiguration?: ECS_Cluster_ExecuteCommandLogConfiguration;
  readonly Logging?: string;
}
interface ECS_Cluster_ManagedStorageConfiguration {
  readonly FargateEphemeralStorageKmsKeyId?: string;
  readonly KmsKeyId?: string;
}
interface ECS_Cluster_ExecuteCommandLogConfiguration {
  readonly CloudWatchEncryptionEnabled?: boolean;
  readonly CloudWatchLogGroupName?: string;
  readonly S3BucketName?: string;
  readonly S3EncryptionEnabled?: boolean;
  readonly S3KeyPrefix?: string;
}
interface ECS_Service {
  /** ENABLED | DISABLED */
  readonly AvailabilityZoneRebalancing?: string;
  readonly CapacityProviderStrategy?: readonly ECS_Service_CapacityProviderStrategyItem[];
  readonly Cluster?: string;
  readonly DeploymentConfiguration?: ECS_Service_DeploymentConfiguration;
  readonly DeploymentController?: ECS_Service_DeploymentController;
  readonly DesiredCount?: number;
  readonly EnableECSManagedTags?: boolean;
  readonly EnableExecuteCommand?: boolean;
  readonly ForceNewDeployment?: ECS_Service_ForceNewDeployment;
  readonly HealthCheckGracePeriodSeconds?: number;
  /** EC2 | FARGATE | EXTERNAL */
  readonly LaunchType?: string;
  readonly LoadBalancers?: readonly ECS_Service_LoadBalancer[];
  readonly Monitoring?: ECS_Service_MonitoringConfiguration;
  readonly NetworkConfiguration?: ECS_Service_NetworkConfiguration;
  readonly PlacementConstraints?: readonly ECS_Service_PlacementConstraint[];
  readonly PlacementStrategies?: readonly ECS_Service_PlacementStrategy[];
  readonly PlatformVersion?: string;
  /** SERVICE | TASK_DEFINITION */
  readonly PropagateTags?: string;
  readonly Role?: string;
  /** DAEMON | REPLICA */
  readonly SchedulingStrategy?: string;
  readonly ServiceConnectConfiguration?: ECS_Service_ServiceConnectConfiguration;
  readonly ServiceName?: string;
  readonly ServiceRegistries?: readonly ECS_Service_ServiceRegistry[];
  readonly Tags?: readonly Tag[];
  readonly TaskDefinition?: string;
  readonly VolumeConfigurations?: readonly ECS_Service_ServiceVolumeConfiguration[];
  readonly VpcLatticeConfigurations?: readonly ECS_Service_VpcLatticeConfiguration[];
}
interface ECS_Service_CapacityProviderStrategyItem {
  readonly Base?: number;
  readonly CapacityProvider?: string;
  readonly Weight?: number;
}
interface ECS_Service_DeploymentConfiguration {
  readonly Alarms?: ECS_Service_DeploymentAlarms;
  readonly BakeTimeInMinutes?: number;
  readonly CanaryConfiguration?: ECS_Service_CanaryConfiguration;
  readonly DeploymentCircuitBreaker?: ECS_Service_DeploymentCircuitBreaker;
  readonly EarlySuccessCriteria?: ECS_Service_DeploymentEarlySuccessCriteria;
  readonly LifecycleHooks?: readonly ECS_Service_DeploymentLifecycleHook[];
  readonly LinearConfiguration?: ECS_Service_LinearConfiguration;
  readonly MaximumPercent?: number;
  readonly MinimumHealthyPercent?: number;
  /** ROLLING | BLUE_GREEN | LINEAR | CANARY */
  readonly Strategy?: string;
}
interface ECS_Service_DeploymentController {
  /** CODE_DEPLOY | ECS | EXTERNAL */
  readonly Type?: string;
}
interface ECS_Service_ForceNewDeployment {
  readonly EnableForceNewDeployment?: boolean;
  readonly ForceNewDeploymentNonce?: string;
}
interface ECS_Service_LoadBalancer {
  readonly AdvancedConfiguration?: ECS_Service_AdvancedConfiguration;
  readonly ContainerName?: string;
  readonly ContainerPort?: number;
  readonly LoadBalancerName?: string;
  readonly TargetGroupArn?: string;
}
interface ECS_Service_MonitoringConfiguration {
  readonly MetricConfigurations?: readonly ECS_Service_MetricConfiguration[];
}
interface ECS_Service_NetworkConfiguration {
  readonly AwsvpcConfiguration?: ECS_Service_AwsVpcConfiguration;
}
interface ECS_Service_PlacementConstraint {
  readonly Expression?: string;
  /** distinctInstance | memberOf */
  readonly Type?: string;
}
interface ECS_Service_PlacementStrategy {
  readonly Field?: string;
  /** binpack | random | spread */
  readonly Type?: string;
}
interface ECS_Service_ServiceConnectConfiguration {
  readonly AccessLogConfiguration?: ECS_Service_ServiceConnectAccessLogConfiguration;
  readonly Enabled?: boolean;
  readonly LogConfiguration?: ECS_Service_LogConfiguration;
  readonly Namespace?: string;
  readonly Services?: readonly ECS_Service_ServiceConnectService[];
}
interface ECS_Service_ServiceRegistry {
  readonly ContainerName?: string;
  readonly ContainerPort?: number;
  readonly Port?: number;
  readonly RegistryArn?: string;
}
interface ECS_Service_ServiceVolumeConfiguration {
  readonly ManagedEBSVolume?: ECS_Service_ServiceManagedEBSVolumeConfiguration;
  readonly Name?: string;
}
interface ECS_Service_VpcLatticeConfiguration {
  readonly PortName?: string;
  readonly RoleArn?: string;
  readonly TargetGroupArn?: string;
}
interface ECS_Service_DeploymentAlarms {
  readonly AlarmNames?: readonly string[];
  readonly Enable?: boolean;
  readonly Rollback?: boolean;
}
interface ECS_Service_CanaryConfiguration {
  readonly CanaryBakeTimeInMinutes?: number;
  readonly CanaryPercent?: number;
}
interface ECS_Service_DeploymentCircuitBreaker {
  readonly Enable?: boolean;
  readonly ResetOnHealthyTask?: boolean;
  readonly Rollback?: boolean;
  readonly ThresholdConfiguration?: ECS_Service_ThresholdConfiguration;
}
interface ECS_Service_DeploymentEarlySuccessCriteria {
  readonly Enable?: boolean;
  readonly HealthyPercent?: number;
  /** BLOCKING | DEFERRED */
  readonly SourceServiceRevisionCleanup?: string;
}
interface ECS_Service_DeploymentLifecycleHook {
  readonly HookDetails?: Json;
  readonly HookTargetArn?: string;
  readonly LifecycleStages?: readonly string[];
  readonly RoleArn?: string;
  /** AWS_LAMBDA | PAUSE */
  readonly TargetType?: string;
  readonly TimeoutConfiguration?: ECS_Service_HookTimeoutConfig;
}
interface ECS_Service_LinearConfiguration {
  readonly StepBakeTimeInMinutes?: number;
  readonly StepPercent?: number;
}
interface ECS_Service_AdvancedConfiguration {
  readonly AlternateTargetGroupArn?: string;
  readonly ProductionListenerRule?: string;
  readonly RoleArn?: string;
  readonly TestListenerRule?: string;
}
interface ECS_Service_MetricConfiguration {
  readonly MetricNames?: readonly string[];
  readonly ResolutionSeconds?: number;
}
interface ECS_Service_AwsVpcConfiguration {
  /** DISABLED | ENABLED */
  readonly AssignPublicIp?: string;
  readonly SecurityGroups?: readonly string[];
  readonly Subnets?: readonly string[];
}
interface ECS_Service_ServiceConnectAccessLogConfiguration {
  /** TEXT | JSON */
  readonly Format?: string;
  /** DISABLED | ENABLED */
  readonly IncludeQueryParameters?: string;
}
interface ECS_Service_LogConfiguration {
  readonly LogDriver?: string;
  readonly Options?: { readonly [key: string]: string };
  readonly SecretOptions?: readonly ECS_Service_Secret[];
}
interface ECS_Service_ServiceConnectService {
  readonly ClientAliases?: readonly ECS_Service_ServiceConnectClientAlias[];
  readonly DiscoveryName?: string;
  readonly IngressPortOverride?: number;
  readonly PortName?: string;
  readonly Timeout?: ECS_Service_TimeoutConfiguration;
  readonly Tls?: ECS_Service_ServiceConnectTlsConfiguration;
}
interface ECS_Service_ServiceManagedEBSVolumeConfiguration {
  readonly Encrypted?: boolean;
  readonly FilesystemType?: string;
  readonly Iops?: number;
  readonly KmsKeyId?: string;
  readonly RoleArn?: string;
  readonly SizeInGiB?: number;
  readonly SnapshotId?: string;
  readonly TagSpecifications?: readonly ECS_Service_EBSTagSpecification[];
  readonly Throughput?: number;
  readonly VolumeInitializationRate?: number;
  readonly VolumeType?: string;
}
interface ECS_Service_ThresholdConfiguration {
  /** COUNT | BOUNDED_PERCENT | UNBOUNDED_PERCENT */
  readonly Type?: string;
  readonly Value?: number;
}
interface ECS_Service_HookTimeoutConfig {
  /** ROLLBACK | CONTINUE */
  readonly Action?: string;
  readonly TimeoutInMinutes?: number;
}
interface ECS_Service_Secret {
  readonly Name?: string;
  readonly ValueFrom?: string;
}
interface ECS_Service_ServiceConnectClientAlias {
  readonly DnsName?: string;
  readonly Port?: number;
  readonly TestTrafficRules?: ECS_Service_ServiceConnectTestTrafficRules;
}
interface ECS_Service_TimeoutConfiguration {
  readonly IdleTimeoutSeconds?: number;
  readonly PerRequestTimeoutSeconds?: number;
}
interface ECS_Service_ServiceConnectTlsConfiguration {
  readonly IssuerCertificateAuthority?: ECS_Service_ServiceConnectTlsCertificateAuthority;
  readonly KmsKey?: string;
  readonly RoleArn?: string;
}
interface ECS_Service_EBSTagSpecification {
  /** SERVICE | TASK_DEFINITION */
  readonly PropagateTags?: string;
  readonly ResourceType?: string;
  readonly Tags?: readonly Tag[];
}
interface ECS_Service_ServiceConnectTestTrafficRules {
  readonly Header?: ECS_Service_ServiceConnectTestTrafficRulesHeader;
}
interface ECS_Service_ServiceConnectTlsCertificateAuthority {
  readonly AwsPcaAuthorityArn?: string;
}
interface ECS_Service_ServiceConnectTestTrafficRulesHeader {
  readonly Name?: string;
  readonly Value?: ECS_Service_ServiceConnectTestTrafficRulesHeaderValue;
}
interface ECS_Service_ServiceConnectTestTrafficRulesHeaderValue {
  readonly Exact?: string;
}
interface ECS_TaskDefinition {
  readonly ContainerDefinitions?: readonly ECS_TaskDefinition_ContainerDefinition[];
  readonly Cpu?: string;
  readonly EnableFaultInjection?: boolean;
  readonly EphemeralStorage?: ECS_TaskDefinition_EphemeralStorage;
  readonly ExecutionRoleArn?: string;
  readonly Family?: string;
  readonly InferenceAccelerators?: readonly ECS_TaskDefinition_InferenceAccelerator[];
  readonly IpcMode?: string;
  readonly Memory?: string;
  readonly NetworkMode?: string;
  readonly PidMode?: string;
  readonly PlacementConstraints?: readonly ECS_TaskDefinition_TaskDefinitionPlacementConstraint[];
  readonly ProxyConfiguration?: ECS_TaskDefinition_ProxyConfiguration;
  readonly RequiresCompatibilities?: readonly string[];
  readonly RuntimePlatform?: ECS_TaskDefinition_RuntimePlatform;
  readonly Tags?: readonly Tag[];
  readonly TaskRoleArn?: string;
  readonly Volumes?: readonly ECS_TaskDefinition_Volume[];
}
interface ECS_TaskDefinition_ContainerDefinition {
  readonly Command?: readonly string[];
  readonly Cpu?: number;
  readonly CredentialSpecs?: readonly string[];
  readonly DependsOn?: readonly ECS_TaskDefinition_ContainerDependency[];
  readonly DisableNetworking?: boolean;
  readonly DnsSearchDomains?: readonly string[];
  readonly DnsServers?: readonly string[];
  readonly DockerLabels?: { readonly [key: string]: string };
  readonly DockerSecurityOptions?: readonly string[];
  readonly EntryPoint?: readonly string[];
  readonly Environment?: readonly ECS_TaskDefinition_KeyValuePair[];
  readonly EnvironmentFiles?: readonly ECS_TaskDefinition_EnvironmentFile[];
  readonly Essential?: boolean;
  readonly ExtraHosts?: readonly ECS_TaskDefinition_HostEntry[];
  readonly FirelensConfiguration?: ECS_TaskDefinition_FirelensConfiguration;
  readonly HealthCheck?: ECS_TaskDefinition_HealthCheck;
  readonly Hostname?: string;
  readonly Image?: string;
  readonly Interactive?: boolean;
  readonly Links?: readonly string[];
  readonly LinuxParameters?: ECS_TaskDefinition_LinuxParameters;
  readonly LogConfiguration?: ECS_TaskDefinition_LogConfiguration;
  readonly Memory?: number;
  readonly MemoryReservation?: number;
  readonly MountPoints?: readonly ECS_TaskDefinition_MountPoint[];
  readonly Name?: string;
  readonly PortMappings?: readonly ECS_TaskDefinition_PortMapping[];
  readonly Privileged?: boolean;
  readonly PseudoTerminal?: boolean;
  readonly ReadonlyRootFilesystem?: boolean;
  readonly RepositoryCredentials?: ECS_TaskDefinition_RepositoryCredentials;
  readonly ResourceRequirements?: readonly ECS_TaskDefinition_ResourceRequirement[];
  readonly RestartPolicy?: ECS_TaskDefinition_RestartPolicy;
  readonly Secrets?: readonly ECS_TaskDefinition_Secret[];
  readonly StartTimeout?: number;
  readonly StopTimeout?: number;
  readonly SystemControls?: readonly ECS_TaskDefinition_SystemControl[];
  readonly Ulimits?: readonly ECS_TaskDefinition_Ulimit[];
  readonly User?: string;
  /** enabled | disabled */
  readonly VersionConsistency?: string;
  readonly VolumesFrom?: readonly ECS_TaskDefinition_VolumeFrom[];
  readonly WorkingDirectory?: string;
}
interface ECS_TaskDefinition_EphemeralStorage {
  readonly SizeInGiB?: number;
}
interface ECS_TaskDefinition_InferenceAccelerator {
  readonly DeviceName?: string;
  readonly DeviceType?: string;
}
interface ECS_TaskDefinition_TaskDefinitionPlacementConstraint {
  readonly Expression?: string;
  readonly Type?: string;
}
interface ECS_TaskDefinition_ProxyConfiguration {
  readonly ContainerName?: string;
  readonly ProxyConfigurationProperties?: readonly ECS_TaskDefinition_KeyValuePair[];
  readonly Type?: string;
}
interface ECS_TaskDefinition_RuntimePlatform {
  readonly CpuArchitecture?: string;
  readonly OperatingSystemFamily?: string;
}
interface ECS_TaskDefinition_Volume {
  readonly ConfiguredAtLaunch?: boolean;
  readonly DockerVolumeConfiguration?: ECS_TaskDefinition_DockerVolumeConfiguration;
  readonly EFSVolumeConfiguration?: ECS_TaskDefinition_EFSVolumeConfiguration;
  readonly FSxWindowsFileServerVolumeConfiguration?: ECS_TaskDefinition_FSxWindowsFileServerVolumeConfiguration;
  readonly Host?: ECS_TaskDefinition_HostVolumeProperties;
  readonly Name?: string;
  readonly S3FilesVolumeConfiguration?: ECS_TaskDefinition_S3FilesVolumeConfiguration;
}
interface ECS_TaskDefinition_ContainerDependency {
  readonly Condition?: string;
  readonly ContainerName?: string;
}
interface ECS_TaskDefinition_KeyValuePair {
  readonly Name?: string;
  readonly Value?: string;
}
interface ECS_TaskDefinition_EnvironmentFile {
  readonly Type?: string;
  readonly Value?: string;
}
interface ECS_TaskDefinition_HostEntry {
  readonly Hostname?: string;
  readonly IpAddress?: string;
}
interface ECS_TaskDefinition_FirelensConfiguration {
  readonly Options?: { readonly [key: string]: string };
  readonly Type?: string;
}
interface ECS_TaskDefinition_HealthCheck {
  readonly Command?: readonly string[];
  readonly Interval?: number;
  readonly Retries?: number;
  readonly StartPeriod?: number;
  readonly Timeout?: number;
}
interface ECS_TaskDefinition_LinuxParameters {
  readonly Capabilities?: ECS_TaskDefinition_KernelCapabilities;
  readonly Devices?: readonly ECS_TaskDefinition_Device[];
  readonly InitProcessEnabled?: boolean;
  readonly MaxSwap?: number;
  readonly SharedMemorySize?: number;
  readonly Swappiness?: number;
  readonly Tmpfs?: readonly ECS_TaskDefinition_Tmpfs[];
}
interface ECS_TaskDefinition_LogConfiguration {
  readonly LogDriver?: string;
  readonly Options?: { readonly [key: string]: string };
  readonly SecretOptions?: readonly ECS_TaskDefinition_Secret[];
}
interface ECS_TaskDefinition_MountPoint {
  readonly ContainerPath?: string;
  readonly ReadOnly?: boolean;
  readonly SourceVolume?: string;
}
interface ECS_TaskDefinition_PortMapping {
  /** http | http2 | grpc */
  readonly AppProtocol?: string;
  readonly ContainerPort?: number;
  readonly ContainerPortRange?: string;
  readonly HostPort?: number;
  readonly Name?: string;
  readonly Protocol?: string;
}
interface ECS_TaskDefinition_RepositoryCredentials {
  readonly CredentialsParameter?: string;
}
interface ECS_TaskDefinition_ResourceRequirement {
  readonly Type?: string;
  readonly Value?: string;
}
interface ECS_TaskDefinition_RestartPolicy {
  readonly Enabled?: boolean;
  readonly IgnoredExitCodes?: readonly number[];
  readonly RestartAttemptPeriod?: number;
}
interface ECS_TaskDefinition_Secret {
  readonly Name?: string;
  readonly ValueFrom?: string;
}
interface ECS_TaskDefinition_SystemControl {
  readonly Namespace?: string;
  readonly Value?: string;
}
interface ECS_TaskDefinition_Ulimit {
  readonly HardLimit?: number;
  readonly Name?: string;
  readonly SoftLimit?: number;
}
interface ECS_TaskDefinition_VolumeFrom {
  readonly ReadOnly?: boolean;
  readonly SourceContainer?: string;
}
interface ECS_TaskDefinition_DockerVolumeConfiguration {
  readonly Autoprovision?: boolean;
  readonly Driver?: string;
  readonly DriverOpts?: { readonly [key: string]: string };
  readonly Labels?: { readonly [key: string]: string };
  readonly Scope?: string;
}
interface ECS_TaskDefinition_EFSVolumeConfiguration {
  readonly AuthorizationConfig?: ECS_TaskDefinition_AuthorizationConfig;
  readonly FilesystemId?: string;
  readonly RootDirectory?: string;
  /** ENABLED | DISABLED */
  readonly TransitEncryption?: string;
  readonly TransitEncryptionPort?: number;
}
interface ECS_TaskDefinition_FSxWindowsFileServerVolumeConfiguration {
  readonly AuthorizationConfig?: ECS_TaskDefinition_FSxAuthorizationConfig;
  readonly FileSystemId?: string;
  readonly RootDirectory?: string;
}
interface ECS_TaskDefinition_HostVolumeProperties {
  readonly SourcePath?: string;
}
interface ECS_TaskDefinition_S3FilesVolumeConfiguration {
  readonly AccessPointArn?: string;
  readonly FileSystemArn?: string;
  readonly RootDirectory?: string;
  readonly TransitEncryptionPort?: number;
}
interface ECS_TaskDefinition_KernelCapabilities {
  readonly Add?: readonly string[];
  readonly Drop?: readonly string[];
}
interface ECS_TaskDefinition_Device {
  readonly ContainerPath?: string;
  readonly HostPath?: string;
  readonly Permissions?: readonly string[];
}
interface ECS_TaskDefinition_Tmpfs {
  readonly ContainerPath?: string;
  readonly MountOptions?: readonly string[];
  readonly Size?: number;
}
interface ECS_TaskDefinition_AuthorizationConfig {
  readonly AccessPointId?: string;
  /** ENABLED | DISABLED */
  readonly IAM?: string;
}
interface ECS_TaskDefinition_FSxAuthorizationConfig {
  readonly CredentialsParameter?: string;
  readonly Domain?: string;
}
interface EFS_AccessPoint {
  readonly AccessPointTags?: readonly EFS_AccessPoint_AccessPointTag[];
  readonly ClientToken?: string;
  readonly FileSystemId?: string;
  readonly PosixUser?: EFS_AccessPoint_PosixUser;
  readonly RootDirectory?: EFS_AccessPoint_RootDirectory;
}
interface EFS_AccessPoint_AccessPointTag {
  readonly Key?: string;
  readonly Value?: string;
}
interface EFS_AccessPoint_PosixUser {
  readonly Gid?: string;
  readonly SecondaryGids?: readonly string[];
  readonly Uid?: string;
}
interface EFS_AccessPoint_RootDirectory {
  readonly CreationInfo?: EFS_AccessPoint_CreationInfo;
  readonly Path?: string;
}
interface EFS_AccessPoint_CreationInfo {
  readonly OwnerGid?: string;
  readonly OwnerUid?: string;
  readonly Permissions?: string;
}
interface EFS_FileSystem {
  readonly AvailabilityZoneName?: string;
  readonly BackupPolicy?: EFS_FileSystem_BackupPolicy;
  readonly BypassPolicyLockoutSafetyCheck?: boolean;
  readonly Encrypted?: boolean;
  readonly FileSystemPolicy?: Json;
  readonly FileSystemProtection?: EFS_FileSystem_FileSystemProtection;
  readonly FileSystemTags?: readonly EFS_FileSystem_ElasticFileSystemTag[];
  readonly KmsKeyId?: string;
  readonly LifecyclePolicies?: readonly EFS_FileSystem_LifecyclePolicy[];
  readonly PerformanceMode?: string;
  readonly ProvisionedThroughputInMibps?: number;
  readonly ReplicationConfiguration?: EFS_FileSystem_ReplicationConfiguration;
  readonly ThroughputMode?: string;
}
interface EFS_FileSystem_BackupPolicy {
  /** DISABLED | ENABLED */
  readonly Status?: string;
}
interface EFS_FileSystem_FileSystemProtection {
  /** DISABLED | ENABLED */
  readonly ReplicationOverwriteProtection?: string;
}
interface EFS_FileSystem_ElasticFileSystemTag {
  readonly Key?: string;
  readonly Value?: string;
}
interface EFS_FileSystem_LifecyclePolicy {
  readonly TransitionToArchive?: string;
  readonly TransitionToIA?: string;
  readonly TransitionToPrimaryStorageClass?: string;
}
interface EFS_FileSystem_ReplicationConfiguration {
  readonly Destinations?: readonly EFS_FileSystem_ReplicationDestination[];
}
interface EFS_FileSystem_ReplicationDestination {
  readonly AvailabilityZoneName?: string;
  readonly FileSystemId?: string;
  readonly KmsKeyId?: string;
  readonly Region?: string;
  readonly RoleArn?: string;
  readonly Status?: string;
  readonly StatusMessage?: string;
}
interface EFS_MountTarget {
  readonly FileSystemId?: string;
  readonly IpAddress?: string;
  /** IPV4_ONLY | IPV6_ONLY | DUAL_STACK */
  readonly IpAddressType?: string;
  readonly Ipv6Address?: string;
  readonly SecurityGroups?: readonly string[];
  readonly SubnetId?: string;
}
interface ElastiCache_CacheCluster {
  readonly AZMode?: string;
  readonly AutoMinorVersionUpgrade?: boolean;
  readonly CacheNodeType?: string;
  readonly CacheParameterGroupName?: string;
  readonly CacheSecurityGroupNames?: readonly string[];
  readonly CacheSubnetGroupName?: string;
  readonly ClusterName?: string;
  readonly Engine?: string;
  readonly EngineVersion?: string;
  readonly IpDiscovery?: string;
  readonly LogDeliveryConfigurations?: readonly ElastiCache_CacheCluster_LogDeliveryConfigurationRequest[];
  readonly NetworkType?: string;
  readonly NotificationTopicArn?: string;
  readonly NumCacheNodes?: number;
  readonly Port?: number;
  readonly PreferredAvailabilityZone?: string;
  readonly PreferredAvailabilityZones?: readonly string[];
  readonly PreferredMaintenanceWindow?: string;
  readonly SnapshotArns?: readonly string[];
  readonly SnapshotName?: string;
  readonly SnapshotRetentionLimit?: number;
  readonly SnapshotWindow?: string;
  readonly Tags?: readonly Tag[];
  readonly TransitEncryptionEnabled?: boolean;
  readonly VpcSecurityGroupIds?: readonly string[];
}
interface ElastiCache_CacheCluster_LogDeliveryConfigurationRequest {
  readonly DestinationDetails?: ElastiCache_CacheCluster_DestinationDetails;
  readonly DestinationType?: string;
  readonly LogFormat?: string;
  readonly LogType?: string;
}
interface ElastiCache_CacheCluster_DestinationDetails {
  readonly CloudWatchLogsDetails?: ElastiCache_CacheCluster_CloudWatchLogsDestinationDetails;
  readonly KinesisFirehoseDetails?: ElastiCache_CacheCluster_KinesisFirehoseDestinationDetails;
}
interface ElastiCache_CacheCluster_CloudWatchLogsDestinationDetails {
  readonly LogGroup?: string;
}
interface ElastiCache_CacheCluster_KinesisFirehoseDestinationDetails {
  readonly DeliveryStream?: string;
}
interface ElastiCache_ReplicationGroup {
  readonly AtRestEncryptionEnabled?: boolean;
  readonly AuthToken?: string;
  readonly AutoMinorVersionUpgrade?: boolean;
  readonly AutomaticFailoverEnabled?: boolean;
  readonly CacheNodeType?: string;
  readonly CacheParameterGroupName?: string;
  readonly CacheSecurityGroupNames?: readonly string[];
  readonly CacheSubnetGroupName?: string;
  readonly ClusterMode?: string;
  readonly DataTieringEnabled?: boolean;
  /** default | async | sync | disabled */
  readonly Durability?: string;
  readonly Engine?: string;
  readonly EngineVersion?: string;
  readonly GlobalReplicationGroupId?: string;
  readonly IpDiscovery?: string;
  readonly KmsKeyId?: string;
  readonly LogDeliveryConfigurations?: readonly ElastiCache_ReplicationGroup_LogDeliveryConfigurationRequest[];
  readonly MultiAZEnabled?: boolean;
  readonly NetworkType?: string;
  readonly NodeGroupConfiguration?: readonly ElastiCache_ReplicationGroup_NodeGroupConfiguration[];
  readonly NotificationTopicArn?: string;
  readonly NumCacheClusters?: number;
  readonly NumNodeGroups?: number;
  readonly Port?: number;
  readonly PreferredCacheClusterAZs?: readonly string[];
  readonly PreferredMaintenanceWindow?: string;
  readonly PrimaryClusterId?: string;
  readonly ReplicasPerNodeGroup?: number;
  readonly ReplicationGroupDescription?: string;
  readonly ReplicationGroupId?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly SnapshotArns?: readonly string[];
  readonly SnapshotName?: string;
  readonly SnapshotRetentionLimit?: number;
  readonly SnapshotWindow?: string;
  readonly SnapshottingClusterId?: string;
  readonly Tags?: readonly Tag[];
  readonly TransitEncryptionEnabled?: boolean;
  readonly TransitEncryptionMode?: string;
  readonly UserGroupIds?: readonly string[];
}
interface ElastiCache_ReplicationGroup_LogDeliveryConfigurationRequest {
  readonly DestinationDetails?: ElastiCache_ReplicationGroup_DestinationDetails;
  readonly DestinationType?: string;
  readonly LogFormat?: string;
  readonly LogType?: string;
}
interface ElastiCache_ReplicationGroup_NodeGroupConfiguration {
  readonly NodeGroupId?: string;
  readonly PrimaryAvailabilityZone?: string;
  readonly ReplicaAvailabilityZones?: readonly string[];
  readonly ReplicaCount?: number;
  readonly Slots?: string;
}
interface ElastiCache_ReplicationGroup_DestinationDetails {
  readonly CloudWatchLogsDetails?: ElastiCache_ReplicationGroup_CloudWatchLogsDestinationDetails;
  readonly KinesisFirehoseDetails?: ElastiCache_ReplicationGroup_KinesisFirehoseDestinationDetails;
}
interface ElastiCache_ReplicationGroup_CloudWatchLogsDestinationDetails {
  readonly LogGroup?: string;
}
interface ElastiCache_ReplicationGroup_KinesisFirehoseDestinationDetails {
  readonly DeliveryStream?: string;
}
interface ElastiCache_ServerlessCache {
  readonly CacheUsageLimits?: ElastiCache_ServerlessCache_CacheUsageLimits;
  readonly DailySnapshotTime?: string;
  readonly Description?: string;
  readonly Endpoint?: ElastiCache_ServerlessCache_Endpoint;
  readonly Engine?: string;
  readonly FinalSnapshotName?: string;
  readonly KmsKeyId?: string;
  readonly MajorEngineVersion?: string;
  /** ipv4 | ipv6 | dual_stack */
  readonly NetworkType?: string;
  readonly ReaderEndpoint?: ElastiCache_ServerlessCache_Endpoint;
  readonly SecurityGroupIds?: readonly string[];
  readonly ServerlessCacheName?: string;
  readonly SnapshotArnsToRestore?: readonly string[];
  readonly SnapshotRetentionLimit?: number;
  readonly SubnetIds?: readonly string[];
  readonly Tags?: readonly Tag[];
  readonly UserGroupId?: string;
}
interface ElastiCache_ServerlessCache_CacheUsageLimits {
  readonly DataStorage?: ElastiCache_ServerlessCache_DataStorage;
  readonly ECPUPerSecond?: ElastiCache_ServerlessCache_ECPUPerSecond;
}
interface ElastiCache_ServerlessCache_Endpoint {
  readonly Address?: string;
  readonly Port?: string;
}
interface ElastiCache_ServerlessCache_DataStorage {
  readonly Maximum?: number;
  readonly Minimum?: number;
  /** GB */
  readonly Unit?: string;
}
interface ElastiCache_ServerlessCache_ECPUPerSecond {
  readonly Maximum?: number;
  readonly Minimum?: number;
}
interface ElasticLoadBalancingV2_Listener {
  readonly AlpnPolicy?: readonly string[];
  readonly Certificates?: readonly ElasticLoadBalancingV2_Listener_Certificate[];
  readonly DefaultActions?: readonly ElasticLoadBalancingV2_Listener_Action[];
  readonly ListenerAttributes?: readonly ElasticLoadBalancingV2_Listener_ListenerAttribute[];
  readonly LoadBalancerArn?: string;
  readonly MutualAuthentication?: ElasticLoadBalancingV2_Listener_MutualAuthentication;
  readonly Port?: number;
  readonly Protocol?: string;
  readonly SslPolicy?: string;
  readonly Tags?: readonly Tag[];
}
interface ElasticLoadBalancingV2_Listener_Certificate {
  readonly CertificateArn?: string;
}
interface ElasticLoadBalancingV2_Listener_Action {
  readonly AuthenticateCognitoConfig?: ElasticLoadBalancingV2_Listener_AuthenticateCognitoConfig;
  readonly AuthenticateOidcConfig?: ElasticLoadBalancingV2_Listener_AuthenticateOidcConfig;
  readonly FixedResponseConfig?: ElasticLoadBalancingV2_Listener_FixedResponseConfig;
  readonly ForwardConfig?: ElasticLoadBalancingV2_Listener_ForwardConfig;
  readonly JwtValidationConfig?: ElasticLoadBalancingV2_Listener_JwtValidationConfig;
  readonly Order?: number;
  readonly RedirectConfig?: ElasticLoadBalancingV2_Listener_RedirectConfig;
  readonly TargetGroupArn?: string;
  readonly Type?: string;
}
interface ElasticLoadBalancingV2_Listener_ListenerAttribute {
  readonly Key?: string;
  readonly Value?: string;
}
interface ElasticLoadBalancingV2_Listener_MutualAuthentication {
  readonly AdvertiseTrustStoreCaNames?: string;
  readonly IgnoreClientCertificateExpiry?: boolean;
  readonly Mode?: string;
  readonly TrustStoreArn?: string;
}
interface ElasticLoadBalancingV2_Listener_AuthenticateCognitoConfig {
  readonly AuthenticationRequestExtraParams?: { readonly [key: string]: string };
  readonly OnUnauthenticatedRequest?: string;
  readonly Scope?: string;
  readonly SessionCookieName?: string;
  readonly SessionTimeout?: string;
  readonly UserPoolArn?: string;
  readonly UserPoolClientId?: string;
  readonly UserPoolDomain?: string;
}
interface ElasticLoadBalancingV2_Listener_AuthenticateOidcConfig {
  readonly AuthenticationRequestExtraParams?: { readonly [key: string]: string };
  readonly AuthorizationEndpoint?: string;
  readonly ClientId?: string;
  readonly ClientSecret?: string;
  readonly Issuer?: string;
  readonly OnUnauthenticatedRequest?: string;
  readonly Scope?: string;
  readonly SessionCookieName?: string;
  readonly SessionTimeout?: string;
  readonly TokenEndpoint?: string;
  readonly UseExistingClientSecret?: boolean;
  readonly UserInfoEndpoint?: string;
}
interface ElasticLoadBalancingV2_Listener_FixedResponseConfig {
  readonly ContentType?: string;
  readonly MessageBody?: string;
  readonly StatusCode?: string;
}
interface ElasticLoadBalancingV2_Listener_ForwardConfig {
  readonly TargetGroupStickinessConfig?: ElasticLoadBalancingV2_Listener_TargetGroupStickinessConfig;
  readonly TargetGroups?: readonly ElasticLoadBalancingV2_Listener_TargetGroupTuple[];
}
interface ElasticLoadBalancingV2_Listener_JwtValidationConfig {
  readonly AdditionalClaims?: readonly ElasticLoadBalancingV2_Listener_JwtValidationActionAdditionalClaim[];
  readonly Issuer?: string;
  readonly JwksEndpoint?: string;
}
interface ElasticLoadBalancingV2_Listener_RedirectConfig {
  readonly Host?: string;
  readonly Path?: string;
  readonly Port?: string;
  readonly Protocol?: string;
  readonly Query?: string;
  readonly StatusCode?: string;
}
interface ElasticLoadBalancingV2_Listener_TargetGroupStickinessConfig {
  readonly DurationSeconds?: number;
  readonly Enabled?: boolean;
}
interface ElasticLoadBalancingV2_Listener_TargetGroupTuple {
  readonly TargetGroupArn?: string;
  readonly Weight?: number;
}
interface ElasticLoadBalancingV2_Listener_JwtValidationActionAdditionalClaim {
  readonly Format?: string;
  readonly Name?: string;
  readonly Values?: readonly string[];
}
interface ElasticLoadBalancingV2_ListenerCertificate {
  readonly Certificates?: readonly ElasticLoadBalancingV2_ListenerCertificate_Certificate[];
  readonly ListenerArn?: string;
}
interface ElasticLoadBalancingV2_ListenerCertificate_Certificate {
  readonly CertificateArn?: string;
}
interface ElasticLoadBalancingV2_ListenerRule {
  readonly Actions?: readonly ElasticLoadBalancingV2_ListenerRule_Action[];
  readonly Conditions?: readonly ElasticLoadBalancingV2_ListenerRule_RuleCondition[];
  readonly ListenerArn?: string;
  readonly Priority?: number;
  readonly Tags?: readonly Tag[];
  readonly Transforms?: readonly ElasticLoadBalancingV2_ListenerRule_Transform[];
}
interface ElasticLoadBalancingV2_ListenerRule_Action {
  readonly AuthenticateCognitoConfig?: ElasticLoadBalancingV2_ListenerRule_AuthenticateCognitoConfig;
  readonly AuthenticateOidcConfig?: ElasticLoadBalancingV2_ListenerRule_AuthenticateOidcConfig;
  readonly FixedResponseConfig?: ElasticLoadBalancingV2_ListenerRule_FixedResponseConfig;
  readonly ForwardConfig?: ElasticLoadBalancingV2_ListenerRule_ForwardConfig;
  readonly JwtValidationConfig?: ElasticLoadBalancingV2_ListenerRule_JwtValidationConfig;
  readonly Order?: number;
  readonly RedirectConfig?: ElasticLoadBalancingV2_ListenerRule_RedirectConfig;
  readonly TargetGroupArn?: string;
  readonly Type?: string;
}
interface ElasticLoadBalancingV2_ListenerRule_RuleCondition {
  readonly Field?: string;
  readonly HostHeaderConfig?: ElasticLoadBalancingV2_ListenerRule_HostHeaderConfig;
  readonly HttpHeaderConfig?: ElasticLoadBalancingV2_ListenerRule_HttpHeaderConfig;
  readonly HttpRequestMethodConfig?: ElasticLoadBalancingV2_ListenerRule_HttpRequestMethodConfig;
  readonly PathPatternConfig?: ElasticLoadBalancingV2_ListenerRule_PathPatternConfig;
  readonly QueryStringConfig?: ElasticLoadBalancingV2_ListenerRule_QueryStringConfig;
  readonly RegexValues?: readonly string[];
  readonly SourceIpConfig?: ElasticLoadBalancingV2_ListenerRule_SourceIpConfig;
  readonly Values?: readonly string[];
}
interface ElasticLoadBalancingV2_ListenerRule_Transform {
  readonly HostHeaderRewriteConfig?: ElasticLoadBalancingV2_ListenerRule_RewriteConfigObject;
  readonly Type?: string;
  readonly UrlRewriteConfig?: ElasticLoadBalancingV2_ListenerRule_RewriteConfigObject;
}
interface ElasticLoadBalancingV2_ListenerRule_AuthenticateCognitoConfig {
  readonly AuthenticationRequestExtraParams?: { readonly [key: string]: string };
  readonly OnUnauthenticatedRequest?: string;
  readonly Scope?: string;
  readonly SessionCookieName?: string;
  readonly SessionTimeout?: number;
  readonly UserPoolArn?: string;
  readonly UserPoolClientId?: string;
  readonly UserPoolDomain?: string;
}
interface ElasticLoadBalancingV2_ListenerRule_AuthenticateOidcConfig {
  readonly AuthenticationRequestExtraParams?: { readonly [key: string]: string };
  readonly AuthorizationEndpoint?: string;
  readonly ClientId?: string;
  readonly ClientSecret?: string;
  readonly Issuer?: string;
  readonly OnUnauthenticatedRequest?: string;
  readonly Scope?: string;
  readonly SessionCookieName?: string;
  readonly SessionTimeout?: number;
  readonly TokenEndpoint?: string;
  readonly UseExistingClientSecret?: boolean;
  readonly UserInfoEndpoint?: string;
}
interface ElasticLoadBalancingV2_ListenerRule_FixedResponseConfig {
  readonly ContentType?: string;
  readonly MessageBody?: string;
  readonly StatusCode?: string;
}
interface ElasticLoadBalancingV2_ListenerRule_ForwardConfig {
  readonly TargetGroupStickinessConfig?: ElasticLoadBalancingV2_ListenerRule_TargetGroupStickinessConfig;
  readonly TargetGroups?: readonly ElasticLoadBalancingV2_ListenerRule_TargetGroupTuple[];
}
interface ElasticLoadBalancingV2_ListenerRule_JwtValidationConfig {
  readonly AdditionalClaims?: readonly ElasticLoadBalancingV2_ListenerRule_JwtValidationActionAdditionalClaim[];
  readonly Issuer?: string;
  readonly JwksEndpoint?: string;
}
interface ElasticLoadBalancingV2_ListenerRule_RedirectConfig {
  readonly Host?: string;
  readonly Path?: string;
  readonly Port?: string;
  readonly Protocol?: string;
  readonly Query?: string;
  readonly StatusCode?: string;
}
interface ElasticLoadBalancingV2_ListenerRule_HostHeaderConfig {
  readonly RegexValues?: readonly string[];
  readonly Values?: readonly string[];
}
interface ElasticLoadBalancingV2_ListenerRule_HttpHeaderConfig {
  readonly HttpHeaderName?: string;
  readonly RegexValues?: readonly string[];
  readonly Values?: readonly string[];
}
interface ElasticLoadBalancingV2_ListenerRule_HttpRequestMethodConfig {
  readonly Values?: readonly string[];
}
interface ElasticLoadBalancingV2_ListenerRule_PathPatternConfig {
  readonly RegexValues?: readonly string[];
  readonly Values?: readonly string[];
}
interface ElasticLoadBalancingV2_ListenerRule_QueryStringConfig {
  readonly Values?: readonly ElasticLoadBalancingV2_ListenerRule_QueryStringKeyValue[];
}
interface ElasticLoadBalancingV2_ListenerRule_SourceIpConfig {
  readonly IpAddressType?: string;
  readonly Values?: readonly string[];
}
interface ElasticLoadBalancingV2_ListenerRule_RewriteConfigObject {
  readonly Rewrites?: readonly ElasticLoadBalancingV2_ListenerRule_RewriteConfig[];
}
interface ElasticLoadBalancingV2_ListenerRule_TargetGroupStickinessConfig {
  readonly DurationSeconds?: number;
  readonly Enabled?: boolean;
}
interface ElasticLoadBalancingV2_ListenerRule_TargetGroupTuple {
  readonly TargetGroupArn?: string;
  readonly Weight?: number;
}
interface ElasticLoadBalancingV2_ListenerRule_JwtValidationActionAdditionalClaim {
  readonly Format?: string;
  readonly Name?: string;
  readonly Values?: readonly string[];
}
interface ElasticLoadBalancingV2_ListenerRule_QueryStringKeyValue {
  readonly Key?: string;
  readonly Value?: string;
}
interface ElasticLoadBalancingV2_ListenerRule_RewriteConfig {
  readonly Regex?: string;
  readonly Replace?: string;
}
interface ElasticLoadBalancingV2_LoadBalancer {
  readonly EnableCapacityReservationProvisionStabilize?: boolean;
  readonly EnablePrefixForIpv6SourceNat?: string;
  readonly EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic?: string;
  readonly IpAddressType?: string;
  readonly Ipv4IpamPoolId?: string;
  readonly LoadBalancerAttributes?: readonly ElasticLoadBalancingV2_LoadBalancer_LoadBalancerAttribute[];
  readonly MinimumLoadBalancerCapacity?: ElasticLoadBalancingV2_LoadBalancer_MinimumLoadBalancerCapacity;
  readonly Name?: string;
  readonly Scheme?: string;
  readonly SecurityGroups?: readonly string[];
  readonly SubnetMappings?: readonly ElasticLoadBalancingV2_LoadBalancer_SubnetMapping[];
  readonly Subnets?: readonly string[];
  readonly Tags?: readonly Tag[];
  readonly Type?: string;
}
interface ElasticLoadBalancingV2_LoadBalancer_LoadBalancerAttribute {
  readonly Key?: string;
  readonly Value?: string;
}
interface ElasticLoadBalancingV2_LoadBalancer_MinimumLoadBalancerCapacity {
  readonly CapacityUnits?: number;
}
interface ElasticLoadBalancingV2_LoadBalancer_SubnetMapping {
  readonly AllocationId?: string;
  readonly IPv6Address?: string;
  readonly PrivateIPv4Address?: string;
  readonly SourceNatIpv6Prefix?: string;
  readonly SubnetId?: string;
}
interface ElasticLoadBalancingV2_TargetGroup {
  readonly HealthCheckEnabled?: boolean;
  readonly HealthCheckIntervalSeconds?: number;
  readonly HealthCheckPath?: string;
  readonly HealthCheckPort?: string;
  readonly HealthCheckProtocol?: string;
  readonly HealthCheckTimeoutSeconds?: number;
  readonly HealthyThresholdCount?: number;
  readonly IpAddressType?: string;
  readonly Matcher?: ElasticLoadBalancingV2_TargetGroup_Matcher;
  readonly Name?: string;
  readonly Port?: number;
  readonly Protocol?: string;
  readonly ProtocolVersion?: string;
  readonly Tags?: readonly Tag[];
  readonly TargetControlPort?: number;
  readonly TargetGroupAttributes?: readonly ElasticLoadBalancingV2_TargetGroup_TargetGroupAttribute[];
  readonly TargetType?: string;
  readonly Targets?: readonly ElasticLoadBalancingV2_TargetGroup_TargetDescription[];
  readonly UnhealthyThresholdCount?: number;
  readonly VpcId?: string;
}
interface ElasticLoadBalancingV2_TargetGroup_Matcher {
  readonly GrpcCode?: string;
  readonly HttpCode?: string;
}
interface ElasticLoadBalancingV2_TargetGroup_TargetGroupAttribute {
  readonly Key?: string;
  readonly Value?: string;
}
interface ElasticLoadBalancingV2_TargetGroup_TargetDescription {
  readonly AvailabilityZone?: string;
  readonly Id?: string;
  readonly Port?: number;
  readonly QuicServerId?: string;
}
interface ElasticLoadBalancingV2_TrustStore {
  readonly CaCertificatesBundleS3Bucket?: string;
  readonly CaCertificatesBundleS3Key?: string;
  readonly CaCertificatesBundleS3ObjectVersion?: string;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface ElasticLoadBalancingV2_TrustStoreRevocation {
  readonly RevocationContents?: readonly ElasticLoadBalancingV2_TrustStoreRevocation_RevocationContent[];
  readonly TrustStoreArn?: string;
}
interface ElasticLoadBalancingV2_TrustStoreRevocation_RevocationContent {
  readonly RevocationType?: string;
  readonly S3Bucket?: string;
  readonly S3Key?: string;
  readonly S3ObjectVersion?: string;
}
interface Elasticsearch_Domain {
  readonly AccessPolicies?: Json;
  readonly AdvancedOptions?: { readonly [key: string]: string };
  readonly AdvancedSecurityOptions?: Elasticsearch_Domain_AdvancedSecurityOptionsInput;
  readonly CognitoOptions?: Elasticsearch_Domain_CognitoOptions;
  readonly DomainArn?: string;
  readonly DomainEndpointOptions?: Elasticsearch_Domain_DomainEndpointOptions;
  readonly DomainName?: string;
  readonly EBSOptions?: Elasticsearch_Domain_EBSOptions;
  readonly ElasticsearchClusterConfig?: Elasticsearch_Domain_ElasticsearchClusterConfig;
  readonly ElasticsearchVersion?: string;
  readonly EncryptionAtRestOptions?: Elasticsearch_Domain_EncryptionAtRestOptions;
  readonly LogPublishingOptions?: { readonly [key: string]: Elasticsearch_Domain_LogPublishingOption };
  readonly NodeToNodeEncryptionOptions?: Elasticsearch_Domain_NodeToNodeEncryptionOptions;
  readonly SnapshotOptions?: Elasticsearch_Domain_SnapshotOptions;
  readonly Tags?: readonly Tag[];
  readonly VPCOptions?: Elasticsearch_Domain_VPCOptions;
}
interface Elasticsearch_Domain_AdvancedSecurityOptionsInput {
  readonly AnonymousAuthEnabled?: boolean;
  readonly Enabled?: boolean;
  readonly InternalUserDatabaseEnabled?: boolean;
  readonly MasterUserOptions?: Elasticsearch_Domain_MasterUserOptions;
}
interface Elasticsearch_Domain_CognitoOptions {
  readonly Enabled?: boolean;
  readonly IdentityPoolId?: string;
  readonly RoleArn?: string;
  readonly UserPoolId?: string;
}
interface Elasticsearch_Domain_DomainEndpointOptions {
  readonly CustomEndpoint?: string;
  readonly CustomEndpointCertificateArn?: string;
  readonly CustomEndpointEnabled?: boolean;
  readonly EnforceHTTPS?: boolean;
  readonly TLSSecurityPolicy?: string;
}
interface Elasticsearch_Domain_EBSOptions {
  readonly EBSEnabled?: boolean;
  readonly Iops?: number;
  readonly VolumeSize?: number;
  readonly VolumeType?: string;
}
interface Elasticsearch_Domain_ElasticsearchClusterConfig {
  readonly ColdStorageOptions?: Elasticsearch_Domain_ColdStorageOptions;
  readonly DedicatedMasterCount?: number;
  readonly DedicatedMasterEnabled?: boolean;
  readonly DedicatedMasterType?: string;
  readonly InstanceCount?: number;
  readonly InstanceType?: string;
  readonly WarmCount?: number;
  readonly WarmEnabled?: boolean;
  readonly WarmType?: string;
  readonly ZoneAwarenessConfig?: Elasticsearch_Domain_ZoneAwarenessConfig;
  readonly ZoneAwarenessEnabled?: boolean;
}
interface Elasticsearch_Domain_EncryptionAtRestOptions {
  readonly Enabled?: boolean;
  readonly KmsKeyId?: string;
}
interface Elasticsearch_Domain_LogPublishingOption {
  readonly CloudWatchLogsLogGroupArn?: string;
  readonly Enabled?: boolean;
}
interface Elasticsearch_Domain_NodeToNodeEncryptionOptions {
  readonly Enabled?: boolean;
}
interface Elasticsearch_Domain_SnapshotOptions {
  readonly AutomatedSnapshotStartHour?: number;
}
interface Elasticsearch_Domain_VPCOptions {
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
}
interface Elasticsearch_Domain_MasterUserOptions {
  readonly MasterUserARN?: string;
  readonly MasterUserName?: string;
  readonly MasterUserPassword?: string;
}
interface Elasticsearch_Domain_ColdStorageOptions {
  readonly Enabled?: boolean;
}
interface Elasticsearch_Domain_ZoneAwarenessConfig {
  readonly AvailabilityZoneCount?: number;
}
interface EventSchemas_Registry {
  readonly Description?: string;
  readonly RegistryName?: string;
  readonly Tags?: readonly EventSchemas_Registry_TagsEntry[];
}
interface EventSchemas_Registry_TagsEntry {
  readonly Key?: string;
  readonly Value?: string;
}
interface EventSchemas_RegistryPolicy {
  readonly Policy?: Json;
  readonly RegistryName?: string;
  readonly RevisionId?: string;
}
interface Events_ApiDestination {
  readonly ConnectionArn?: string;
  readonly Description?: string;
  /** GET | HEAD | POST | OPTIONS | PUT | DELETE | PATCH */
  readonly HttpMethod?: string;
  readonly InvocationEndpoint?: string;
  readonly InvocationRateLimitPerSecond?: number;
  readonly Name?: string;
}
interface Events_Archive {
  readonly ArchiveName?: string;
  readonly Description?: string;
  readonly EventPattern?: Json;
  readonly KmsKeyIdentifier?: string;
  readonly RetentionDays?: number;
  readonly SourceArn?: string;
}
interface Events_Connection {
  readonly AuthParameters?: Events_Connection_AuthParameters;
  /** API_KEY | BASIC | OAUTH_CLIENT_CREDENTIALS */
  readonly AuthorizationType?: string;
  readonly Description?: string;
  readonly InvocationConnectivityParameters?: Events_Connection_InvocationConnectivityParameters;
  readonly KmsKeyIdentifier?: string;
  readonly Name?: string;
}
interface Events_Connection_AuthParameters {
  readonly ApiKeyAuthParameters?: Events_Connection_ApiKeyAuthParameters;
  readonly BasicAuthParameters?: Events_Connection_BasicAuthParameters;
  readonly ConnectivityParameters?: Events_Connection_ConnectivityParameters;
  readonly InvocationHttpParameters?: Events_Connection_ConnectionHttpParameters;
  readonly OAuthParameters?: Events_Connection_OAuthParameters;
}
interface Events_Connection_InvocationConnectivityParameters {
  readonly ResourceParameters?: Events_Connection_ResourceParameters;
}
interface Events_Connection_ApiKeyAuthParameters {
  readonly ApiKeyName?: string;
  readonly ApiKeyValue?: string;
}
interface Events_Connection_BasicAuthParameters {
  readonly Password?: string;
  readonly Username?: string;
}
interface Events_Connection_ConnectivityParameters {
  readonly ResourceParameters?: Events_Connection_ResourceParameters;
}
interface Events_Connection_ConnectionHttpParameters {
  readonly BodyParameters?: readonly Events_Connection_Parameter[];
  readonly HeaderParameters?: readonly Events_Connection_Parameter[];
  readonly QueryStringParameters?: readonly Events_Connection_Parameter[];
}
interface Events_Connection_OAuthParameters {
  readonly AuthorizationEndpoint?: string;
  readonly ClientParameters?: Events_Connection_ClientParameters;
  /** GET | POST | PUT */
  readonly HttpMethod?: string;
  readonly OAuthHttpParameters?: Events_Connection_ConnectionHttpParameters;
}
interface Events_Connection_ResourceParameters {
  readonly ResourceAssociationArn?: string;
  readonly ResourceConfigurationArn?: string;
}
interface Events_Connection_Parameter {
  readonly IsValueSecret?: boolean;
  readonly Key?: string;
  readonly Value?: string;
}
interface Events_Connection_ClientParameters {
  readonly ClientID?: string;
  readonly ClientSecret?: string;
}
interface Events_Endpoint {
  readonly Description?: string;
  readonly EventBuses?: readonly Events_Endpoint_EndpointEventBus[];
  readonly Name?: string;
  readonly ReplicationConfig?: Events_Endpoint_ReplicationConfig;
  readonly RoleArn?: string;
  readonly RoutingConfig?: Events_Endpoint_RoutingConfig;
}
interface Events_Endpoint_EndpointEventBus {
  readonly EventBusArn?: string;
}
interface Events_Endpoint_ReplicationConfig {
  /** ENABLED | DISABLED */
  readonly State?: string;
}
interface Events_Endpoint_RoutingConfig {
  readonly FailoverConfig?: Events_Endpoint_FailoverConfig;
}
interface Events_Endpoint_FailoverConfig {
  readonly Primary?: Events_Endpoint_Primary;
  readonly Secondary?: Events_Endpoint_Secondary;
}
interface Events_Endpoint_Primary {
  readonly HealthCheck?: string;
}
interface Events_Endpoint_Secondary {
  readonly Route?: string;
}
interface Events_EventBus {
  readonly DeadLetterConfig?: Events_EventBus_DeadLetterConfig;
  readonly Description?: string;
  readonly EventSourceName?: string;
  readonly KmsKeyIdentifier?: string;
  readonly LogConfig?: Events_EventBus_LogConfig;
  readonly Name?: string;
  readonly Policy?: Json;
  readonly Tags?: readonly Tag[];
}
interface Events_EventBus_DeadLetterConfig {
  readonly Arn?: string;
}
interface Events_EventBus_LogConfig {
  /** FULL | NONE */
  readonly IncludeDetail?: string;
  /** INFO | ERROR | TRACE | OFF */
  readonly Level?: string;
}
interface Events_EventBusPolicy {
  readonly Action?: string;
  readonly Condition?: Events_EventBusPolicy_Condition;
  readonly EventBusName?: string;
  readonly Principal?: string;
  readonly Statement?: Json;
  readonly StatementId?: string;
}
interface Events_EventBusPolicy_Condition {
  readonly Key?: string;
  readonly Type?: string;
  readonly Value?: string;
}
interface Events_Rule {
  readonly Description?: string;
  readonly EventBusName?: string;
  readonly EventPattern?: Json;
  readonly Name?: string;
  readonly RoleArn?: string;
  readonly ScheduleExpression?: string;
  /** DISABLED | ENABLED | ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS */
  readonly State?: string;
  readonly Tags?: readonly Tag[];
  readonly Targets?: readonly Events_Rule_Target[];
}
interface Events_Rule_Target {
  readonly AppSyncParameters?: Events_Rule_AppSyncParameters;
  readonly Arn?: string;
  readonly BatchParameters?: Events_Rule_BatchParameters;
  readonly DeadLetterConfig?: Events_Rule_DeadLetterConfig;
  readonly EcsParameters?: Events_Rule_EcsParameters;
  readonly HttpParameters?: Events_Rule_HttpParameters;
  readonly Id?: string;
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: Events_Rule_InputTransformer;
  readonly KinesisParameters?: Events_Rule_KinesisParameters;
  readonly RedshiftDataParameters?: Events_Rule_RedshiftDataParameters;
  readonly RetryPolicy?: Events_Rule_RetryPolicy;
  readonly RoleArn?: string;
  readonly RunCommandParameters?: Events_Rule_RunCommandParameters;
  readonly SageMakerPipelineParameters?: Events_Rule_SageMakerPipelineParameters;
  readonly SqsParameters?: Events_Rule_SqsParameters;
}
interface Events_Rule_AppSyncParameters {
  readonly GraphQLOperation?: string;
}
interface Events_Rule_BatchParameters {
  readonly ArrayProperties?: Events_Rule_BatchArrayProperties;
  readonly JobDefinition?: string;
  readonly JobName?: string;
  readonly RetryStrategy?: Events_Rule_BatchRetryStrategy;
}
interface Events_Rule_DeadLetterConfig {
  readonly Arn?: string;
}
interface Events_Rule_EcsParameters {
  readonly CapacityProviderStrategy?: readonly Events_Rule_CapacityProviderStrategyItem[];
  readonly EnableECSManagedTags?: boolean;
  readonly EnableExecuteCommand?: boolean;
  readonly Group?: string;
  readonly LaunchType?: string;
  readonly NetworkConfiguration?: Events_Rule_NetworkConfiguration;
  readonly PlacementConstraints?: readonly Events_Rule_PlacementConstraint[];
  readonly PlacementStrategies?: readonly Events_Rule_PlacementStrategy[];
  readonly PlatformVersion?: string;
  readonly PropagateTags?: string;
  readonly ReferenceId?: string;
  readonly TagList?: readonly Tag[];
  readonly TaskCount?: number;
  readonly TaskDefinitionArn?: string;
}
interface Events_Rule_HttpParameters {
  readonly HeaderParameters?: { readonly [key: string]: string };
  readonly PathParameterValues?: readonly string[];
  readonly QueryStringParameters?: { readonly [key: string]: string };
}
interface Events_Rule_InputTransformer {
  readonly InputPathsMap?: { readonly [key: string]: string };
  readonly InputTemplate?: string;
}
interface Events_Rule_KinesisParameters {
  readonly PartitionKeyPath?: string;
}
interface Events_Rule_RedshiftDataParameters {
  readonly Database?: string;
  readonly DbUser?: string;
  readonly SecretManagerArn?: string;
  readonly Sql?: string;
  readonly Sqls?: readonly string[];
  readonly StatementName?: string;
  readonly WithEvent?: boolean;
}
interface Events_Rule_RetryPolicy {
  readonly MaximumEventAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
}
interface Events_Rule_RunCommandParameters {
  readonly RunCommandTargets?: readonly Events_Rule_RunCommandTarget[];
}
interface Events_Rule_SageMakerPipelineParameters {
  readonly PipelineParameterList?: readonly Events_Rule_SageMakerPipelineParameter[];
}
interface Events_Rule_SqsParameters {
  readonly MessageGroupId?: string;
}
interface Events_Rule_BatchArrayProperties {
  readonly Size?: number;
}
interface Events_Rule_BatchRetryStrategy {
  readonly Attempts?: number;
}
interface Events_Rule_CapacityProviderStrategyItem {
  readonly Base?: number;
  readonly CapacityProvider?: string;
  readonly Weight?: number;
}
interface Events_Rule_NetworkConfiguration {
  readonly AwsVpcConfiguration?: Events_Rule_AwsVpcConfiguration;
}
interface Events_Rule_PlacementConstraint {
  readonly Expression?: string;
  readonly Type?: string;
}
interface Events_Rule_PlacementStrategy {
  readonly Field?: string;
  readonly Type?: string;
}
interface Events_Rule_RunCommandTarget {
  readonly Key?: string;
  readonly Values?: readonly string[];
}
interface Events_Rule_SageMakerPipelineParameter {
  readonly Name?: string;
  readonly Value?: string;
}
interface Events_Rule_AwsVpcConfiguration {
  readonly AssignPublicIp?: string;
  readonly SecurityGroups?: readonly string[];
  readonly Subnets?: readonly string[];
}
interface Glue_Connection {
  readonly CatalogId?: string;
  readonly ConnectionInput?: Glue_Connection_ConnectionInput;
  readonly Tags?: Json;
}
interface Glue_Connection_ConnectionInput {
  readonly AthenaProperties?: Json;
  readonly AuthenticationConfiguration?: Glue_Connection_AuthenticationConfiguration;
  readonly ConnectionProperties?: Json;
  readonly ConnectionType?: string;
  readonly Description?: string;
  readonly MatchCriteria?: readonly string[];
  readonly Name?: string;
  readonly PhysicalConnectionRequirements?: Glue_Connection_PhysicalConnectionRequirements;
  readonly PythonProperties?: Json;
  readonly SparkProperties?: Json;
  readonly ValidateCredentials?: boolean;
  readonly ValidateForComputeEnvironments?: readonly string[];
}
interface Glue_Connection_AuthenticationConfiguration {
  readonly AuthenticationType?: string;
  readonly BasicAuthenticationCredentials?: Glue_Connection_BasicAuthenticationCredentials;
  readonly CustomAuthenticationCredentials?: Json;
  readonly KmsKeyArn?: string;
  readonly OAuth2Properties?: Glue_Connection_OAuth2Properties;
  readonly SecretArn?: string;
}
interface Glue_Connection_PhysicalConnectionRequirements {
  readonly AvailabilityZone?: string;
  readonly SecurityGroupIdList?: readonly string[];
  readonly SubnetId?: string;
}
interface Glue_Connection_BasicAuthenticationCredentials {
  readonly Password?: string;
  readonly Username?: string;
}
interface Glue_Connection_OAuth2Properties {
  readonly AuthorizationCodeProperties?: Glue_Connection_AuthorizationCodeProperties;
  readonly OAuth2ClientApplication?: Glue_Connection_OAuth2ClientApplication;
  readonly OAuth2Credentials?: Glue_Connection_OAuth2Credentials;
  readonly OAuth2GrantType?: string;
  readonly TokenUrl?: string;
  readonly TokenUrlParametersMap?: Json;
}
interface Glue_Connection_AuthorizationCodeProperties {
  readonly AuthorizationCode?: string;
  readonly RedirectUri?: string;
}
interface Glue_Connection_OAuth2ClientApplication {
  readonly AWSManagedClientApplicationReference?: string;
  readonly UserManagedClientApplicationClientId?: string;
}
interface Glue_Connection_OAuth2Credentials {
  readonly AccessToken?: string;
  readonly JwtToken?: string;
  readonly RefreshToken?: string;
  readonly UserManagedClientApplicationClientSecret?: string;
}
interface Glue_Crawler {
  readonly Classifiers?: readonly string[];
  readonly Configuration?: string;
  readonly CrawlerSecurityConfiguration?: string;
  readonly DatabaseName?: string;
  readonly Description?: string;
  readonly LakeFormationConfiguration?: Glue_Crawler_LakeFormationConfiguration;
  readonly Name?: string;
  readonly RecrawlPolicy?: Glue_Crawler_RecrawlPolicy;
  readonly Role?: string;
  readonly Schedule?: Glue_Crawler_Schedule;
  readonly SchemaChangePolicy?: Glue_Crawler_SchemaChangePolicy;
  readonly TablePrefix?: string;
  readonly Tags?: Json;
  readonly Targets?: Glue_Crawler_Targets;
}
interface Glue_Crawler_LakeFormationConfiguration {
  readonly AccountId?: string;
  readonly UseLakeFormationCredentials?: boolean;
}
interface Glue_Crawler_RecrawlPolicy {
  readonly RecrawlBehavior?: string;
}
interface Glue_Crawler_Schedule {
  readonly ScheduleExpression?: string;
}
interface Glue_Crawler_SchemaChangePolicy {
  readonly DeleteBehavior?: string;
  readonly UpdateBehavior?: string;
}
interface Glue_Crawler_Targets {
  readonly CatalogTargets?: readonly Glue_Crawler_CatalogTarget[];
  readonly DeltaTargets?: readonly Glue_Crawler_DeltaTarget[];
  readonly DynamoDBTargets?: readonly Glue_Crawler_DynamoDBTarget[];
  readonly HudiTargets?: readonly Glue_Crawler_HudiTarget[];
  readonly IcebergTargets?: readonly Glue_Crawler_IcebergTarget[];
  readonly JdbcTargets?: readonly Glue_Crawler_JdbcTarget[];
  readonly MongoDBTargets?: readonly Glue_Crawler_MongoDBTarget[];
  readonly S3Targets?: readonly Glue_Crawler_S3Target[];
}
interface Glue_Crawler_CatalogTarget {
  readonly ConnectionName?: string;
  readonly DatabaseName?: string;
  readonly DlqEventQueueArn?: string;
  readonly EventQueueArn?: string;
  readonly Tables?: readonly string[];
}
interface Glue_Crawler_DeltaTarget {
  readonly ConnectionName?: string;
  readonly CreateNativeDeltaTable?: boolean;
  readonly DeltaTables?: readonly string[];
  readonly WriteManifest?: boolean;
}
interface Glue_Crawler_DynamoDBTarget {
  readonly Path?: string;
  readonly ScanAll?: boolean;
  readonly ScanRate?: number;
}
interface Glue_Crawler_HudiTarget {
  readonly ConnectionName?: string;
  readonly Exclusions?: readonly string[];
  readonly MaximumTraversalDepth?: number;
  readonly Paths?: readonly string[];
}
interface Glue_Crawler_IcebergTarget {
  readonly ConnectionName?: string;
  readonly Exclusions?: readonly string[];
  readonly MaximumTraversalDepth?: number;
  readonly Paths?: readonly string[];
}
interface Glue_Crawler_JdbcTarget {
  readonly ConnectionName?: string;
  readonly EnableAdditionalMetadata?: readonly string[];
  readonly Exclusions?: readonly string[];
  readonly Path?: string;
}
interface Glue_Crawler_MongoDBTarget {
  readonly ConnectionName?: string;
  readonly Path?: string;
}
interface Glue_Crawler_S3Target {
  readonly ConnectionName?: string;
  readonly DlqEventQueueArn?: string;
  readonly EventQueueArn?: string;
  readonly Exclusions?: readonly string[];
  readonly Path?: string;
  readonly SampleSize?: number;
}
interface Glue_DataCatalogEncryptionSettings {
  readonly CatalogId?: string;
  readonly DataCatalogEncryptionSettings?: Glue_DataCatalogEncryptionSettings_DataCatalogEncryptionSettings;
}
interface Glue_DataCatalogEncryptionSettings_DataCatalogEncryptionSettings {
  readonly ConnectionPasswordEncryption?: Glue_DataCatalogEncryptionSettings_ConnectionPasswordEncryption;
  readonly EncryptionAtRest?: Glue_DataCatalogEncryptionSettings_EncryptionAtRest;
}
interface Glue_DataCatalogEncryptionSettings_ConnectionPasswordEncryption {
  readonly KmsKeyId?: string;
  readonly ReturnConnectionPasswordEncrypted?: boolean;
}
interface Glue_DataCatalogEncryptionSettings_EncryptionAtRest {
  readonly CatalogEncryptionMode?: string;
  readonly CatalogEncryptionServiceRole?: string;
  readonly SseAwsKmsKeyId?: string;
}
interface Glue_Database {
  readonly CatalogId?: string;
  readonly DatabaseInput?: Glue_Database_DatabaseInput;
  readonly DatabaseName?: string;
}
interface Glue_Database_DatabaseInput {
  readonly CreateTableDefaultPermissions?: readonly Glue_Database_PrincipalPrivileges[];
  readonly Description?: string;
  readonly FederatedDatabase?: Glue_Database_FederatedDatabase;
  readonly LocationUri?: string;
  readonly Name?: string;
  readonly Parameters?: Json;
  readonly TargetDatabase?: Glue_Database_DatabaseIdentifier;
}
interface Glue_Database_PrincipalPrivileges {
  readonly Permissions?: readonly string[];
  readonly Principal?: Glue_Database_DataLakePrincipal;
}
interface Glue_Database_FederatedDatabase {
  readonly ConnectionName?: string;
  readonly Identifier?: string;
}
interface Glue_Database_DatabaseIdentifier {
  readonly CatalogId?: string;
  readonly DatabaseName?: string;
  readonly Region?: string;
}
interface Glue_Database_DataLakePrincipal {
  readonly DataLakePrincipalIdentifier?: string;
}
interface Glue_Job {
  readonly AllocatedCapacity?: number;
  readonly Command?: Glue_Job_JobCommand;
  readonly Connections?: Glue_Job_ConnectionsList;
  readonly DefaultArguments?: Json;
  readonly Description?: string;
  readonly ExecutionClass?: string;
  readonly ExecutionProperty?: Glue_Job_ExecutionProperty;
  readonly GlueVersion?: string;
  readonly JobMode?: string;
  readonly JobRunQueuingEnabled?: boolean;
  readonly LogUri?: string;
  readonly MaintenanceWindow?: string;
  readonly MaxCapacity?: number;
  readonly MaxRetries?: number;
  readonly Name?: string;
  readonly NonOverridableArguments?: Json;
  readonly NotificationProperty?: Glue_Job_NotificationProperty;
  readonly NumberOfWorkers?: number;
  readonly Role?: string;
  readonly SecurityConfiguration?: string;
  readonly Tags?: Json;
  readonly Timeout?: number;
  readonly WorkerType?: string;
}
interface Glue_Job_JobCommand {
  readonly Name?: string;
  readonly PythonVersion?: string;
  readonly Runtime?: string;
  readonly ScriptLocation?: string;
}
interface Glue_Job_ConnectionsList {
  readonly Connections?: readonly string[];
}
interface Glue_Job_ExecutionProperty {
  readonly MaxConcurrentRuns?: number;
}
interface Glue_Job_NotificationProperty {
  readonly NotifyDelayAfter?: number;
}
interface Glue_SecurityConfiguration {
  readonly EncryptionConfiguration?: Glue_SecurityConfiguration_EncryptionConfiguration;
  readonly Name?: string;
}
interface Glue_SecurityConfiguration_EncryptionConfiguration {
  readonly CloudWatchEncryption?: Glue_SecurityConfiguration_CloudWatchEncryption;
  readonly JobBookmarksEncryption?: Glue_SecurityConfiguration_JobBookmarksEncryption;
  readonly S3Encryptions?: readonly Glue_SecurityConfiguration_S3Encryption[];
}
interface Glue_SecurityConfiguration_CloudWatchEncryption {
  readonly CloudWatchEncryptionMode?: string;
  readonly KmsKeyArn?: string;
}
interface Glue_SecurityConfiguration_JobBookmarksEncryption {
  readonly JobBookmarksEncryptionMode?: string;
  readonly KmsKeyArn?: string;
}
interface Glue_SecurityConfiguration_S3Encryption {
  readonly KmsKeyArn?: string;
  readonly S3EncryptionMode?: string;
}
interface Glue_Table {
  readonly CatalogId?: string;
  readonly DatabaseName?: string;
  readonly Name?: string;
  readonly OpenTableFormatInput?: Glue_Table_OpenTableFormatInput;
  readonly TableInput?: Glue_Table_TableInput;
}
interface Glue_Table_OpenTableFormatInput {
  readonly IcebergInput?: Glue_Table_IcebergInput;
}
interface Glue_Table_TableInput {
  readonly Description?: string;
  readonly Name?: string;
  readonly Owner?: string;
  readonly Parameters?: Json;
  readonly PartitionKeys?: readonly Glue_Table_Column[];
  readonly Retention?: number;
  readonly StorageDescriptor?: Glue_Table_StorageDescriptor;
  readonly TableType?: string;
  readonly TargetTable?: Glue_Table_TableIdentifier;
  readonly ViewDefinition?: Glue_Table_ViewDefinition;
  readonly ViewExpandedText?: string;
  readonly ViewOriginalText?: string;
}
interface Glue_Table_IcebergInput {
  readonly IcebergTableInput?: Glue_Table_IcebergTableInput;
  readonly MetadataOperation?: Json;
  readonly Version?: string;
}
interface Glue_Table_Column {
  readonly Comment?: string;
  readonly Name?: string;
  readonly Type?: string;
}
interface Glue_Table_StorageDescriptor {
  readonly BucketColumns?: readonly string[];
  readonly Columns?: readonly Glue_Table_Column[];
  readonly Compressed?: boolean;
  readonly InputFormat?: string;
  readonly Location?: string;
  readonly NumberOfBuckets?: number;
  readonly OutputFormat?: string;
  readonly Parameters?: Json;
  readonly SchemaReference?: Glue_Table_SchemaReference;
  readonly SerdeInfo?: Glue_Table_SerdeInfo;
  readonly SkewedInfo?: Glue_Table_SkewedInfo;
  readonly SortColumns?: readonly Glue_Table_Order[];
  readonly StoredAsSubDirectories?: boolean;
}
interface Glue_Table_TableIdentifier {
  readonly CatalogId?: string;
  readonly DatabaseName?: string;
  readonly Name?: string;
  readonly Region?: string;
}
interface Glue_Table_ViewDefinition {
  readonly Definer?: string;
  readonly IsProtected?: boolean;
  readonly Representations?: readonly Glue_Table_ViewRepresentation[];
  readonly SubObjects?: readonly string[];
}
interface Glue_Table_IcebergTableInput {
  readonly Location?: string;
  readonly PartitionSpec?: Glue_Table_IcebergPartitionSpec;
  readonly Properties?: Json;
  readonly Schema?: Glue_Table_IcebergSchema;
  readonly WriteOrder?: Glue_Table_IcebergSortOrder;
}
interface Glue_Table_SchemaReference {
  readonly SchemaId?: Glue_Table_SchemaId;
  readonly SchemaVersionId?: string;
  readonly SchemaVersionNumber?: number;
}
interface Glue_Table_SerdeInfo {
  readonly Name?: string;
  readonly Parameters?: Json;
  readonly SerializationLibrary?: string;
}
interface Glue_Table_SkewedInfo {
  readonly SkewedColumnNames?: readonly string[];
  readonly SkewedColumnValueLocationMaps?: Json;
  readonly SkewedColumnValues?: readonly string[];
}
interface Glue_Table_Order {
  readonly Column?: string;
  readonly SortOrder?: number;
}
interface Glue_Table_ViewRepresentation {
  readonly Dialect?: string;
  readonly DialectVersion?: string;
  readonly ValidationConnection?: string;
  readonly ViewExpandedText?: string;
  readonly ViewOriginalText?: string;
}
interface Glue_Table_IcebergPartitionSpec {
  readonly Fields?: readonly Glue_Table_IcebergPartitionField[];
  readonly SpecId?: number;
}
interface Glue_Table_IcebergSchema {
  readonly Fields?: readonly Glue_Table_IcebergStructField[];
  readonly IdentifierFieldIds?: readonly number[];
  readonly SchemaId?: number;
  readonly Type?: string;
}
interface Glue_Table_IcebergSortOrder {
  readonly Fields?: readonly Glue_Table_IcebergSortField[];
  readonly OrderId?: number;
}
interface Glue_Table_SchemaId {
  readonly RegistryName?: string;
  readonly SchemaArn?: string;
  readonly SchemaName?: string;
}
interface Glue_Table_IcebergPartitionField {
  readonly FieldId?: number;
  readonly Name?: string;
  readonly SourceId?: number;
  readonly Transform?: string;
}
interface Glue_Table_IcebergStructField {
  readonly Doc?: string;
  readonly Id?: number;
  readonly Name?: string;
  readonly Required?: boolean;
  readonly Type?: string;
}
interface Glue_Table_IcebergSortField {
  readonly Direction?: string;
  readonly NullOrder?: string;
  readonly SourceId?: number;
  readonly Transform?: string;
}
interface Glue_Trigger {
  readonly Actions?: readonly Glue_Trigger_Action[];
  readonly Description?: string;
  readonly EventBatchingCondition?: Glue_Trigger_EventBatchingCondition;
  readonly Name?: string;
  readonly Predicate?: Glue_Trigger_Predicate;
  readonly Schedule?: string;
  readonly StartOnCreation?: boolean;
  readonly Tags?: Json;
  readonly Type?: string;
  readonly WorkflowName?: string;
}
interface Glue_Trigger_Action {
  readonly Arguments?: Json;
  readonly CrawlerName?: string;
  readonly JobName?: string;
  readonly NotificationProperty?: Glue_Trigger_NotificationProperty;
  readonly SecurityConfiguration?: string;
  readonly Timeout?: number;
}
interface Glue_Trigger_EventBatchingCondition {
  readonly BatchSize?: number;
  readonly BatchWindow?: number;
}
interface Glue_Trigger_Predicate {
  readonly Conditions?: readonly Glue_Trigger_Condition[];
  readonly Logical?: string;
}
interface Glue_Trigger_NotificationProperty {
  readonly NotifyDelayAfter?: number;
}
interface Glue_Trigger_Condition {
  readonly CrawlState?: string;
  readonly CrawlerName?: string;
  readonly JobName?: string;
  readonly LogicalOperator?: string;
  readonly State?: string;
}
interface GuardDuty_Detector {
  readonly DataSources?: GuardDuty_Detector_CFNDataSourceConfigurations;
  readonly Enable?: boolean;
  readonly Features?: readonly GuardDuty_Detector_CFNFeatureConfiguration[];
  readonly FindingPublishingFrequency?: string;
  readonly Tags?: readonly GuardDuty_Detector_TagItem[];
}
interface GuardDuty_Detector_CFNDataSourceConfigurations {
  readonly Kubernetes?: GuardDuty_Detector_CFNKubernetesConfiguration;
  readonly MalwareProtection?: GuardDuty_Detector_CFNMalwareProtectionConfiguration;
  readonly S3Logs?: GuardDuty_Detector_CFNS3LogsConfiguration;
}
interface GuardDuty_Detector_CFNFeatureConfiguration {
  readonly AdditionalConfiguration?: readonly GuardDuty_Detector_CFNFeatureAdditionalConfiguration[];
  readonly Name?: string;
  /** ENABLED | DISABLED */
  readonly Status?: string;
}
interface GuardDuty_Detector_TagItem {
  readonly Key?: string;
  readonly Value?: string;
}
interface GuardDuty_Detector_CFNKubernetesConfiguration {
  readonly AuditLogs?: GuardDuty_Detector_CFNKubernetesAuditLogsConfiguration;
}
interface GuardDuty_Detector_CFNMalwareProtectionConfiguration {
  readonly ScanEc2InstanceWithFindings?: GuardDuty_Detector_CFNScanEc2InstanceWithFindingsConfiguration;
}
interface GuardDuty_Detector_CFNS3LogsConfiguration {
  readonly Enable?: boolean;
}
interface GuardDuty_Detector_CFNFeatureAdditionalConfiguration {
  readonly Name?: string;
  readonly Status?: string;
}
interface GuardDuty_Detector_CFNKubernetesAuditLogsConfiguration {
  readonly Enable?: boolean;
}
interface GuardDuty_Detector_CFNScanEc2InstanceWithFindingsConfiguration {
  readonly EbsVolumes?: boolean;
}
interface IAM_AccessKey {
  readonly Serial?: number;
  readonly Status?: string;
  readonly UserName?: string;
}
interface IAM_Group {
  readonly GroupName?: string;
  readonly ManagedPolicyArns?: readonly string[];
  readonly Path?: string;
  readonly Policies?: readonly IAM_Group_Policy[];
}
interface IAM_Group_Policy {
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
}
interface IAM_GroupPolicy {
  readonly GroupName?: string;
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
}
interface IAM_InstanceProfile {
  readonly InstanceProfileName?: string;
  readonly Path?: string;
  readonly Roles?: readonly string[];
}
interface IAM_ManagedPolicy {
  readonly Description?: string;
  readonly Groups?: readonly string[];
  readonly ManagedPolicyName?: string;
  readonly Path?: string;
  readonly PolicyDocument?: Json;
  readonly Roles?: readonly string[];
  readonly Users?: readonly string[];
}
interface IAM_OIDCProvider {
  readonly ClientIdList?: readonly string[];
  readonly Tags?: readonly Tag[];
  readonly ThumbprintList?: readonly string[];
  readonly Url?: string;
}
interface IAM_Policy {
  readonly Groups?: readonly string[];
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
  readonly Roles?: readonly string[];
  readonly Users?: readonly string[];
}
interface IAM_Role {
  readonly AssumeRolePolicyDocument?: Json;
  readonly Description?: string;
  readonly ManagedPolicyArns?: readonly string[];
  readonly MaxSessionDuration?: number;
  readonly Path?: string;
  readonly PermissionsBoundary?: string;
  readonly Policies?: readonly IAM_Role_Policy[];
  readonly RoleName?: string;
  readonly Tags?: readonly Tag[];
}
interface IAM_Role_Policy {
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
}
interface IAM_RolePolicy {
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
  readonly RoleName?: string;
}
interface IAM_SAMLProvider {
  readonly AddPrivateKey?: string;
  /** Allowed | Required */
  readonly AssertionEncryptionMode?: string;
  readonly Name?: string;
  readonly PrivateKeyList?: readonly IAM_SAMLProvider_SAMLPrivateKey[];
  readonly RemovePrivateKey?: string;
  readonly SamlMetadataDocument?: string;
  readonly Tags?: readonly Tag[];
}
interface IAM_SAMLProvider_SAMLPrivateKey {
  readonly KeyId?: string;
  readonly Timestamp?: string;
}
interface IAM_ServerCertificate {
  readonly CertificateBody?: string;
  readonly CertificateChain?: string;
  readonly Path?: string;
  readonly PrivateKey?: string;
  readonly ServerCertificateName?: string;
  readonly Tags?: readonly Tag[];
}
interface IAM_ServiceLinkedRole {
  readonly AWSServiceName?: string;
  readonly CustomSuffix?: string;
  readonly Description?: string;
}
interface IAM_User {
  readonly Groups?: readonly string[];
  readonly LoginProfile?: IAM_User_LoginProfile;
  readonly ManagedPolicyArns?: readonly string[];
  readonly Path?: string;
  readonly PermissionsBoundary?: string;
  readonly Policies?: readonly IAM_User_Policy[];
  readonly Tags?: readonly Tag[];
  readonly UserName?: string;
}
interface IAM_User_LoginProfile {
  readonly Password?: string;
  readonly PasswordResetRequired?: boolean;
}
interface IAM_User_Policy {
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
}
interface IAM_UserPolicy {
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
  readonly UserName?: string;
}
interface IAM_UserToGroupAddition {
  readonly GroupName?: string;
  readonly Users?: readonly string[];
}
interface IAM_VirtualMFADevice {
  readonly Path?: string;
  readonly Tags?: readonly Tag[];
  readonly Users?: readonly string[];
  readonly VirtualMfaDeviceName?: string;
}
interface IoT_Policy {
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
  readonly Tags?: readonly Tag[];
}
interface IoT_TopicRule {
  readonly RuleName?: string;
  readonly Tags?: readonly Tag[];
  readonly TopicRulePayload?: IoT_TopicRule_TopicRulePayload;
}
interface IoT_TopicRule_TopicRulePayload {
  readonly Actions?: readonly IoT_TopicRule_Action[];
  readonly AwsIotSqlVersion?: string;
  readonly Description?: string;
  readonly ErrorAction?: IoT_TopicRule_Action;
  readonly RuleDisabled?: boolean;
  readonly Sql?: string;
}
interface IoT_TopicRule_Action {
  readonly CloudwatchAlarm?: IoT_TopicRule_CloudwatchAlarmAction;
  readonly CloudwatchLogs?: IoT_TopicRule_CloudwatchLogsAction;
  readonly CloudwatchMetric?: IoT_TopicRule_CloudwatchMetricAction;
  readonly DynamoDB?: IoT_TopicRule_DynamoDBAction;
  readonly DynamoDBv2?: IoT_TopicRule_DynamoDBv2Action;
  readonly Elasticsearch?: IoT_TopicRule_ElasticsearchAction;
  readonly Firehose?: IoT_TopicRule_FirehoseAction;
  readonly Http?: IoT_TopicRule_HttpAction;
  readonly InfluxDB?: IoT_TopicRule_InfluxDBAction;
  readonly IotAnalytics?: IoT_TopicRule_IotAnalyticsAction;
  readonly IotEvents?: IoT_TopicRule_IotEventsAction;
  readonly IotSiteWise?: IoT_TopicRule_IotSiteWiseAction;
  readonly Kafka?: IoT_TopicRule_KafkaAction;
  readonly Kinesis?: IoT_TopicRule_KinesisAction;
  readonly Lambda?: IoT_TopicRule_LambdaAction;
  readonly Location?: IoT_TopicRule_LocationAction;
  readonly OpenSearch?: IoT_TopicRule_OpenSearchAction;
  readonly Republish?: IoT_TopicRule_RepublishAction;
  readonly S3?: IoT_TopicRule_S3Action;
  readonly Sns?: IoT_TopicRule_SnsAction;
  readonly Sqs?: IoT_TopicRule_SqsAction;
  readonly StepFunctions?: IoT_TopicRule_StepFunctionsAction;
  readonly Timestream?: IoT_TopicRule_TimestreamAction;
}
interface IoT_TopicRule_CloudwatchAlarmAction {
  readonly AlarmName?: string;
  readonly RoleArn?: string;
  readonly StateReason?: string;
  readonly StateValue?: string;
}
interface IoT_TopicRule_CloudwatchLogsAction {
  readonly BatchMode?: boolean;
  readonly LogGroupName?: string;
  readonly RoleArn?: string;
}
interface IoT_TopicRule_CloudwatchMetricAction {
  readonly MetricName?: string;
  readonly MetricNamespace?: string;
  readonly MetricTimestamp?: string;
  readonly MetricUnit?: string;
  readonly MetricValue?: string;
  readonly RoleArn?: string;
}
interface IoT_TopicRule_DynamoDBAction {
  readonly HashKeyField?: string;
  readonly HashKeyType?: string;
  readonly HashKeyValue?: string;
  readonly PayloadField?: string;
  readonly RangeKeyField?: string;
  readonly RangeKeyType?: string;
  readonly RangeKeyValue?: string;
  readonly RoleArn?: string;
  readonly TableName?: string;
}
interface IoT_TopicRule_DynamoDBv2Action {
  readonly PutItem?: IoT_TopicRule_PutItemInput;
  readonly RoleArn?: string;
}
interface IoT_TopicRule_ElasticsearchAction {
  readonly Endpoint?: string;
  readonly Id?: string;
  readonly Index?: string;
  readonly RoleArn?: string;
  readonly Type?: string;
}
interface IoT_TopicRule_FirehoseAction {
  readonly BatchMode?: boolean;
  readonly DeliveryStreamName?: string;
  readonly RoleArn?: string;
  readonly Separator?: string;
}
interface IoT_TopicRule_HttpAction {
  readonly Auth?: IoT_TopicRule_HttpAuthorization;
  readonly BatchConfig?: IoT_TopicRule_BatchConfig;
  readonly ConfirmationUrl?: string;
  readonly EnableBatching?: boolean;
  readonly Headers?: readonly IoT_TopicRule_HttpActionHeader[];
  readonly Url?: string;
}
interface IoT_TopicRule_InfluxDBAction {
  readonly BatchConfig?: IoT_TopicRule_InfluxDBBatchConfig;
  readonly DatabaseName?: string;
  readonly DestinationArn?: string;
  readonly Organization?: string;
  readonly RoleArn?: string;
  readonly TableName?: string;
  readonly Tags?: { readonly [key: string]: string };
  readonly TimestampUnit?: string;
}
interface IoT_TopicRule_IotAnalyticsAction {
  readonly BatchMode?: boolean;
  readonly ChannelName?: string;
  readonly RoleArn?: string;
}
interface IoT_TopicRule_IotEventsAction {
  readonly BatchMode?: boolean;
  readonly InputName?: string;
  readonly MessageId?: string;
  readonly RoleArn?: string;
}
interface IoT_TopicRule_IotSiteWiseAction {
  readonly PutAssetPropertyValueEntries?: readonly IoT_TopicRule_PutAssetPropertyValueEntry[];
  readonly RoleArn?: string;
}
interface IoT_TopicRule_KafkaAction {
  readonly ClientProperties?: { readonly [key: string]: string };
  readonly DestinationArn?: string;
  readonly Headers?: readonly IoT_TopicRule_KafkaActionHeader[];
  readonly Key?: string;
  readonly Partition?: string;
  readonly Topic?: string;
}
interface IoT_TopicRule_KinesisAction {
  readonly PartitionKey?: string;
  readonly RoleArn?: string;
  readonly StreamName?: string;
}
interface IoT_TopicRule_LambdaAction {
  readonly FunctionArn?: string;
}
interface IoT_TopicRule_LocationAction {
  readonly DeviceId?: string;
  readonly Latitude?: string;
  readonly Longitude?: string;
  readonly RoleArn?: string;
  readonly Timestamp?: IoT_TopicRule_Timestamp;
  readonly TrackerName?: string;
}
interface IoT_TopicRule_OpenSearchAction {
  readonly Endpoint?: string;
  readonly Id?: string;
  readonly Index?: string;
  readonly RoleArn?: string;
  readonly Type?: string;
}
interface IoT_TopicRule_RepublishAction {
  readonly Headers?: IoT_TopicRule_RepublishActionHeaders;
  readonly Qos?: number;
  readonly RoleArn?: string;
  readonly Topic?: string;
}
interface IoT_TopicRule_S3Action {
  readonly BucketName?: string;
  /** private | public-read | public-read-write | aws-exec-read | authenticated-read | bucket-owner-read | bucket-owner-full-control | log-delivery-write */
  readonly CannedAcl?: string;
  readonly Key?: string;
  readonly RoleArn?: string;
}
interface IoT_TopicRule_SnsAction {
  readonly MessageFormat?: string;
  readonly RoleArn?: string;
  readonly TargetArn?: string;
}
interface IoT_TopicRule_SqsAction {
  readonly QueueUrl?: string;
  readonly RoleArn?: string;
  readonly UseBase64?: boolean;
}
interface IoT_TopicRule_StepFunctionsAction {
  readonly ExecutionNamePrefix?: string;
  readonly RoleArn?: string;
  readonly StateMachineName?: string;
}
interface IoT_TopicRule_TimestreamAction {
  readonly DatabaseName?: string;
  readonly Dimensions?: readonly IoT_TopicRule_TimestreamDimension[];
  readonly RoleArn?: string;
  readonly TableName?: string;
  readonly Timestamp?: IoT_TopicRule_TimestreamTimestamp;
}
interface IoT_TopicRule_PutItemInput {
  readonly TableName?: string;
}
interface IoT_TopicRule_HttpAuthorization {
  readonly Sigv4?: IoT_TopicRule_SigV4Authorization;
}
interface IoT_TopicRule_BatchConfig {
  readonly BatchAcrossTopics?: boolean;
  readonly MaxBatchOpenMs?: number;
  readonly MaxBatchSize?: number;
  readonly MaxBatchSizeBytes?: number;
}
interface IoT_TopicRule_HttpActionHeader {
  readonly Key?: string;
  readonly Value?: string;
}
interface IoT_TopicRule_InfluxDBBatchConfig {
  readonly BatchAcrossTopics?: boolean;
  readonly MaxBatchOpenMs?: number;
  readonly MaxBatchSize?: number;
  readonly MaxBatchSizeBytes?: number;
}
interface IoT_TopicRule_PutAssetPropertyValueEntry {
  readonly AssetId?: string;
  readonly EntryId?: string;
  readonly PropertyAlias?: string;
  readonly PropertyId?: string;
  readonly PropertyValues?: readonly IoT_TopicRule_AssetPropertyValue[];
}
interface IoT_TopicRule_KafkaActionHeader {
  readonly Key?: string;
  readonly Value?: string;
}
interface IoT_TopicRule_Timestamp {
  readonly Unit?: string;
  readonly Value?: string;
}
interface IoT_TopicRule_RepublishActionHeaders {
  readonly ContentType?: string;
  readonly CorrelationData?: string;
  readonly MessageExpiry?: string;
  readonly PayloadFormatIndicator?: string;
  readonly ResponseTopic?: string;
  readonly UserProperties?: readonly IoT_TopicRule_UserProperty[];
}
interface IoT_TopicRule_TimestreamDimension {
  readonly Name?: string;
  readonly Value?: string;
}
interface IoT_TopicRule_TimestreamTimestamp {
  readonly Unit?: string;
  readonly Value?: string;
}
interface IoT_TopicRule_SigV4Authorization {
  readonly RoleArn?: string;
  readonly ServiceName?: string;
  readonly SigningRegion?: string;
}
interface IoT_TopicRule_AssetPropertyValue {
  readonly Quality?: string;
  readonly Timestamp?: IoT_TopicRule_AssetPropertyTimestamp;
  readonly Value?: IoT_TopicRule_AssetPropertyVariant;
}
interface IoT_TopicRule_UserProperty {
  readonly Key?: string;
  readonly Value?: string;
}
interface IoT_TopicRule_AssetPropertyTimestamp {
  readonly OffsetInNanos?: string;
  readonly TimeInSeconds?: string;
}
interface IoT_TopicRule_AssetPropertyVariant {
  readonly BooleanValue?: string;
  readonly DoubleValue?: string;
  readonly IntegerValue?: string;
  readonly StringValue?: string;
}
interface KMS_Alias {
  readonly AliasName?: string;
  readonly TargetKeyId?: string;
}
interface KMS_Key {
  readonly BypassPolicyLockoutSafetyCheck?: boolean;
  readonly Description?: string;
  readonly EnableKeyRotation?: boolean;
  readonly Enabled?: boolean;
  readonly KeyPolicy?: Json;
  readonly KeySpec?: string;
  /** ENCRYPT_DECRYPT | SIGN_VERIFY | GENERATE_VERIFY_MAC | KEY_AGREEMENT */
  readonly KeyUsage?: string;
  readonly MultiRegion?: boolean;
  /** AWS_KMS | EXTERNAL */
  readonly Origin?: string;
  readonly PendingWindowInDays?: number;
  readonly RotationPeriodInDays?: number;
  readonly Tags?: readonly Tag[];
}
interface KMS_ReplicaKey {
  readonly Description?: string;
  readonly Enabled?: boolean;
  readonly KeyPolicy?: Json;
  readonly PendingWindowInDays?: number;
  readonly PrimaryKeyArn?: string;
  readonly Tags?: readonly Tag[];
}
interface Kinesis_Channel {
  readonly ChannelName?: string;
  readonly EncryptionConfiguration?: Kinesis_Channel_EncryptionConfiguration;
  readonly LoggingConfiguration?: Kinesis_Channel_LoggingConfiguration;
  readonly S3DestinationConfiguration?: Kinesis_Channel_S3DestinationConfiguration;
  readonly S3TablesDestinationConfiguration?: Kinesis_Channel_S3TablesDestinationConfiguration;
  readonly ServiceExecutionRoleARN?: string;
  readonly StreamConfigurationList?: readonly Kinesis_Channel_StreamConfiguration[];
  readonly Tags?: readonly Tag[];
}
interface Kinesis_Channel_EncryptionConfiguration {
  /** KMS */
  readonly EncryptionType?: string;
  readonly KeyId?: string;
}
interface Kinesis_Channel_LoggingConfiguration {
  readonly CloudWatchLogs?: Kinesis_Channel_CloudWatchLogsConfiguration;
}
interface Kinesis_Channel_S3DestinationConfiguration {
  readonly DataFreshnessInSeconds?: number;
  readonly DeadLetterQueueS3Configuration?: Kinesis_Channel_DeadLetterQueueS3Configuration;
  readonly StorageConfiguration?: Kinesis_Channel_S3StorageConfiguration;
}
interface Kinesis_Channel_S3TablesDestinationConfiguration {
  readonly DataFreshnessInSeconds?: number;
  readonly DeadLetterQueueS3Configuration?: Kinesis_Channel_DeadLetterQueueS3Configuration;
  readonly S3TablesConfigurationList?: readonly Kinesis_Channel_S3TableConfiguration[];
}
interface Kinesis_Channel_StreamConfiguration {
  readonly RecordConfiguration?: Kinesis_Channel_RecordConfiguration;
  readonly StreamARN?: string;
}
interface Kinesis_Channel_CloudWatchLogsConfiguration {
  readonly Enabled?: boolean;
  readonly LogGroupName?: string;
  readonly LogStreamName?: string;
}
interface Kinesis_Channel_DeadLetterQueueS3Configuration {
  readonly BucketARN?: string;
  readonly ErrorOutputPrefix?: string;
  readonly ExpectedBucketOwner?: string;
}
interface Kinesis_Channel_S3StorageConfiguration {
  readonly BucketARN?: string;
  /** NONE | GZIP | ZSTD */
  readonly CompressionType?: string;
  readonly ExpectedBucketOwner?: string;
  readonly OutputKeyTemplate?: string;
  /** STANDARD | INTELLIGENT_TIERING | GLACIER_IR */
  readonly StorageClass?: string;
}
interface Kinesis_Channel_S3TableConfiguration {
  /** NONE | ZSTD | SNAPPY */
  readonly CompressionType?: string;
  readonly Namespace?: string;
  readonly PartitionSpec?: Kinesis_Channel_PartitionSpec;
  readonly TableBucketARN?: string;
  readonly TableName?: string;
}
interface Kinesis_Channel_RecordConfiguration {
  readonly GSRSchemaARN?: string;
  /** GSR_JSON | JSON | STRING | BYTE_ARRAY */
  readonly RecordFormatType?: string;
}
interface Kinesis_Channel_PartitionSpec {
  readonly PartitionFields?: readonly Kinesis_Channel_PartitionField[];
}
interface Kinesis_Channel_PartitionField {
  readonly SourceName?: string;
  /** TIME_HOUR */
  readonly Transform?: string;
}
interface Kinesis_ResourcePolicy {
  readonly ResourceArn?: string;
  readonly ResourcePolicy?: Json;
}
interface Kinesis_Stream {
  readonly DesiredShardLevelMetrics?: readonly string[];
  readonly MaxRecordSizeInKiB?: number;
  readonly Name?: string;
  readonly RetentionPeriodHours?: number;
  readonly ShardCount?: number;
  readonly StreamEncryption?: Kinesis_Stream_StreamEncryption;
  readonly StreamModeDetails?: Kinesis_Stream_StreamModeDetails;
  readonly Tags?: readonly Tag[];
  readonly WarmThroughputMiBps?: number;
}
interface Kinesis_Stream_StreamEncryption {
  /** KMS */
  readonly EncryptionType?: string;
  readonly KeyId?: string;
}
interface Kinesis_Stream_StreamModeDetails {
  /** ON_DEMAND | PROVISIONED */
  readonly StreamMode?: string;
}
interface Kinesis_StreamConsumer {
  readonly ConsumerName?: string;
  readonly StreamARN?: string;
  readonly Tags?: readonly Tag[];
}
interface KinesisAnalyticsV2_Application {
  readonly ApplicationConfiguration?: KinesisAnalyticsV2_Application_ApplicationConfiguration;
  readonly ApplicationDescription?: string;
  readonly ApplicationMaintenanceConfiguration?: KinesisAnalyticsV2_Application_ApplicationMaintenanceConfiguration;
  /** INTERACTIVE | STREAMING */
  readonly ApplicationMode?: string;
  readonly ApplicationName?: string;
  readonly RunConfiguration?: KinesisAnalyticsV2_Application_RunConfiguration;
  readonly RuntimeEnvironment?: string;
  readonly ServiceExecutionRole?: string;
  readonly Tags?: readonly Tag[];
}
interface KinesisAnalyticsV2_Application_ApplicationConfiguration {
  readonly ApplicationCodeConfiguration?: KinesisAnalyticsV2_Application_ApplicationCodeConfiguration;
  readonly ApplicationEncryptionConfiguration?: KinesisAnalyticsV2_Application_ApplicationEncryptionConfiguration;
  readonly ApplicationSnapshotConfiguration?: KinesisAnalyticsV2_Application_ApplicationSnapshotConfiguration;
  readonly ApplicationSystemRollbackConfiguration?: KinesisAnalyticsV2_Application_ApplicationSystemRollbackConfiguration;
  readonly EnvironmentProperties?: KinesisAnalyticsV2_Application_EnvironmentProperties;
  readonly FlinkApplicationConfiguration?: KinesisAnalyticsV2_Application_FlinkApplicationConfiguration;
  readonly SqlApplicationConfiguration?: KinesisAnalyticsV2_Application_SqlApplicationConfiguration;
  readonly VpcConfigurations?: readonly KinesisAnalyticsV2_Application_VpcConfiguration[];
  readonly ZeppelinApplicationConfiguration?: KinesisAnalyticsV2_Application_ZeppelinApplicationConfiguration;
}
interface KinesisAnalyticsV2_Application_ApplicationMaintenanceConfiguration {
  readonly ApplicationMaintenanceWindowStartTime?: string;
}
interface KinesisAnalyticsV2_Application_RunConfiguration {
  readonly ApplicationRestoreConfiguration?: KinesisAnalyticsV2_Application_ApplicationRestoreConfiguration;
  readonly FlinkRunConfiguration?: KinesisAnalyticsV2_Application_FlinkRunConfiguration;
}
interface KinesisAnalyticsV2_Application_ApplicationCodeConfiguration {
  readonly CodeContent?: KinesisAnalyticsV2_Application_CodeContent;
  /** PLAINTEXT | ZIPFILE */
  readonly CodeContentType?: string;
}
interface KinesisAnalyticsV2_Application_ApplicationEncryptionConfiguration {
  readonly KeyId?: string;
  /** AWS_OWNED_KEY | CUSTOMER_MANAGED_KEY */
  readonly KeyType?: string;
}
interface KinesisAnalyticsV2_Application_ApplicationSnapshotConfiguration {
  readonly SnapshotsEnabled?: boolean;
}
interface KinesisAnalyticsV2_Application_ApplicationSystemRollbackConfiguration {
  readonly RollbackEnabled?: boolean;
}
interface KinesisAnalyticsV2_Application_EnvironmentProperties {
  readonly PropertyGroups?: readonly KinesisAnalyticsV2_Application_PropertyGroup[];
}
interface KinesisAnalyticsV2_Application_FlinkApplicationConfiguration {
  readonly CheckpointConfiguration?: KinesisAnalyticsV2_Application_CheckpointConfiguration;
  readonly MonitoringConfiguration?: KinesisAnalyticsV2_Application_MonitoringConfiguration;
  readonly ParallelismConfiguration?: KinesisAnalyticsV2_Application_ParallelismConfiguration;
}
interface KinesisAnalyticsV2_Application_SqlApplicationConfiguration {
  readonly Inputs?: readonly KinesisAnalyticsV2_Application_Input[];
}
interface KinesisAnalyticsV2_Application_VpcConfiguration {
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
}
interface KinesisAnalyticsV2_Application_ZeppelinApplicationConfiguration {
  readonly CatalogConfiguration?: KinesisAnalyticsV2_Application_CatalogConfiguration;
  readonly CustomArtifactsConfiguration?: readonly KinesisAnalyticsV2_Application_CustomArtifactConfiguration[];
  readonly DeployAsApplicationConfiguration?: KinesisAnalyticsV2_Application_DeployAsApplicationConfiguration;
  readonly MonitoringConfiguration?: KinesisAnalyticsV2_Application_ZeppelinMonitoringConfiguration;
}
interface KinesisAnalyticsV2_Application_ApplicationRestoreConfiguration {
  /** SKIP_RESTORE_FROM_SNAPSHOT | RESTORE_FROM_LATEST_SNAPSHOT | RESTORE_FROM_CUSTOM_SNAPSHOT */
  readonly ApplicationRestoreType?: string;
  readonly SnapshotName?: string;
}
interface KinesisAnalyticsV2_Application_FlinkRunConfiguration {
  readonly AllowNonRestoredState?: boolean;
}
interface KinesisAnalyticsV2_Application_CodeContent {
  readonly S3ContentLocation?: KinesisAnalyticsV2_Application_S3ContentLocation;
  readonly TextContent?: string;
  readonly ZipFileContent?: string;
}
interface KinesisAnalyticsV2_Application_PropertyGroup {
  readonly PropertyGroupId?: string;
  readonly PropertyMap?: { readonly [key: string]: string };
}
interface KinesisAnalyticsV2_Application_CheckpointConfiguration {
  readonly CheckpointInterval?: number;
  readonly CheckpointingEnabled?: boolean;
  /** DEFAULT | CUSTOM */
  readonly ConfigurationType?: string;
  readonly MinPauseBetweenCheckpoints?: number;
}
interface KinesisAnalyticsV2_Application_MonitoringConfiguration {
  /** DEFAULT | CUSTOM */
  readonly ConfigurationType?: string;
  /** DEBUG | INFO | WARN | ERROR */
  readonly LogLevel?: string;
  /** APPLICATION | OPERATOR | PARALLELISM | TASK */
  readonly MetricsLevel?: string;
}
interface KinesisAnalyticsV2_Application_ParallelismConfiguration {
  readonly AutoScalingEnabled?: boolean;
  /** CUSTOM | DEFAULT */
  readonly ConfigurationType?: string;
  readonly Parallelism?: number;
  readonly ParallelismPerKPU?: number;
}
interface KinesisAnalyticsV2_Application_Input {
  readonly InputParallelism?: KinesisAnalyticsV2_Application_InputParallelism;
  readonly InputProcessingConfiguration?: KinesisAnalyticsV2_Application_InputProcessingConfiguration;
  readonly InputSchema?: KinesisAnalyticsV2_Application_InputSchema;
  readonly KinesisFirehoseInput?: KinesisAnalyticsV2_Application_KinesisFirehoseInput;
  readonly KinesisStreamsInput?: KinesisAnalyticsV2_Application_KinesisStreamsInput;
  readonly NamePrefix?: string;
}
interface KinesisAnalyticsV2_Application_CatalogConfiguration {
  readonly GlueDataCatalogConfiguration?: KinesisAnalyticsV2_Application_GlueDataCatalogConfiguration;
}
interface KinesisAnalyticsV2_Application_CustomArtifactConfiguration {
  /** DEPENDENCY_JAR | UDF */
  readonly ArtifactType?: string;
  readonly MavenReference?: KinesisAnalyticsV2_Application_MavenReference;
  readonly S3ContentLocation?: KinesisAnalyticsV2_Application_S3ContentLocation;
}
interface KinesisAnalyticsV2_Application_DeployAsApplicationConfiguration {
  readonly S3ContentLocation?: KinesisAnalyticsV2_Application_S3ContentBaseLocation;
}
interface KinesisAnalyticsV2_Application_ZeppelinMonitoringConfiguration {
  /** DEBUG | INFO | WARN | ERROR */
  readonly LogLevel?: string;
}
interface KinesisAnalyticsV2_Application_S3ContentLocation {
  readonly BucketARN?: string;
  readonly FileKey?: string;
  readonly ObjectVersion?: string;
}
interface KinesisAnalyticsV2_Application_InputParallelism {
  readonly Count?: number;
}
interface KinesisAnalyticsV2_Application_InputProcessingConfiguration {
  readonly InputLambdaProcessor?: KinesisAnalyticsV2_Application_InputLambdaProcessor;
}
interface KinesisAnalyticsV2_Application_InputSchema {
  readonly RecordColumns?: readonly KinesisAnalyticsV2_Application_RecordColumn[];
  /** UTF-8 */
  readonly RecordEncoding?: string;
  readonly RecordFormat?: KinesisAnalyticsV2_Application_RecordFormat;
}
interface KinesisAnalyticsV2_Application_KinesisFirehoseInput {
  readonly ResourceARN?: string;
}
interface KinesisAnalyticsV2_Application_KinesisStreamsInput {
  readonly ResourceARN?: string;
}
interface KinesisAnalyticsV2_Application_GlueDataCatalogConfiguration {
  readonly DatabaseARN?: string;
}
interface KinesisAnalyticsV2_Application_MavenReference {
  readonly ArtifactId?: string;
  readonly GroupId?: string;
  readonly Version?: string;
}
interface KinesisAnalyticsV2_Application_S3ContentBaseLocation {
  readonly BasePath?: string;
  readonly BucketARN?: string;
}
interface KinesisAnalyticsV2_Application_InputLambdaProcessor {
  readonly ResourceARN?: string;
}
interface KinesisAnalyticsV2_Application_RecordColumn {
  readonly Mapping?: string;
  readonly Name?: string;
  readonly SqlType?: string;
}
interface KinesisAnalyticsV2_Application_RecordFormat {
  readonly MappingParameters?: KinesisAnalyticsV2_Application_MappingParameters;
  /** CSV | JSON */
  readonly RecordFormatType?: string;
}
interface KinesisAnalyticsV2_Application_MappingParameters {
  readonly CSVMappingParameters?: KinesisAnalyticsV2_Application_CSVMappingParameters;
  readonly JSONMappingParameters?: KinesisAnalyticsV2_Application_JSONMappingParameters;
}
interface KinesisAnalyticsV2_Application_CSVMappingParameters {
  readonly RecordColumnDelimiter?: string;
  readonly RecordRowDelimiter?: string;
}
interface KinesisAnalyticsV2_Application_JSONMappingParameters {
  readonly RecordRowPath?: string;
}
interface KinesisFirehose_DeliveryStream {
  readonly AmazonOpenSearchServerlessDestinationConfiguration?: KinesisFirehose_DeliveryStream_AmazonOpenSearchServerlessDestinationConfiguration;
  readonly AmazonopensearchserviceDestinationConfiguration?: KinesisFirehose_DeliveryStream_AmazonopensearchserviceDestinationConfiguration;
  readonly DatabaseSourceConfiguration?: KinesisFirehose_DeliveryStream_DatabaseSourceConfiguration;
  readonly DeliveryStreamEncryptionConfigurationInput?: KinesisFirehose_DeliveryStream_DeliveryStreamEncryptionConfigurationInput;
  readonly DeliveryStreamName?: string;
  /** DatabaseAsSource | DirectPut | KinesisStreamAsSource | MSKAsSource */
  readonly DeliveryStreamType?: string;
  readonly DirectPutSourceConfiguration?: KinesisFirehose_DeliveryStream_DirectPutSourceConfiguration;
  readonly ElasticsearchDestinationConfiguration?: KinesisFirehose_DeliveryStream_ElasticsearchDestinationConfiguration;
  readonly ExtendedS3DestinationConfiguration?: KinesisFirehose_DeliveryStream_ExtendedS3DestinationConfiguration;
  readonly HttpEndpointDestinationConfiguration?: KinesisFirehose_DeliveryStream_HttpEndpointDestinationConfiguration;
  readonly IcebergDestinationConfiguration?: KinesisFirehose_DeliveryStream_IcebergDestinationConfiguration;
  readonly KinesisStreamSourceConfiguration?: KinesisFirehose_DeliveryStream_KinesisStreamSourceConfiguration;
  readonly MSKSourceConfiguration?: KinesisFirehose_DeliveryStream_MSKSourceConfiguration;
  readonly RedshiftDestinationConfiguration?: KinesisFirehose_DeliveryStream_RedshiftDestinationConfiguration;
  readonly S3DestinationConfiguration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly SnowflakeDestinationConfiguration?: KinesisFirehose_DeliveryStream_SnowflakeDestinationConfiguration;
  readonly SplunkDestinationConfiguration?: KinesisFirehose_DeliveryStream_SplunkDestinationConfiguration;
  readonly Tags?: readonly Tag[];
}
interface KinesisFirehose_DeliveryStream_AmazonOpenSearchServerlessDestinationConfiguration {
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_AmazonOpenSearchServerlessBufferingHints;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  readonly CollectionEndpoint?: string;
  readonly IndexName?: string;
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_AmazonOpenSearchServerlessRetryOptions;
  readonly RoleARN?: string;
  /** FailedDocumentsOnly | AllDocuments */
  readonly S3BackupMode?: string;
  readonly S3Configuration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly VpcConfiguration?: KinesisFirehose_DeliveryStream_VpcConfiguration;
}
interface KinesisFirehose_DeliveryStream_AmazonopensearchserviceDestinationConfiguration {
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_AmazonopensearchserviceBufferingHints;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  readonly ClusterEndpoint?: string;
  readonly DocumentIdOptions?: KinesisFirehose_DeliveryStream_DocumentIdOptions;
  readonly DomainARN?: string;
  readonly IndexName?: string;
  /** NoRotation | OneHour | OneDay | OneWeek | OneMonth */
  readonly IndexRotationPeriod?: string;
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_AmazonopensearchserviceRetryOptions;
  readonly RoleARN?: string;
  /** FailedDocumentsOnly | AllDocuments */
  readonly S3BackupMode?: string;
  readonly S3Configuration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly TypeName?: string;
  readonly VpcConfiguration?: KinesisFirehose_DeliveryStream_VpcConfiguration;
}
interface KinesisFirehose_DeliveryStream_DatabaseSourceConfiguration {
  readonly Columns?: KinesisFirehose_DeliveryStream_DatabaseColumns;
  readonly DatabaseSourceAuthenticationConfiguration?: KinesisFirehose_DeliveryStream_DatabaseSourceAuthenticationConfiguration;
  readonly DatabaseSourceVPCConfiguration?: KinesisFirehose_DeliveryStream_DatabaseSourceVPCConfiguration;
  readonly Databases?: KinesisFirehose_DeliveryStream_Databases;
  readonly Digest?: string;
  readonly Endpoint?: string;
  readonly Port?: number;
  readonly PublicCertificate?: string;
  /** Disabled | Enabled */
  readonly SSLMode?: string;
  readonly SnapshotWatermarkTable?: string;
  readonly SurrogateKeys?: readonly string[];
  readonly Tables?: KinesisFirehose_DeliveryStream_DatabaseTables;
  /** MySQL | PostgreSQL */
  readonly Type?: string;
}
interface KinesisFirehose_DeliveryStream_DeliveryStreamEncryptionConfigurationInput {
  readonly KeyARN?: string;
  /** AWS_OWNED_CMK | CUSTOMER_MANAGED_CMK */
  readonly KeyType?: string;
}
interface KinesisFirehose_DeliveryStream_DirectPutSourceConfiguration {
  readonly ThroughputHintInMBs?: number;
}
interface KinesisFirehose_DeliveryStream_ElasticsearchDestinationConfiguration {
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_ElasticsearchBufferingHints;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  readonly ClusterEndpoint?: string;
  readonly DocumentIdOptions?: KinesisFirehose_DeliveryStream_DocumentIdOptions;
  readonly DomainARN?: string;
  readonly IndexName?: string;
  /** NoRotation | OneHour | OneDay | OneWeek | OneMonth */
  readonly IndexRotationPeriod?: string;
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_ElasticsearchRetryOptions;
  readonly RoleARN?: string;
  /** FailedDocumentsOnly | AllDocuments */
  readonly S3BackupMode?: string;
  readonly S3Configuration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly TypeName?: string;
  readonly VpcConfiguration?: KinesisFirehose_DeliveryStream_VpcConfiguration;
}
interface KinesisFirehose_DeliveryStream_ExtendedS3DestinationConfiguration {
  readonly BucketARN?: string;
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_BufferingHints;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  /** UNCOMPRESSED | GZIP | ZIP | Snappy | HADOOP_SNAPPY */
  readonly CompressionFormat?: string;
  readonly CustomTimeZone?: string;
  readonly DataFormatConversionConfiguration?: KinesisFirehose_DeliveryStream_DataFormatConversionConfiguration;
  readonly DynamicPartitioningConfiguration?: KinesisFirehose_DeliveryStream_DynamicPartitioningConfiguration;
  readonly EncryptionConfiguration?: KinesisFirehose_DeliveryStream_EncryptionConfiguration;
  readonly ErrorOutputPrefix?: string;
  readonly FileExtension?: string;
  readonly Prefix?: string;
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RoleARN?: string;
  readonly S3BackupConfiguration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  /** Disabled | Enabled */
  readonly S3BackupMode?: string;
}
interface KinesisFirehose_DeliveryStream_HttpEndpointDestinationConfiguration {
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_BufferingHints;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  readonly EndpointConfiguration?: KinesisFirehose_DeliveryStream_HttpEndpointConfiguration;
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RequestConfiguration?: KinesisFirehose_DeliveryStream_HttpEndpointRequestConfiguration;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_RetryOptions;
  readonly RoleARN?: string;
  readonly S3BackupMode?: string;
  readonly S3Configuration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly SecretsManagerConfiguration?: KinesisFirehose_DeliveryStream_SecretsManagerConfiguration;
}
interface KinesisFirehose_DeliveryStream_IcebergDestinationConfiguration {
  readonly AppendOnly?: boolean;
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_BufferingHints;
  readonly CatalogConfiguration?: KinesisFirehose_DeliveryStream_CatalogConfiguration;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  readonly DestinationTableConfigurationList?: readonly KinesisFirehose_DeliveryStream_DestinationTableConfiguration[];
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_RetryOptions;
  readonly RoleARN?: string;
  readonly S3Configuration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly SchemaEvolutionConfiguration?: KinesisFirehose_DeliveryStream_SchemaEvolutionConfiguration;
  readonly TableCreationConfiguration?: KinesisFirehose_DeliveryStream_TableCreationConfiguration;
  /** AllData | FailedDataOnly */
  readonly s3BackupMode?: string;
}
interface KinesisFirehose_DeliveryStream_KinesisStreamSourceConfiguration {
  readonly KinesisStreamARN?: string;
  readonly RoleARN?: string;
}
interface KinesisFirehose_DeliveryStream_MSKSourceConfiguration {
  readonly AuthenticationConfiguration?: KinesisFirehose_DeliveryStream_AuthenticationConfiguration;
  readonly MSKClusterARN?: string;
  readonly ReadFromTimestamp?: string;
  readonly TopicName?: string;
}
interface KinesisFirehose_DeliveryStream_RedshiftDestinationConfiguration {
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  readonly ClusterJDBCURL?: string;
  readonly CopyCommand?: KinesisFirehose_DeliveryStream_CopyCommand;
  readonly Password?: string;
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_RedshiftRetryOptions;
  readonly RoleARN?: string;
  readonly S3BackupConfiguration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  /** Disabled | Enabled */
  readonly S3BackupMode?: string;
  readonly S3Configuration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly SecretsManagerConfiguration?: KinesisFirehose_DeliveryStream_SecretsManagerConfiguration;
  readonly Username?: string;
}
interface KinesisFirehose_DeliveryStream_S3DestinationConfiguration {
  readonly BucketARN?: string;
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_BufferingHints;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  /** UNCOMPRESSED | GZIP | ZIP | Snappy | HADOOP_SNAPPY */
  readonly CompressionFormat?: string;
  readonly EncryptionConfiguration?: KinesisFirehose_DeliveryStream_EncryptionConfiguration;
  readonly ErrorOutputPrefix?: string;
  readonly Prefix?: string;
  readonly RoleARN?: string;
}
interface KinesisFirehose_DeliveryStream_SnowflakeDestinationConfiguration {
  readonly AccountUrl?: string;
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_SnowflakeBufferingHints;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  readonly ContentColumnName?: string;
  /** JSON_MAPPING | VARIANT_CONTENT_MAPPING | VARIANT_CONTENT_AND_METADATA_MAPPING */
  readonly DataLoadingOption?: string;
  readonly Database?: string;
  readonly KeyPassphrase?: string;
  readonly MetaDataColumnName?: string;
  readonly PrivateKey?: string;
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_SnowflakeRetryOptions;
  readonly RoleARN?: string;
  /** FailedDataOnly | AllData */
  readonly S3BackupMode?: string;
  readonly S3Configuration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly Schema?: string;
  readonly SecretsManagerConfiguration?: KinesisFirehose_DeliveryStream_SecretsManagerConfiguration;
  readonly SnowflakeRoleConfiguration?: KinesisFirehose_DeliveryStream_SnowflakeRoleConfiguration;
  readonly SnowflakeVpcConfiguration?: KinesisFirehose_DeliveryStream_SnowflakeVpcConfiguration;
  readonly Table?: string;
  readonly User?: string;
}
interface KinesisFirehose_DeliveryStream_SplunkDestinationConfiguration {
  readonly BufferingHints?: KinesisFirehose_DeliveryStream_SplunkBufferingHints;
  readonly CloudWatchLoggingOptions?: KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions;
  readonly HECAcknowledgmentTimeoutInSeconds?: number;
  readonly HECEndpoint?: string;
  /** Raw | Event */
  readonly HECEndpointType?: string;
  readonly HECToken?: string;
  readonly ProcessingConfiguration?: KinesisFirehose_DeliveryStream_ProcessingConfiguration;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_SplunkRetryOptions;
  readonly S3BackupMode?: string;
  readonly S3Configuration?: KinesisFirehose_DeliveryStream_S3DestinationConfiguration;
  readonly SecretsManagerConfiguration?: KinesisFirehose_DeliveryStream_SecretsManagerConfiguration;
}
interface KinesisFirehose_DeliveryStream_AmazonOpenSearchServerlessBufferingHints {
  readonly IntervalInSeconds?: number;
  readonly SizeInMBs?: number;
}
interface KinesisFirehose_DeliveryStream_CloudWatchLoggingOptions {
  readonly Enabled?: boolean;
  readonly LogGroupName?: string;
  readonly LogStreamName?: string;
}
interface KinesisFirehose_DeliveryStream_ProcessingConfiguration {
  readonly Enabled?: boolean;
  readonly Processors?: readonly KinesisFirehose_DeliveryStream_Processor[];
}
interface KinesisFirehose_DeliveryStream_AmazonOpenSearchServerlessRetryOptions {
  readonly DurationInSeconds?: number;
}
interface KinesisFirehose_DeliveryStream_VpcConfiguration {
  readonly RoleARN?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
}
interface KinesisFirehose_DeliveryStream_AmazonopensearchserviceBufferingHints {
  readonly IntervalInSeconds?: number;
  readonly SizeInMBs?: number;
}
interface KinesisFirehose_DeliveryStream_DocumentIdOptions {
  /** FIREHOSE_DEFAULT | NO_DOCUMENT_ID */
  readonly DefaultDocumentIdFormat?: string;
}
interface KinesisFirehose_DeliveryStream_AmazonopensearchserviceRetryOptions {
  readonly DurationInSeconds?: number;
}
interface KinesisFirehose_DeliveryStream_DatabaseColumns {
  readonly Exclude?: readonly string[];
  readonly Include?: readonly string[];
}
interface KinesisFirehose_DeliveryStream_DatabaseSourceAuthenticationConfiguration {
  readonly SecretsManagerConfiguration?: KinesisFirehose_DeliveryStream_SecretsManagerConfiguration;
}
interface KinesisFirehose_DeliveryStream_DatabaseSourceVPCConfiguration {
  readonly VpcEndpointServiceName?: string;
}
interface KinesisFirehose_DeliveryStream_Databases {
  readonly Exclude?: readonly string[];
  readonly Include?: readonly string[];
}
interface KinesisFirehose_DeliveryStream_DatabaseTables {
  readonly Exclude?: readonly string[];
  readonly Include?: readonly string[];
}
interface KinesisFirehose_DeliveryStream_ElasticsearchBufferingHints {
  readonly IntervalInSeconds?: number;
  readonly SizeInMBs?: number;
}
interface KinesisFirehose_DeliveryStream_ElasticsearchRetryOptions {
  readonly DurationInSeconds?: number;
}
interface KinesisFirehose_DeliveryStream_BufferingHints {
  readonly IntervalInSeconds?: number;
  readonly SizeInMBs?: number;
}
interface KinesisFirehose_DeliveryStream_DataFormatConversionConfiguration {
  readonly Enabled?: boolean;
  readonly InputFormatConfiguration?: KinesisFirehose_DeliveryStream_InputFormatConfiguration;
  readonly OutputFormatConfiguration?: KinesisFirehose_DeliveryStream_OutputFormatConfiguration;
  readonly SchemaConfiguration?: KinesisFirehose_DeliveryStream_SchemaConfiguration;
}
interface KinesisFirehose_DeliveryStream_DynamicPartitioningConfiguration {
  readonly Enabled?: boolean;
  readonly RetryOptions?: KinesisFirehose_DeliveryStream_RetryOptions;
}
interface KinesisFirehose_DeliveryStream_EncryptionConfiguration {
  readonly KMSEncryptionConfig?: KinesisFirehose_DeliveryStream_KMSEncryptionConfig;
  /** NoEncryption */
  readonly NoEncryptionConfig?: string;
}
interface KinesisFirehose_DeliveryStream_HttpEndpointConfiguration {
  readonly AccessKey?: string;
  readonly Name?: string;
  readonly Url?: string;
}
interface KinesisFirehose_DeliveryStream_HttpEndpointRequestConfiguration {
  readonly CommonAttributes?: readonly KinesisFirehose_DeliveryStream_HttpEndpointCommonAttribute[];
  /** NONE | GZIP */
  readonly ContentEncoding?: string;
}
interface KinesisFirehose_DeliveryStream_RetryOptions {
  readonly DurationInSeconds?: number;
}
interface KinesisFirehose_DeliveryStream_SecretsManagerConfiguration {
  readonly Enabled?: boolean;
  readonly RoleARN?: string;
  readonly SecretARN?: string;
}
interface KinesisFirehose_DeliveryStream_CatalogConfiguration {
  readonly CatalogArn?: string;
  readonly WarehouseLocation?: string;
}
interface KinesisFirehose_DeliveryStream_DestinationTableConfiguration {
  readonly DestinationDatabaseName?: string;
  readonly DestinationTableName?: string;
  readonly PartitionSpec?: KinesisFirehose_DeliveryStream_PartitionSpec;
  readonly S3ErrorOutputPrefix?: string;
  readonly UniqueKeys?: readonly string[];
}
interface KinesisFirehose_DeliveryStream_SchemaEvolutionConfiguration {
  readonly Enabled?: boolean;
}
interface KinesisFirehose_DeliveryStream_TableCreationConfiguration {
  readonly Enabled?: boolean;
}
interface KinesisFirehose_DeliveryStream_AuthenticationConfiguration {
  /** PUBLIC | PRIVATE */
  readonly Connectivity?: string;
  readonly RoleARN?: string;
}
interface KinesisFirehose_DeliveryStream_CopyCommand {
  readonly CopyOptions?: string;
  readonly DataTableColumns?: string;
  readonly DataTableName?: string;
}
interface KinesisFirehose_DeliveryStream_RedshiftRetryOptions {
  readonly DurationInSeconds?: number;
}
interface KinesisFirehose_DeliveryStream_SnowflakeBufferingHints {
  readonly IntervalInSeconds?: number;
  readonly SizeInMBs?: number;
}
interface KinesisFirehose_DeliveryStream_SnowflakeRetryOptions {
  readonly DurationInSeconds?: number;
}
interface KinesisFirehose_DeliveryStream_SnowflakeRoleConfiguration {
  readonly Enabled?: boolean;
  readonly SnowflakeRole?: string;
}
interface KinesisFirehose_DeliveryStream_SnowflakeVpcConfiguration {
  readonly PrivateLinkVpceId?: string;
}
interface KinesisFirehose_DeliveryStream_SplunkBufferingHints {
  readonly IntervalInSeconds?: number;
  readonly SizeInMBs?: number;
}
interface KinesisFirehose_DeliveryStream_SplunkRetryOptions {
  readonly DurationInSeconds?: number;
}
interface KinesisFirehose_DeliveryStream_Processor {
  readonly Parameters?: readonly KinesisFirehose_DeliveryStream_ProcessorParameter[];
  /** RecordDeAggregation | Decompression | CloudWatchLogProcessing | Lambda | MetadataExtraction | AppendDelimiterToRecord */
  readonly Type?: string;
}
interface KinesisFirehose_DeliveryStream_InputFormatConfiguration {
  readonly Deserializer?: KinesisFirehose_DeliveryStream_Deserializer;
}
interface KinesisFirehose_DeliveryStream_OutputFormatConfiguration {
  readonly Serializer?: KinesisFirehose_DeliveryStream_Serializer;
}
interface KinesisFirehose_DeliveryStream_SchemaConfiguration {
  readonly CatalogId?: string;
  readonly DatabaseName?: string;
  readonly Region?: string;
  readonly RoleARN?: string;
  readonly TableName?: string;
  readonly VersionId?: string;
}
interface KinesisFirehose_DeliveryStream_KMSEncryptionConfig {
  readonly AWSKMSKeyARN?: string;
}
interface KinesisFirehose_DeliveryStream_HttpEndpointCommonAttribute {
  readonly AttributeName?: string;
  readonly AttributeValue?: string;
}
interface KinesisFirehose_DeliveryStream_PartitionSpec {
  readonly Identity?: readonly KinesisFirehose_DeliveryStream_PartitionField[];
}
interface KinesisFirehose_DeliveryStream_ProcessorParameter {
  readonly ParameterName?: string;
  readonly ParameterValue?: string;
}
interface KinesisFirehose_DeliveryStream_Deserializer {
  readonly HiveJsonSerDe?: KinesisFirehose_DeliveryStream_HiveJsonSerDe;
  readonly OpenXJsonSerDe?: KinesisFirehose_DeliveryStream_OpenXJsonSerDe;
}
interface KinesisFirehose_DeliveryStream_Serializer {
  readonly OrcSerDe?: KinesisFirehose_DeliveryStream_OrcSerDe;
  readonly ParquetSerDe?: KinesisFirehose_DeliveryStream_ParquetSerDe;
}
interface KinesisFirehose_DeliveryStream_PartitionField {
  readonly SourceName?: string;
}
interface KinesisFirehose_DeliveryStream_HiveJsonSerDe {
  readonly TimestampFormats?: readonly string[];
}
interface KinesisFirehose_DeliveryStream_OpenXJsonSerDe {
  readonly CaseInsensitive?: boolean;
  readonly ColumnToJsonKeyMappings?: { readonly [key: string]: string };
  readonly ConvertDotsInJsonKeysToUnderscores?: boolean;
}
interface KinesisFirehose_DeliveryStream_OrcSerDe {
  readonly BlockSizeBytes?: number;
  readonly BloomFilterColumns?: readonly string[];
  readonly BloomFilterFalsePositiveProbability?: number;
  readonly Compression?: string;
  readonly DictionaryKeyThreshold?: number;
  readonly EnablePadding?: boolean;
  readonly FormatVersion?: string;
  readonly PaddingTolerance?: number;
  readonly RowIndexStride?: number;
  readonly StripeSizeBytes?: number;
}
interface KinesisFirehose_DeliveryStream_ParquetSerDe {
  readonly BlockSizeBytes?: number;
  readonly Compression?: string;
  readonly EnableDictionaryCompression?: boolean;
  readonly MaxPaddingBytes?: number;
  readonly PageSizeBytes?: number;
  readonly WriterVersion?: string;
}
interface Lambda_Alias {
  readonly Description?: string;
  readonly FunctionName?: string;
  readonly FunctionVersion?: string;
  readonly Name?: string;
  readonly ProvisionedConcurrencyConfig?: Lambda_Alias_ProvisionedConcurrencyConfiguration;
  readonly RoutingConfig?: Lambda_Alias_AliasRoutingConfiguration;
}
interface Lambda_Alias_ProvisionedConcurrencyConfiguration {
  readonly ProvisionedConcurrentExecutions?: number;
}
interface Lambda_Alias_AliasRoutingConfiguration {
  readonly AdditionalVersionWeights?: readonly Lambda_Alias_VersionWeight[];
}
interface Lambda_Alias_VersionWeight {
  readonly FunctionVersion?: string;
  readonly FunctionWeight?: number;
}
interface Lambda_CapacityProvider {
  readonly CapacityProviderName?: string;
  readonly CapacityProviderScalingConfig?: Lambda_CapacityProvider_CapacityProviderScalingConfig;
  readonly InstanceRequirements?: Lambda_CapacityProvider_InstanceRequirements;
  readonly KmsKeyArn?: string;
  readonly PermissionsConfig?: Lambda_CapacityProvider_CapacityProviderPermissionsConfig;
  readonly PropagateTags?: Lambda_CapacityProvider_PropagateTagsConfig;
  readonly Tags?: readonly Tag[];
  readonly TelemetryConfig?: Lambda_CapacityProvider_CapacityProviderTelemetryConfig;
  readonly VpcConfig?: Lambda_CapacityProvider_CapacityProviderVpcConfig;
}
interface Lambda_CapacityProvider_CapacityProviderScalingConfig {
  readonly MaxVCpuCount?: number;
  /** Auto | Manual */
  readonly ScalingMode?: string;
  readonly ScalingPolicies?: readonly Lambda_CapacityProvider_TargetTrackingScalingPolicy[];
}
interface Lambda_CapacityProvider_InstanceRequirements {
  readonly AllowedInstanceTypes?: readonly string[];
  readonly Architectures?: readonly string[];
  readonly ExcludedInstanceTypes?: readonly string[];
}
interface Lambda_CapacityProvider_CapacityProviderPermissionsConfig {
  readonly CapacityProviderOperatorRoleArn?: string;
}
interface Lambda_CapacityProvider_PropagateTagsConfig {
  readonly ExplicitTags?: readonly Tag[];
  /** None | Explicit */
  readonly Mode?: string;
}
interface Lambda_CapacityProvider_CapacityProviderTelemetryConfig {
  readonly LoggingConfig?: Lambda_CapacityProvider_CapacityProviderLoggingConfig;
}
interface Lambda_CapacityProvider_CapacityProviderVpcConfig {
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
}
interface Lambda_CapacityProvider_TargetTrackingScalingPolicy {
  /** LambdaCapacityProviderAverageCPUUtilization | LambdaCapacityProviderAverageGPUUtilization */
  readonly PredefinedMetricType?: string;
  readonly TargetValue?: number;
}
interface Lambda_CapacityProvider_CapacityProviderLoggingConfig {
  readonly LogGroup?: string;
  /** DEBUG | INFO | WARN */
  readonly SystemLogLevel?: string;
}
interface Lambda_CodeSigningConfig {
  readonly AllowedPublishers?: Lambda_CodeSigningConfig_AllowedPublishers;
  readonly CodeSigningPolicies?: Lambda_CodeSigningConfig_CodeSigningPolicies;
  readonly Description?: string;
  readonly Tags?: readonly Tag[];
}
interface Lambda_CodeSigningConfig_AllowedPublishers {
  readonly SigningProfileVersionArns?: readonly string[];
}
interface Lambda_CodeSigningConfig_CodeSigningPolicies {
  /** Warn | Enforce */
  readonly UntrustedArtifactOnDeployment?: string;
}
interface Lambda_EventInvokeConfig {
  readonly DestinationConfig?: Lambda_EventInvokeConfig_DestinationConfig;
  readonly FunctionName?: string;
  readonly MaximumEventAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
  readonly Qualifier?: string;
}
interface Lambda_EventInvokeConfig_DestinationConfig {
  readonly OnFailure?: Lambda_EventInvokeConfig_OnFailure;
  readonly OnSuccess?: Lambda_EventInvokeConfig_OnSuccess;
}
interface Lambda_EventInvokeConfig_OnFailure {
  readonly Destination?: string;
}
interface Lambda_EventInvokeConfig_OnSuccess {
  readonly Destination?: string;
}
interface Lambda_EventSourceMapping {
  readonly AmazonManagedKafkaEventSourceConfig?: Lambda_EventSourceMapping_AmazonManagedKafkaEventSourceConfig;
  readonly BatchSize?: number;
  readonly BisectBatchOnFunctionError?: boolean;
  readonly DestinationConfig?: Lambda_EventSourceMapping_DestinationConfig;
  readonly DocumentDBEventSourceConfig?: Lambda_EventSourceMapping_DocumentDBEventSourceConfig;
  readonly Enabled?: boolean;
  readonly EventSourceArn?: string;
  readonly FilterCriteria?: Lambda_EventSourceMapping_FilterCriteria;
  readonly FunctionName?: string;
  readonly FunctionResponseTypes?: readonly string[];
  readonly KmsKeyArn?: string;
  readonly LoggingConfig?: Lambda_EventSourceMapping_LoggingConfig;
  readonly MaximumBatchingWindowInSeconds?: number;
  readonly MaximumRecordAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
  readonly MetricsConfig?: Lambda_EventSourceMapping_MetricsConfig;
  readonly ParallelizationFactor?: number;
  readonly ProvisionedPollerConfig?: Lambda_EventSourceMapping_ProvisionedPollerConfig;
  readonly Queues?: readonly string[];
  readonly ScalingConfig?: Lambda_EventSourceMapping_ScalingConfig;
  readonly SelfManagedEventSource?: Lambda_EventSourceMapping_SelfManagedEventSource;
  readonly SelfManagedKafkaEventSourceConfig?: Lambda_EventSourceMapping_SelfManagedKafkaEventSourceConfig;
  readonly SourceAccessConfigurations?: readonly Lambda_EventSourceMapping_SourceAccessConfiguration[];
  readonly StartingPosition?: string;
  readonly StartingPositionTimestamp?: number;
  readonly Tags?: readonly Tag[];
  readonly Topics?: readonly string[];
  readonly TumblingWindowInSeconds?: number;
}
interface Lambda_EventSourceMapping_AmazonManagedKafkaEventSourceConfig {
  readonly ConsumerGroupId?: string;
  readonly SchemaRegistryConfig?: Lambda_EventSourceMapping_SchemaRegistryConfig;
}
interface Lambda_EventSourceMapping_DestinationConfig {
  readonly OnFailure?: Lambda_EventSourceMapping_OnFailure;
}
interface Lambda_EventSourceMapping_DocumentDBEventSourceConfig {
  readonly CollectionName?: string;
  readonly DatabaseName?: string;
  /** UpdateLookup | Default */
  readonly FullDocument?: string;
}
interface Lambda_EventSourceMapping_FilterCriteria {
  readonly Filters?: readonly Lambda_EventSourceMapping_Filter[];
}
interface Lambda_EventSourceMapping_LoggingConfig {
  /** DEBUG | INFO | WARN */
  readonly SystemLogLevel?: string;
}
interface Lambda_EventSourceMapping_MetricsConfig {
  readonly Metrics?: readonly string[];
}
interface Lambda_EventSourceMapping_ProvisionedPollerConfig {
  readonly MaximumPollers?: number;
  readonly MinimumPollers?: number;
  readonly PollerGroupName?: string;
}
interface Lambda_EventSourceMapping_ScalingConfig {
  readonly MaximumConcurrency?: number;
}
interface Lambda_EventSourceMapping_SelfManagedEventSource {
  readonly Endpoints?: Lambda_EventSourceMapping_Endpoints;
}
interface Lambda_EventSourceMapping_SelfManagedKafkaEventSourceConfig {
  readonly ConsumerGroupId?: string;
  /** Stream | Queue */
  readonly ConsumptionMode?: string;
  readonly SchemaRegistryConfig?: Lambda_EventSourceMapping_SchemaRegistryConfig;
}
interface Lambda_EventSourceMapping_SourceAccessConfiguration {
  readonly Type?: string;
  readonly URI?: string;
}
interface Lambda_EventSourceMapping_SchemaRegistryConfig {
  readonly AccessConfigs?: readonly Lambda_EventSourceMapping_SchemaRegistryAccessConfig[];
  /** JSON | SOURCE */
  readonly EventRecordFormat?: string;
  readonly SchemaRegistryURI?: string;
  readonly SchemaValidationConfigs?: readonly Lambda_EventSourceMapping_SchemaValidationConfig[];
}
interface Lambda_EventSourceMapping_OnFailure {
  readonly Destination?: string;
}
interface Lambda_EventSourceMapping_Filter {
  readonly Pattern?: string;
}
interface Lambda_EventSourceMapping_Endpoints {
  readonly KafkaBootstrapServers?: readonly string[];
}
interface Lambda_EventSourceMapping_SchemaRegistryAccessConfig {
  /** BASIC_AUTH | CLIENT_CERTIFICATE_TLS_AUTH | SERVER_ROOT_CA_CERTIFICATE | OAUTHBEARER_AUTH */
  readonly Type?: string;
  readonly URI?: string;
}
interface Lambda_EventSourceMapping_SchemaValidationConfig {
  /** KEY | VALUE */
  readonly Attribute?: string;
}
interface Lambda_Function {
  readonly Architectures?: readonly string[];
  readonly CapacityProviderConfig?: Lambda_Function_CapacityProviderConfig;
  readonly Code?: Lambda_Function_Code;
  readonly CodeSigningConfigArn?: string;
  readonly DeadLetterConfig?: Lambda_Function_DeadLetterConfig;
  readonly Description?: string;
  readonly DurableConfig?: Lambda_Function_DurableConfig;
  readonly Environment?: Lambda_Function_Environment;
  readonly EphemeralStorage?: Lambda_Function_EphemeralStorage;
  readonly FileSystemConfigs?: readonly Lambda_Function_FileSystemConfig[];
  readonly FunctionName?: string;
  readonly FunctionScalingConfig?: Lambda_Function_FunctionScalingConfig;
  readonly Handler?: string;
  readonly ImageConfig?: Lambda_Function_ImageConfig;
  readonly KmsKeyArn?: string;
  readonly Layers?: readonly string[];
  readonly LoggingConfig?: Lambda_Function_LoggingConfig;
  readonly MemorySize?: number;
  /** Image | Zip */
  readonly PackageType?: string;
  readonly PublishToLatestPublished?: boolean;
  /** Allow | Terminate */
  readonly RecursiveLoop?: string;
  readonly ReservedConcurrentExecutions?: number;
  readonly Role?: string;
  readonly Runtime?: string;
  readonly RuntimeManagementConfig?: Lambda_Function_RuntimeManagementConfig;
  readonly SnapStart?: Lambda_Function_SnapStart;
  readonly Tags?: readonly Tag[];
  readonly TenancyConfig?: Lambda_Function_TenancyConfig;
  readonly Timeout?: number;
  readonly TracingConfig?: Lambda_Function_TracingConfig;
  readonly VpcConfig?: Lambda_Function_VpcConfig;
}
interface Lambda_Function_CapacityProviderConfig {
  readonly LambdaManagedInstancesCapacityProviderConfig?: Lambda_Function_LambdaManagedInstancesCapacityProviderConfig;
}
interface Lambda_Function_Code {
  readonly ImageUri?: string;
  readonly S3Bucket?: string;
  readonly S3Key?: string;
  /** COPY | REFERENCE */
  readonly S3ObjectStorageMode?: string;
  readonly S3ObjectVersion?: string;
  readonly SourceKMSKeyArn?: string;
  readonly ZipFile?: string;
}
interface Lambda_Function_DeadLetterConfig {
  readonly TargetArn?: string;
}
interface Lambda_Function_DurableConfig {
  readonly ExecutionTimeout?: number;
  readonly KMSKeyArn?: string;
  readonly RetentionPeriodInDays?: number;
}
interface Lambda_Function_Environment {
  readonly Variables?: { readonly [key: string]: string };
}
interface Lambda_Function_EphemeralStorage {
  readonly Size?: number;
}
interface Lambda_Function_FileSystemConfig {
  readonly Arn?: string;
  readonly LocalMountPath?: string;
  readonly S3FilesConfig?: Lambda_Function_S3FilesConfig;
}
interface Lambda_Function_FunctionScalingConfig {
  readonly MaxExecutionEnvironments?: number;
  readonly MinExecutionEnvironments?: number;
}
interface Lambda_Function_ImageConfig {
  readonly Command?: readonly string[];
  readonly EntryPoint?: readonly string[];
  readonly WorkingDirectory?: string;
}
interface Lambda_Function_LoggingConfig {
  /** TRACE | DEBUG | INFO | WARN | ERROR | FATAL */
  readonly ApplicationLogLevel?: string;
  /** Text | JSON */
  readonly LogFormat?: string;
  readonly LogGroup?: string;
  /** DEBUG | INFO | WARN */
  readonly SystemLogLevel?: string;
}
interface Lambda_Function_RuntimeManagementConfig {
  readonly RuntimeVersionArn?: string;
  /** Auto | FunctionUpdate | Manual */
  readonly UpdateRuntimeOn?: string;
}
interface Lambda_Function_SnapStart {
  /** PublishedVersions | None */
  readonly ApplyOn?: string;
}
interface Lambda_Function_TenancyConfig {
  /** PER_TENANT */
  readonly TenantIsolationMode?: string;
}
interface Lambda_Function_TracingConfig {
  /** Active | PassThrough */
  readonly Mode?: string;
}
interface Lambda_Function_VpcConfig {
  readonly Ipv6AllowedForDualStack?: boolean;
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
}
interface Lambda_Function_LambdaManagedInstancesCapacityProviderConfig {
  readonly CapacityProviderArn?: string;
  readonly ExecutionEnvironmentMemoryGiBPerVCpu?: number;
  readonly PerExecutionEnvironmentMaxConcurrency?: number;
}
interface Lambda_Function_S3FilesConfig {
  /** ENABLED | DISABLED | AUTO */
  readonly DirectS3Read?: string;
}
interface Lambda_LayerVersion {
  readonly CompatibleArchitectures?: readonly string[];
  readonly CompatibleRuntimes?: readonly string[];
  readonly Content?: Lambda_LayerVersion_Content;
  readonly Description?: string;
  readonly LayerName?: string;
  readonly LicenseInfo?: string;
}
interface Lambda_LayerVersion_Content {
  readonly S3Bucket?: string;
  readonly S3Key?: string;
  /** COPY | REFERENCE */
  readonly S3ObjectStorageMode?: string;
  readonly S3ObjectVersion?: string;
}
interface Lambda_LayerVersionPermission {
  readonly Action?: string;
  readonly LayerVersionArn?: string;
  readonly OrganizationId?: string;
  readonly Principal?: string;
}
interface Lambda_MicrovmImage {
  readonly AdditionalOsCapabilities?: readonly string[];
  readonly BaseImageArn?: string;
  readonly BaseImageVersion?: string;
  readonly BuildRoleArn?: string;
  readonly CodeArtifact?: Lambda_MicrovmImage_CodeArtifact;
  readonly CpuConfigurations?: readonly Lambda_MicrovmImage_CpuConfiguration[];
  readonly Description?: string;
  readonly EgressNetworkConnectors?: readonly string[];
  readonly EnvironmentVariables?: readonly Lambda_MicrovmImage_EnvironmentVariable[];
  readonly Hooks?: Lambda_MicrovmImage_Hooks;
  readonly Logging?: Lambda_MicrovmImage_Logging;
  readonly Name?: string;
  readonly Resources?: readonly Lambda_MicrovmImage_Resources[];
  readonly Tags?: readonly Tag[];
}
interface Lambda_MicrovmImage_CodeArtifact {
  readonly Uri?: string;
}
interface Lambda_MicrovmImage_CpuConfiguration {
  /** ARM_64 */
  readonly Architecture?: string;
}
interface Lambda_MicrovmImage_EnvironmentVariable {
  readonly Key?: string;
  readonly Value?: string;
}
interface Lambda_MicrovmImage_Hooks {
  readonly MicrovmHooks?: Lambda_MicrovmImage_MicrovmHooks;
  readonly MicrovmImageHooks?: Lambda_MicrovmImage_MicrovmImageHooks;
  readonly Port?: number;
}
interface Lambda_MicrovmImage_Logging {
  readonly CloudWatch?: Lambda_MicrovmImage_CloudWatchLogging;
  readonly Disabled?: boolean;
}
interface Lambda_MicrovmImage_Resources {
  readonly MinimumMemoryInMiB?: number;
}
interface Lambda_MicrovmImage_MicrovmHooks {
  /** DISABLED | ENABLED */
  readonly Resume?: string;
  readonly ResumeTimeoutInSeconds?: number;
  /** DISABLED | ENABLED */
  readonly Run?: string;
  readonly RunTimeoutInSeconds?: number;
  /** DISABLED | ENABLED */
  readonly Suspend?: string;
  readonly SuspendTimeoutInSeconds?: number;
  /** DISABLED | ENABLED */
  readonly Terminate?: string;
  readonly TerminateTimeoutInSeconds?: number;
}
interface Lambda_MicrovmImage_MicrovmImageHooks {
  /** DISABLED | ENABLED */
  readonly Ready?: string;
  readonly ReadyTimeoutInSeconds?: number;
  /** DISABLED | ENABLED */
  readonly Validate?: string;
  readonly ValidateTimeoutInSeconds?: number;
}
interface Lambda_MicrovmImage_CloudWatchLogging {
  readonly LogGroup?: string;
  readonly LogStream?: string;
}
interface Lambda_NetworkConnector {
  readonly Configuration?: Lambda_NetworkConnector_Config;
  readonly Name?: string;
  readonly OperatorRole?: string;
  readonly Tags?: readonly Tag[];
}
interface Lambda_NetworkConnector_Config {
  readonly VpcEgressConfiguration?: Lambda_NetworkConnector_VpcEgressConfiguration;
}
interface Lambda_NetworkConnector_VpcEgressConfiguration {
  readonly AssociatedComputeResourceTypes?: readonly string[];
  /** IPv4 | DualStack */
  readonly NetworkProtocol?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
}
interface Lambda_Permission {
  readonly Action?: string;
  readonly EventSourceToken?: string;
  readonly FunctionName?: string;
  /** AWS_IAM | NONE */
  readonly FunctionUrlAuthType?: string;
  readonly InvokedViaFunctionUrl?: boolean;
  readonly Principal?: string;
  readonly PrincipalOrgID?: string;
  readonly SourceAccount?: string;
  readonly SourceArn?: string;
}
interface Lambda_ResourcePolicy {
  readonly PolicyDocument?: Json;
  readonly ResourceArn?: string;
}
interface Lambda_Url {
  /** AWS_IAM | NONE */
  readonly AuthType?: string;
  readonly Cors?: Lambda_Url_Cors;
  /** BUFFERED | RESPONSE_STREAM */
  readonly InvokeMode?: string;
  readonly Qualifier?: string;
  readonly TargetFunctionArn?: string;
}
interface Lambda_Url_Cors {
  readonly AllowCredentials?: boolean;
  readonly AllowHeaders?: readonly string[];
  readonly AllowMethods?: readonly string[];
  readonly AllowOrigins?: readonly string[];
  readonly ExposeHeaders?: readonly string[];
  readonly MaxAge?: number;
}
interface Lambda_Version {
  readonly CodeSha256?: string;
  readonly Description?: string;
  readonly FunctionName?: string;
  readonly FunctionScalingConfig?: Lambda_Version_FunctionScalingConfig;
  readonly ProvisionedConcurrencyConfig?: Lambda_Version_ProvisionedConcurrencyConfiguration;
  readonly RuntimePolicy?: Lambda_Version_RuntimePolicy;
}
interface Lambda_Version_FunctionScalingConfig {
  readonly MaxExecutionEnvironments?: number;
  readonly MinExecutionEnvironments?: number;
}
interface Lambda_Version_ProvisionedConcurrencyConfiguration {
  readonly ProvisionedConcurrentExecutions?: number;
}
interface Lambda_Version_RuntimePolicy {
  readonly RuntimeVersionArn?: string;
  readonly UpdateRuntimeOn?: string;
}
interface Logs_AccountPolicy {
  readonly PolicyDocument?: string;
  readonly PolicyName?: string;
  /** DATA_PROTECTION_POLICY | SUBSCRIPTION_FILTER_POLICY | FIELD_INDEX_POLICY | TRANSFORMER_POLICY | METRIC_EXTRACTION_POLICY */
  readonly PolicyType?: string;
  /** ALL */
  readonly Scope?: string;
  readonly SelectionCriteria?: string;
}
interface Logs_Delivery {
  readonly DeliveryDestinationArn?: string;
  readonly DeliverySourceName?: string;
  readonly FieldDelimiter?: string;
  readonly RecordFields?: readonly string[];
  readonly S3EnableHiveCompatiblePath?: boolean;
  readonly S3SuffixPath?: string;
  readonly Tags?: readonly Tag[];
}
interface Logs_DeliveryDestination {
  readonly DeliveryDestinationPolicy?: Logs_DeliveryDestination_DestinationPolicy;
  readonly DeliveryDestinationType?: string;
  readonly DestinationResourceArn?: string;
  readonly Name?: string;
  readonly OutputFormat?: string;
  readonly Tags?: readonly Tag[];
}
interface Logs_DeliveryDestination_DestinationPolicy {
  readonly DeliveryDestinationName?: string;
  readonly DeliveryDestinationPolicy?: Json;
}
interface Logs_DeliverySource {
  readonly DeliverySourceConfiguration?: { readonly [key: string]: string };
  readonly LogType?: string;
  readonly Name?: string;
  readonly ResourceArn?: string;
  readonly Tags?: readonly Tag[];
}
interface Logs_Destination {
  readonly DestinationName?: string;
  readonly DestinationPolicy?: string;
  readonly RoleArn?: string;
  readonly Tags?: readonly Tag[];
  readonly TargetArn?: string;
}
interface Logs_Integration {
  readonly IntegrationName?: string;
  /** OPENSEARCH */
  readonly IntegrationType?: string;
  readonly ResourceConfig?: Logs_Integration_ResourceConfig;
}
interface Logs_Integration_ResourceConfig {
  readonly OpenSearchResourceConfig?: Logs_Integration_OpenSearchResourceConfig;
}
interface Logs_Integration_OpenSearchResourceConfig {
  readonly ApplicationARN?: string;
  readonly DashboardViewerPrincipals?: readonly string[];
  readonly DataSourceRoleArn?: string;
  readonly KmsKeyArn?: string;
  readonly RetentionDays?: number;
}
interface Logs_LogAnomalyDetector {
  readonly AccountId?: string;
  readonly AnomalyVisibilityTime?: number;
  readonly DetectorName?: string;
  /** FIVE_MIN | TEN_MIN | FIFTEEN_MIN | THIRTY_MIN | ONE_HOUR */
  readonly EvaluationFrequency?: string;
  readonly FilterPattern?: string;
  readonly KmsKeyId?: string;
  readonly LogGroupArnList?: readonly string[];
}
interface Logs_LogGroup {
  readonly BearerTokenAuthenticationEnabled?: boolean;
  readonly DataProtectionPolicy?: Json;
  readonly DeletionProtectionEnabled?: boolean;
  readonly FieldIndexPolicies?: readonly Json[];
  readonly KmsKeyId?: string;
  /** STANDARD | INFREQUENT_ACCESS | DELIVERY */
  readonly LogGroupClass?: string;
  readonly LogGroupName?: string;
  readonly ResourcePolicyDocument?: Json;
  readonly RetentionInDays?: number;
  readonly Tags?: readonly Tag[];
}
interface Logs_LogStream {
  readonly LogGroupName?: string;
  readonly LogStreamName?: string;
}
interface Logs_MetricFilter {
  readonly ApplyOnTransformedLogs?: boolean;
  readonly EmitSystemFieldDimensions?: readonly string[];
  readonly FieldSelectionCriteria?: string;
  readonly FilterName?: string;
  readonly FilterPattern?: string;
  readonly LogGroupName?: string;
  readonly MetricTransformations?: readonly Logs_MetricFilter_MetricTransformation[];
}
interface Logs_MetricFilter_MetricTransformation {
  readonly DefaultValue?: number;
  readonly Dimensions?: readonly Logs_MetricFilter_Dimension[];
  readonly MetricName?: string;
  readonly MetricNamespace?: string;
  readonly MetricValue?: string;
  readonly Unit?: string;
}
interface Logs_MetricFilter_Dimension {
  readonly Key?: string;
  readonly Value?: string;
}
interface Logs_QueryDefinition {
  readonly LogGroupNames?: readonly string[];
  readonly Name?: string;
  readonly Parameters?: readonly Logs_QueryDefinition_QueryParameter[];
  /** CWLI | SQL | PPL */
  readonly QueryLanguage?: string;
  readonly QueryString?: string;
}
interface Logs_QueryDefinition_QueryParameter {
  readonly DefaultValue?: string;
  readonly Description?: string;
  readonly Name?: string;
}
interface Logs_ResourcePolicy {
  readonly PolicyDocument?: Json;
  readonly PolicyName?: string;
}
interface Logs_ScheduledQuery {
  readonly Description?: string;
  readonly DestinationConfiguration?: Logs_ScheduledQuery_DestinationConfiguration;
  readonly ExecutionRoleArn?: string;
  readonly LogGroupIdentifiers?: readonly string[];
  readonly Name?: string;
  readonly QueryLanguage?: string;
  readonly QueryString?: string;
  readonly ScheduleEndTime?: number;
  readonly ScheduleExpression?: string;
  readonly ScheduleStartTime?: number;
  readonly StartTimeOffset?: number;
  /** ENABLED | DISABLED */
  readonly State?: string;
  readonly Tags?: readonly Logs_ScheduledQuery_TagsItems[];
  readonly Timezone?: string;
}
interface Logs_ScheduledQuery_DestinationConfiguration {
  readonly S3Configuration?: Logs_ScheduledQuery_S3Configuration;
}
interface Logs_ScheduledQuery_TagsItems {
  readonly Key?: string;
  readonly Value?: string;
}
interface Logs_ScheduledQuery_S3Configuration {
  readonly DestinationIdentifier?: string;
  readonly RoleArn?: string;
}
interface Logs_StorageTierPolicy {
  /** INTELLIGENT_TIERING */
  readonly StorageTier?: string;
}
interface Logs_SubscriptionFilter {
  readonly ApplyOnTransformedLogs?: boolean;
  readonly DestinationArn?: string;
  /** Random | ByLogStream */
  readonly Distribution?: string;
  readonly EmitSystemFields?: readonly string[];
  readonly FieldSelectionCriteria?: string;
  readonly FilterName?: string;
  readonly FilterPattern?: string;
  readonly LogGroupName?: string;
  readonly RoleArn?: string;
}
interface Logs_Transformer {
  readonly LogGroupIdentifier?: string;
  readonly TransformerConfig?: readonly Logs_Transformer_Processor[];
}
interface Logs_Transformer_Processor {
  readonly AddKeys?: Logs_Transformer_AddKeys;
  readonly CopyValue?: Logs_Transformer_CopyValue;
  readonly Csv?: Logs_Transformer_Csv;
  readonly DateTimeConverter?: Logs_Transformer_DateTimeConverter;
  readonly DeleteKeys?: Logs_Transformer_DeleteKeys;
  readonly Grok?: Logs_Transformer_Grok;
  readonly ListToMap?: Logs_Transformer_ListToMap;
  readonly LowerCaseString?: Logs_Transformer_LowerCaseString;
  readonly MoveKeys?: Logs_Transformer_MoveKeys;
  readonly ParseCloudfront?: Logs_Transformer_ParseCloudfront;
  readonly ParseJSON?: Logs_Transformer_ParseJSON;
  readonly ParseKeyValue?: Logs_Transformer_ParseKeyValue;
  readonly ParsePostgres?: Logs_Transformer_ParsePostgres;
  readonly ParseRoute53?: Logs_Transformer_ParseRoute53;
  readonly ParseToOCSF?: Logs_Transformer_ParseToOCSF;
  readonly ParseVPC?: Logs_Transformer_ParseVPC;
  readonly ParseWAF?: Logs_Transformer_ParseWAF;
  readonly RenameKeys?: Logs_Transformer_RenameKeys;
  readonly SplitString?: Logs_Transformer_SplitString;
  readonly SubstituteString?: Logs_Transformer_SubstituteString;
  readonly TrimString?: Logs_Transformer_TrimString;
  readonly TypeConverter?: Logs_Transformer_TypeConverter;
  readonly UpperCaseString?: Logs_Transformer_UpperCaseString;
}
interface Logs_Transformer_AddKeys {
  readonly Entries?: readonly Logs_Transformer_AddKeyEntry[];
}
interface Logs_Transformer_CopyValue {
  readonly Entries?: readonly Logs_Transformer_CopyValueEntry[];
}
interface Logs_Transformer_Csv {
  readonly Columns?: readonly string[];
  readonly Delimiter?: string;
  readonly QuoteCharacter?: string;
  readonly Source?: string;
}
interface Logs_Transformer_DateTimeConverter {
  readonly Locale?: string;
  readonly MatchPatterns?: readonly string[];
  readonly Source?: string;
  readonly SourceTimezone?: string;
  readonly Target?: string;
  readonly TargetFormat?: string;
  readonly TargetTimezone?: string;
}
interface Logs_Transformer_DeleteKeys {
  readonly WithKeys?: readonly string[];
}
interface Logs_Transformer_Grok {
  readonly Match?: string;
  readonly Source?: string;
}
interface Logs_Transformer_ListToMap {
  readonly Flatten?: boolean;
  /** first | last */
  readonly FlattenedElement?: string;
  readonly Key?: string;
  readonly Source?: string;
  readonly Target?: string;
  readonly ValueKey?: string;
}
interface Logs_Transformer_LowerCaseString {
  readonly WithKeys?: readonly string[];
}
interface Logs_Transformer_MoveKeys {
  readonly Entries?: readonly Logs_Transformer_MoveKeyEntry[];
}
interface Logs_Transformer_ParseCloudfront {
  readonly Source?: string;
}
interface Logs_Transformer_ParseJSON {
  readonly Destination?: string;
  readonly Source?: string;
}
interface Logs_Transformer_ParseKeyValue {
  readonly Destination?: string;
  readonly FieldDelimiter?: string;
  readonly KeyPrefix?: string;
  readonly KeyValueDelimiter?: string;
  readonly NonMatchValue?: string;
  readonly OverwriteIfExists?: boolean;
  readonly Source?: string;
}
interface Logs_Transformer_ParsePostgres {
  readonly Source?: string;
}
interface Logs_Transformer_ParseRoute53 {
  readonly Source?: string;
}
interface Logs_Transformer_ParseToOCSF {
  /** CloudTrail | Route53Resolver | VPCFlow | EKSAudit | AWSWAF */
  readonly EventSource?: string;
  readonly MappingVersion?: string;
  /** V1.1 | V1.5 */
  readonly OcsfVersion?: string;
  readonly Source?: string;
}
interface Logs_Transformer_ParseVPC {
  readonly Source?: string;
}
interface Logs_Transformer_ParseWAF {
  readonly Source?: string;
}
interface Logs_Transformer_RenameKeys {
  readonly Entries?: readonly Logs_Transformer_RenameKeyEntry[];
}
interface Logs_Transformer_SplitString {
  readonly Entries?: readonly Logs_Transformer_SplitStringEntry[];
}
interface Logs_Transformer_SubstituteString {
  readonly Entries?: readonly Logs_Transformer_SubstituteStringEntry[];
}
interface Logs_Transformer_TrimString {
  readonly WithKeys?: readonly string[];
}
interface Logs_Transformer_TypeConverter {
  readonly Entries?: readonly Logs_Transformer_TypeConverterEntry[];
}
interface Logs_Transformer_UpperCaseString {
  readonly WithKeys?: readonly string[];
}
interface Logs_Transformer_AddKeyEntry {
  readonly Key?: string;
  readonly OverwriteIfExists?: boolean;
  readonly Value?: string;
}
interface Logs_Transformer_CopyValueEntry {
  readonly OverwriteIfExists?: boolean;
  readonly Source?: string;
  readonly Target?: string;
}
interface Logs_Transformer_MoveKeyEntry {
  readonly OverwriteIfExists?: boolean;
  readonly Source?: string;
  readonly Target?: string;
}
interface Logs_Transformer_RenameKeyEntry {
  readonly Key?: string;
  readonly OverwriteIfExists?: boolean;
  readonly RenameTo?: string;
}
interface Logs_Transformer_SplitStringEntry {
  readonly Delimiter?: string;
  readonly Source?: string;
}
interface Logs_Transformer_SubstituteStringEntry {
  readonly From?: string;
  readonly Source?: string;
  readonly To?: string;
}
interface Logs_Transformer_TypeConverterEntry {
  readonly Key?: string;
  /** boolean | integer | double | string */
  readonly Type?: string;
}
interface MSK_Cluster {
  readonly BrokerNodeGroupInfo?: MSK_Cluster_BrokerNodeGroupInfo;
  readonly ClientAuthentication?: MSK_Cluster_ClientAuthentication;
  readonly ClusterName?: string;
  readonly ConfigurationInfo?: MSK_Cluster_ConfigurationInfo;
  readonly CurrentVersion?: string;
  readonly EncryptionInfo?: MSK_Cluster_EncryptionInfo;
  /** DEFAULT | PER_BROKER | PER_TOPIC_PER_BROKER | PER_TOPIC_PER_PARTITION */
  readonly EnhancedMonitoring?: string;
  readonly KafkaVersion?: string;
  readonly LoggingInfo?: MSK_Cluster_LoggingInfo;
  readonly NumberOfBrokerNodes?: number;
  readonly OpenMonitoring?: MSK_Cluster_OpenMonitoring;
  readonly Rebalancing?: MSK_Cluster_Rebalancing;
  /** LOCAL | TIERED */
  readonly StorageMode?: string;
  readonly Tags?: { readonly [key: string]: string };
  readonly ZookeeperAccess?: MSK_Cluster_ZookeeperAccess;
}
interface MSK_Cluster_BrokerNodeGroupInfo {
  readonly BrokerAZDistribution?: string;
  readonly ClientSubnets?: readonly string[];
  readonly ConnectivityInfo?: MSK_Cluster_ConnectivityInfo;
  readonly InstanceType?: string;
  readonly SecurityGroups?: readonly string[];
  readonly StorageInfo?: MSK_Cluster_StorageInfo;
}
interface MSK_Cluster_ClientAuthentication {
  readonly Sasl?: MSK_Cluster_Sasl;
  readonly Tls?: MSK_Cluster_Tls;
  readonly Unauthenticated?: MSK_Cluster_Unauthenticated;
}
interface MSK_Cluster_ConfigurationInfo {
  readonly Arn?: string;
  readonly Revision?: number;
}
interface MSK_Cluster_EncryptionInfo {
  readonly EncryptionAtRest?: MSK_Cluster_EncryptionAtRest;
  readonly EncryptionInTransit?: MSK_Cluster_EncryptionInTransit;
}
interface MSK_Cluster_LoggingInfo {
  readonly AuthorizerLogs?: MSK_Cluster_AuthorizerLogs;
  readonly BrokerLogs?: MSK_Cluster_BrokerLogs;
}
interface MSK_Cluster_OpenMonitoring {
  readonly Prometheus?: MSK_Cluster_Prometheus;
}
interface MSK_Cluster_Rebalancing {
  /** PAUSED | ACTIVE */
  readonly Status?: string;
}
interface MSK_Cluster_ZookeeperAccess {
  readonly Enabled?: boolean;
}
interface MSK_Cluster_ConnectivityInfo {
  /** IPV4 | DUAL */
  readonly NetworkType?: string;
  readonly PublicAccess?: MSK_Cluster_PublicAccess;
  readonly VpcConnectivity?: MSK_Cluster_VpcConnectivity;
}
interface MSK_Cluster_StorageInfo {
  readonly EBSStorageInfo?: MSK_Cluster_EBSStorageInfo;
}
interface MSK_Cluster_Sasl {
  readonly Iam?: MSK_Cluster_Iam;
  readonly Scram?: MSK_Cluster_Scram;
}
interface MSK_Cluster_Tls {
  readonly CertificateAuthorityArnList?: readonly string[];
  readonly Enabled?: boolean;
}
interface MSK_Cluster_Unauthenticated {
  readonly Enabled?: boolean;
}
interface MSK_Cluster_EncryptionAtRest {
  readonly DataVolumeKMSKeyId?: string;
}
interface MSK_Cluster_EncryptionInTransit {
  /** TLS | TLS_PLAINTEXT | PLAINTEXT */
  readonly ClientBroker?: string;
  readonly InCluster?: boolean;
}
interface MSK_Cluster_AuthorizerLogs {
  readonly CloudWatchLogs?: MSK_Cluster_CloudWatchLogs;
  readonly Firehose?: MSK_Cluster_Firehose;
  readonly S3?: MSK_Cluster_S3;
}
interface MSK_Cluster_BrokerLogs {
  readonly CloudWatchLogs?: MSK_Cluster_CloudWatchLogs;
  readonly Firehose?: MSK_Cluster_Firehose;
  readonly S3?: MSK_Cluster_S3;
}
interface MSK_Cluster_Prometheus {
  readonly JmxExporter?: MSK_Cluster_JmxExporter;
  readonly NodeExporter?: MSK_Cluster_NodeExporter;
}
interface MSK_Cluster_PublicAccess {
  readonly Type?: string;
}
interface MSK_Cluster_VpcConnectivity {
  readonly ClientAuthentication?: MSK_Cluster_VpcConnectivityClientAuthentication;
}
interface MSK_Cluster_EBSStorageInfo {
  readonly ProvisionedThroughput?: MSK_Cluster_ProvisionedThroughput;
  readonly VolumeSize?: number;
}
interface MSK_Cluster_Iam {
  readonly Enabled?: boolean;
}
interface MSK_Cluster_Scram {
  readonly Enabled?: boolean;
}
interface MSK_Cluster_CloudWatchLogs {
  readonly Enabled?: boolean;
  readonly LogGroup?: string;
}
interface MSK_Cluster_Firehose {
  readonly DeliveryStream?: string;
  readonly Enabled?: boolean;
}
interface MSK_Cluster_S3 {
  readonly Bucket?: string;
  readonly Enabled?: boolean;
  readonly Prefix?: string;
}
interface MSK_Cluster_JmxExporter {
  readonly EnabledInBroker?: boolean;
}
interface MSK_Cluster_NodeExporter {
  readonly EnabledInBroker?: boolean;
}
interface MSK_Cluster_VpcConnectivityClientAuthentication {
  readonly Sasl?: MSK_Cluster_VpcConnectivitySasl;
  readonly Tls?: MSK_Cluster_VpcConnectivityTls;
}
interface MSK_Cluster_ProvisionedThroughput {
  readonly Enabled?: boolean;
  readonly VolumeThroughput?: number;
}
interface MSK_Cluster_VpcConnectivitySasl {
  readonly Iam?: MSK_Cluster_VpcConnectivityIam;
  readonly Scram?: MSK_Cluster_VpcConnectivityScram;
}
interface MSK_Cluster_VpcConnectivityTls {
  readonly Enabled?: boolean;
}
interface MSK_Cluster_VpcConnectivityIam {
  readonly Enabled?: boolean;
}
interface MSK_Cluster_VpcConnectivityScram {
  readonly Enabled?: boolean;
}
interface MSK_ClusterPolicy {
  readonly ClusterArn?: string;
  readonly Policy?: Json;
}
interface MSK_ServerlessCluster {
  readonly ClientAuthentication?: MSK_ServerlessCluster_ClientAuthentication;
  readonly ClusterName?: string;
  readonly Tags?: { readonly [key: string]: string };
  readonly VpcConfigs?: readonly MSK_ServerlessCluster_VpcConfig[];
}
interface MSK_ServerlessCluster_ClientAuthentication {
  readonly Sasl?: MSK_ServerlessCluster_Sasl;
}
interface MSK_ServerlessCluster_VpcConfig {
  readonly SecurityGroups?: readonly string[];
  readonly SubnetIds?: readonly string[];
}
interface MSK_ServerlessCluster_Sasl {
  readonly Iam?: MSK_ServerlessCluster_Iam;
}
interface MSK_ServerlessCluster_Iam {
  readonly Enabled?: boolean;
}
interface Neptune_DBCluster {
  readonly AssociatedRoles?: readonly Neptune_DBCluster_DBClusterRole[];
  readonly AvailabilityZones?: readonly string[];
  readonly BackupRetentionPeriod?: number;
  readonly CopyTagsToSnapshot?: boolean;
  readonly DBClusterIdentifier?: string;
  readonly DBClusterParameterGroupName?: string;
  readonly DBInstanceParameterGroupName?: string;
  readonly DBPort?: number;
  readonly DBSubnetGroupName?: string;
  readonly DeletionProtection?: boolean;
  readonly EnableCloudwatchLogsExports?: readonly string[];
  readonly EngineVersion?: string;
  readonly GlobalClusterIdentifier?: string;
  readonly IamAuthEnabled?: boolean;
  readonly KmsKeyId?: string;
  /** IPV4 | DUAL */
  readonly NetworkType?: string;
  readonly PreferredBackupWindow?: string;
  readonly PreferredMaintenanceWindow?: string;
  readonly RestoreToTime?: string;
  readonly RestoreType?: string;
  readonly ServerlessScalingConfiguration?: Neptune_DBCluster_ServerlessScalingConfiguration;
  readonly SnapshotIdentifier?: string;
  readonly SourceDBClusterIdentifier?: string;
  readonly StorageEncrypted?: boolean;
  readonly Tags?: readonly Tag[];
  readonly UseLatestRestorableTime?: boolean;
  readonly VpcSecurityGroupIds?: readonly string[];
}
interface Neptune_DBCluster_DBClusterRole {
  readonly FeatureName?: string;
  readonly RoleArn?: string;
}
interface Neptune_DBCluster_ServerlessScalingConfiguration {
  readonly MaxCapacity?: number;
  readonly MinCapacity?: number;
}
interface OpenSearchServerless_AccessPolicy {
  readonly Description?: string;
  readonly Name?: string;
  readonly Policy?: string;
  /** data */
  readonly Type?: string;
}
interface OpenSearchServerless_Collection {
  readonly CollectionGroupName?: string;
  /** ENABLED | DISABLED */
  readonly DeletionProtection?: string;
  readonly Description?: string;
  readonly EncryptionConfig?: OpenSearchServerless_Collection_EncryptionConfig;
  readonly Name?: string;
  /** ENABLED | DISABLED */
  readonly StandbyReplicas?: string;
  readonly Tags?: readonly Tag[];
  /** SEARCH | TIMESERIES | VECTORSEARCH */
  readonly Type?: string;
  readonly VectorOptions?: OpenSearchServerless_Collection_VectorOptions;
}
interface OpenSearchServerless_Collection_EncryptionConfig {
  readonly AWSOwnedKey?: boolean;
  readonly KmsKeyArn?: string;
}
interface OpenSearchServerless_Collection_VectorOptions {
  /** ENABLED | DISABLED | ALLOWED */
  readonly ServerlessVectorAcceleration?: string;
}
interface OpenSearchServerless_CollectionGroup {
  readonly CapacityLimits?: OpenSearchServerless_CollectionGroup_CapacityLimits;
  readonly Description?: string;
  /** CLASSIC | NEXTGEN */
  readonly Generation?: string;
  readonly Name?: string;
  /** ENABLED | DISABLED */
  readonly StandbyReplicas?: string;
  readonly Tags?: readonly Tag[];
}
interface OpenSearchServerless_CollectionGroup_CapacityLimits {
  readonly MaxIndexingCapacityInOcu?: number;
  readonly MaxSearchCapacityInOcu?: number;
  readonly MinIndexingCapacityInOcu?: number;
  readonly MinSearchCapacityInOcu?: number;
}
interface OpenSearchServerless_CollectionIndex {
  readonly Id?: string;
  readonly IndexName?: string;
  readonly IndexSchema?: string;
}
interface OpenSearchServerless_Index {
  readonly CollectionEndpoint?: string;
  readonly IndexName?: string;
  readonly Mappings?: OpenSearchServerless_Index_Mappings;
  readonly Settings?: OpenSearchServerless_Index_IndexSettings;
}
interface OpenSearchServerless_Index_Mappings {
  readonly Properties?: { readonly [key: string]: OpenSearchServerless_Index_PropertyMapping };
}
interface OpenSearchServerless_Index_IndexSettings {
  readonly Analysis?: OpenSearchServerless_Index_Analysis;
  readonly Index?: OpenSearchServerless_Index_Index;
}
interface OpenSearchServerless_Index_PropertyMapping {
  readonly Analyzer?: string;
  /** 16x | 32x | 8x | 4x | 2x | 1x */
  readonly CompressionLevel?: string;
  /** float | byte */
  readonly DataType?: string;
  readonly Dimension?: number;
  readonly Index?: boolean;
  readonly Method?: OpenSearchServerless_Index_Method;
  readonly Properties?: { readonly [key: string]: OpenSearchServerless_Index_PropertyMapping };
  /** l2 | l1 | linf | cosinesimil | innerproduct | hamming */
  readonly SpaceType?: string;
  /** text | knn_vector | keyword | integer */
  readonly Type?: string;
  readonly Value?: string;
}
interface OpenSearchServerless_Index_Analysis {
  readonly Analyzer?: { readonly [key: string]: OpenSearchServerless_Index_AnalyzerItems };
}
interface OpenSearchServerless_Index_Index {
  readonly Knn?: boolean;
  readonly KnnAlgoParamEfSearch?: number;
  readonly RefreshInterval?: string;
}
interface OpenSearchServerless_Index_Method {
  /** nmslib | faiss | lucene */
  readonly Engine?: string;
  /** hnsw | ivf */
  readonly Name?: string;
  readonly Parameters?: OpenSearchServerless_Index_Parameters;
  /** l2 | l1 | linf | cosinesimil | innerproduct | hamming */
  readonly SpaceType?: string;
}
interface OpenSearchServerless_Index_AnalyzerItems {
  readonly CharFilter?: readonly string[];
  readonly Filter?: readonly string[];
  readonly Tokenizer?: string;
  readonly Type?: string;
}
interface OpenSearchServerless_Index_Parameters {
  readonly EfConstruction?: number;
  readonly M?: number;
}
interface OpenSearchServerless_LifecyclePolicy {
  readonly Description?: string;
  readonly Name?: string;
  readonly Policy?: string;
  /** retention */
  readonly Type?: string;
}
interface OpenSearchServerless_SecurityConfig {
  readonly Description?: string;
  readonly IamFederationOptions?: OpenSearchServerless_SecurityConfig_IamFederationConfigOptions;
  readonly IamIdentityCenterOptions?: OpenSearchServerless_SecurityConfig_IamIdentityCenterConfigOptions;
  readonly Name?: string;
  readonly SamlOptions?: OpenSearchServerless_SecurityConfig_SamlConfigOptions;
  /** saml | iamidentitycenter | iamfederation */
  readonly Type?: string;
}
interface OpenSearchServerless_SecurityConfig_IamFederationConfigOptions {
  readonly GroupAttribute?: string;
  readonly UserAttribute?: string;
}
interface OpenSearchServerless_SecurityConfig_IamIdentityCenterConfigOptions {
  readonly ApplicationArn?: string;
  readonly ApplicationDescription?: string;
  readonly ApplicationName?: string;
  readonly GroupAttribute?: string;
  readonly InstanceArn?: string;
  readonly UserAttribute?: string;
}
interface OpenSearchServerless_SecurityConfig_SamlConfigOptions {
  readonly GroupAttribute?: string;
  readonly Metadata?: string;
  readonly OpenSearchServerlessEntityId?: string;
  readonly SessionTimeout?: number;
  readonly UserAttribute?: string;
}
interface OpenSearchServerless_SecurityPolicy {
  readonly Description?: string;
  readonly Name?: string;
  readonly Policy?: string;
  /** encryption | network */
  readonly Type?: string;
}
interface OpenSearchServerless_VpcEndpoint {
  readonly Name?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
  readonly VpcId?: string;
}
interface OpenSearchService_Domain {
  readonly AIMLOptions?: OpenSearchService_Domain_AIMLOptions;
  readonly AccessPolicies?: Json;
  readonly AdvancedOptions?: { readonly [key: string]: string };
  readonly AdvancedSecurityOptions?: OpenSearchService_Domain_AdvancedSecurityOptionsInput;
  readonly AutomatedSnapshotPauseOptions?: OpenSearchService_Domain_AutomatedSnapshotPauseOptions;
  readonly ClusterConfig?: OpenSearchService_Domain_ClusterConfig;
  readonly CognitoOptions?: OpenSearchService_Domain_CognitoOptions;
  readonly DeploymentStrategyOptions?: OpenSearchService_Domain_DeploymentStrategyOptions;
  readonly DomainArn?: string;
  readonly DomainEndpointOptions?: OpenSearchService_Domain_DomainEndpointOptions;
  readonly DomainName?: string;
  readonly EBSOptions?: OpenSearchService_Domain_EBSOptions;
  readonly EncryptionAtRestOptions?: OpenSearchService_Domain_EncryptionAtRestOptions;
  /** GENERAL | OPTIMIZED */
  readonly EngineMode?: string;
  readonly EngineVersion?: string;
  readonly IPAddressType?: string;
  readonly IdentityCenterOptions?: OpenSearchService_Domain_IdentityCenterOptions;
  readonly LogPublishingOptions?: { readonly [key: string]: OpenSearchService_Domain_LogPublishingOption };
  readonly NodeToNodeEncryptionOptions?: OpenSearchService_Domain_NodeToNodeEncryptionOptions;
  readonly OffPeakWindowOptions?: OpenSearchService_Domain_OffPeakWindowOptions;
  readonly SkipShardMigrationWait?: boolean;
  readonly SnapshotOptions?: OpenSearchService_Domain_SnapshotOptions;
  readonly SoftwareUpdateOptions?: OpenSearchService_Domain_SoftwareUpdateOptions;
  readonly Tags?: readonly Tag[];
  /** SEARCH | VECTOR | OBSERVABILITY | MIXED */
  readonly UseCase?: string;
  readonly VPCOptions?: OpenSearchService_Domain_VPCOptions;
}
interface OpenSearchService_Domain_AIMLOptions {
  readonly S3VectorsEngine?: OpenSearchService_Domain_S3VectorsEngine;
  readonly ServerlessVectorAcceleration?: OpenSearchService_Domain_ServerlessVectorAcceleration;
}
interface OpenSearchService_Domain_AdvancedSecurityOptionsInput {
  readonly AnonymousAuthDisableDate?: string;
  readonly AnonymousAuthEnabled?: boolean;
  readonly Enabled?: boolean;
  readonly IAMFederationOptions?: OpenSearchService_Domain_IAMFederationOptions;
  readonly InternalUserDatabaseEnabled?: boolean;
  readonly JWTOptions?: OpenSearchService_Domain_JWTOptions;
  readonly MasterUserOptions?: OpenSearchService_Domain_MasterUserOptions;
  readonly SAMLOptions?: OpenSearchService_Domain_SAMLOptions;
}
interface OpenSearchService_Domain_AutomatedSnapshotPauseOptions {
  readonly Enabled?: boolean;
  readonly EndTime?: string;
  readonly StartTime?: string;
}
interface OpenSearchService_Domain_ClusterConfig {
  readonly ColdStorageOptions?: OpenSearchService_Domain_ColdStorageOptions;
  readonly DedicatedMasterCount?: number;
  readonly DedicatedMasterEnabled?: boolean;
  readonly DedicatedMasterType?: string;
  readonly InstanceCount?: number;
  readonly InstanceType?: string;
  readonly MultiAZWithStandbyEnabled?: boolean;
  readonly NodeOptions?: readonly OpenSearchService_Domain_NodeOption[];
  readonly WarmCount?: number;
  readonly WarmEnabled?: boolean;
  readonly WarmType?: string;
  readonly ZoneAwarenessConfig?: OpenSearchService_Domain_ZoneAwarenessConfig;
  readonly ZoneAwarenessEnabled?: boolean;
}
interface OpenSearchService_Domain_CognitoOptions {
  readonly Enabled?: boolean;
  readonly IdentityPoolId?: string;
  readonly RoleArn?: string;
  readonly UserPoolId?: string;
}
interface OpenSearchService_Domain_DeploymentStrategyOptions {
  /** Default | CapacityOptimized */
  readonly DeploymentStrategy?: string;
}
interface OpenSearchService_Domain_DomainEndpointOptions {
  readonly CustomEndpoint?: string;
  readonly CustomEndpointCertificateArn?: string;
  readonly CustomEndpointEnabled?: boolean;
  readonly EnforceHTTPS?: boolean;
  readonly TLSSecurityPolicy?: string;
}
interface OpenSearchService_Domain_EBSOptions {
  readonly EBSEnabled?: boolean;
  readonly Iops?: number;
  readonly Throughput?: number;
  readonly VolumeSize?: number;
  readonly VolumeType?: string;
}
interface OpenSearchService_Domain_EncryptionAtRestOptions {
  readonly Enabled?: boolean;
  readonly KmsKeyId?: string;
}
interface OpenSearchService_Domain_IdentityCenterOptions {
  readonly EnabledAPIAccess?: boolean;
  readonly IdentityCenterApplicationARN?: string;
  readonly IdentityCenterInstanceARN?: string;
  readonly IdentityStoreId?: string;
  /** GroupName | GroupId */
  readonly RolesKey?: string;
  /** UserName | UserId | Email */
  readonly SubjectKey?: string;
}
interface OpenSearchService_Domain_LogPublishingOption {
  readonly CloudWatchLogsLogGroupArn?: string;
  readonly Enabled?: boolean;
}
interface OpenSearchService_Domain_NodeToNodeEncryptionOptions {
  readonly Enabled?: boolean;
}
interface OpenSearchService_Domain_OffPeakWindowOptions {
  readonly Enabled?: boolean;
  readonly OffPeakWindow?: OpenSearchService_Domain_OffPeakWindow;
}
interface OpenSearchService_Domain_SnapshotOptions {
  readonly AutomatedSnapshotStartHour?: number;
}
interface OpenSearchService_Domain_SoftwareUpdateOptions {
  readonly AutoSoftwareUpdateEnabled?: boolean;
  readonly UseLatestServiceSoftwareForBlueGreen?: boolean;
}
interface OpenSearchService_Domain_VPCOptions {
  readonly EgressEnabled?: boolean;
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
}
interface OpenSearchService_Domain_S3VectorsEngine {
  readonly Enabled?: boolean;
}
interface OpenSearchService_Domain_ServerlessVectorAcceleration {
  readonly Enabled?: boolean;
}
interface OpenSearchService_Domain_IAMFederationOptions {
  readonly Enabled?: boolean;
  readonly RolesKey?: string;
  readonly SubjectKey?: string;
}
interface OpenSearchService_Domain_JWTOptions {
  readonly Enabled?: boolean;
  readonly PublicKey?: string;
  readonly RolesKey?: string;
  readonly SubjectKey?: string;
}
interface OpenSearchService_Domain_MasterUserOptions {
  readonly MasterUserARN?: string;
  readonly MasterUserName?: string;
  readonly MasterUserPassword?: string;
}
interface OpenSearchService_Domain_SAMLOptions {
  readonly Enabled?: boolean;
  readonly Idp?: OpenSearchService_Domain_Idp;
  readonly MasterBackendRole?: string;
  readonly MasterUserName?: string;
  readonly RolesKey?: string;
  readonly SessionTimeoutMinutes?: number;
  readonly SubjectKey?: string;
}
interface OpenSearchService_Domain_ColdStorageOptions {
  readonly Enabled?: boolean;
}
interface OpenSearchService_Domain_NodeOption {
  readonly NodeConfig?: OpenSearchService_Domain_NodeConfig;
  /** coordinator */
  readonly NodeType?: string;
}
interface OpenSearchService_Domain_ZoneAwarenessConfig {
  readonly AvailabilityZoneCount?: number;
}
interface OpenSearchService_Domain_OffPeakWindow {
  readonly WindowStartTime?: OpenSearchService_Domain_WindowStartTime;
}
interface OpenSearchService_Domain_Idp {
  readonly EntityId?: string;
  readonly MetadataContent?: string;
}
interface OpenSearchService_Domain_NodeConfig {
  readonly Count?: number;
  readonly Enabled?: boolean;
  readonly Type?: string;
}
interface OpenSearchService_Domain_WindowStartTime {
  readonly Hours?: number;
  readonly Minutes?: number;
}
interface Pipes_Pipe {
  readonly Description?: string;
  /** RUNNING | STOPPED */
  readonly DesiredState?: string;
  readonly Enrichment?: string;
  readonly EnrichmentParameters?: Pipes_Pipe_PipeEnrichmentParameters;
  readonly KmsKeyIdentifier?: string;
  readonly LogConfiguration?: Pipes_Pipe_PipeLogConfiguration;
  readonly Name?: string;
  readonly RoleArn?: string;
  readonly Source?: string;
  readonly SourceParameters?: Pipes_Pipe_PipeSourceParameters;
  readonly Tags?: { readonly [key: string]: string };
  readonly Target?: string;
  readonly TargetParameters?: Pipes_Pipe_PipeTargetParameters;
}
interface Pipes_Pipe_PipeEnrichmentParameters {
  readonly HttpParameters?: Pipes_Pipe_PipeEnrichmentHttpParameters;
  readonly InputTemplate?: string;
}
interface Pipes_Pipe_PipeLogConfiguration {
  readonly CloudwatchLogsLogDestination?: Pipes_Pipe_CloudwatchLogsLogDestination;
  readonly FirehoseLogDestination?: Pipes_Pipe_FirehoseLogDestination;
  readonly IncludeExecutionData?: readonly string[];
  /** OFF | ERROR | INFO | TRACE */
  readonly Level?: string;
  readonly S3LogDestination?: Pipes_Pipe_S3LogDestination;
}
interface Pipes_Pipe_PipeSourceParameters {
  readonly ActiveMQBrokerParameters?: Pipes_Pipe_PipeSourceActiveMQBrokerParameters;
  readonly DynamoDBStreamParameters?: Pipes_Pipe_PipeSourceDynamoDBStreamParameters;
  readonly FilterCriteria?: Pipes_Pipe_FilterCriteria;
  readonly KinesisStreamParameters?: Pipes_Pipe_PipeSourceKinesisStreamParameters;
  readonly ManagedStreamingKafkaParameters?: Pipes_Pipe_PipeSourceManagedStreamingKafkaParameters;
  readonly RabbitMQBrokerParameters?: Pipes_Pipe_PipeSourceRabbitMQBrokerParameters;
  readonly SelfManagedKafkaParameters?: Pipes_Pipe_PipeSourceSelfManagedKafkaParameters;
  readonly SqsQueueParameters?: Pipes_Pipe_PipeSourceSqsQueueParameters;
}
interface Pipes_Pipe_PipeTargetParameters {
  readonly BatchJobParameters?: Pipes_Pipe_PipeTargetBatchJobParameters;
  readonly CloudWatchLogsParameters?: Pipes_Pipe_PipeTargetCloudWatchLogsParameters;
  readonly EcsTaskParameters?: Pipes_Pipe_PipeTargetEcsTaskParameters;
  readonly EventBridgeEventBusParameters?: Pipes_Pipe_PipeTargetEventBridgeEventBusParameters;
  readonly HttpParameters?: Pipes_Pipe_PipeTargetHttpParameters;
  readonly InputTemplate?: string;
  readonly KinesisStreamParameters?: Pipes_Pipe_PipeTargetKinesisStreamParameters;
  readonly LambdaFunctionParameters?: Pipes_Pipe_PipeTargetLambdaFunctionParameters;
  readonly RedshiftDataParameters?: Pipes_Pipe_PipeTargetRedshiftDataParameters;
  readonly SageMakerPipelineParameters?: Pipes_Pipe_PipeTargetSageMakerPipelineParameters;
  readonly SqsQueueParameters?: Pipes_Pipe_PipeTargetSqsQueueParameters;
  readonly StepFunctionStateMachineParameters?: Pipes_Pipe_PipeTargetStateMachineParameters;
  readonly TimestreamParameters?: Pipes_Pipe_PipeTargetTimestreamParameters;
}
interface Pipes_Pipe_PipeEnrichmentHttpParameters {
  readonly HeaderParameters?: { readonly [key: string]: string };
  readonly PathParameterValues?: readonly string[];
  readonly QueryStringParameters?: { readonly [key: string]: string };
}
interface Pipes_Pipe_CloudwatchLogsLogDestination {
  readonly LogGroupArn?: string;
}
interface Pipes_Pipe_FirehoseLogDestination {
  readonly DeliveryStreamArn?: string;
}
interface Pipes_Pipe_S3LogDestination {
  readonly BucketName?: string;
  readonly BucketOwner?: string;
  /** json | plain | w3c */
  readonly OutputFormat?: string;
  readonly Prefix?: string;
}
interface Pipes_Pipe_PipeSourceActiveMQBrokerParameters {
  readonly BatchSize?: number;
  readonly Credentials?: Pipes_Pipe_MQBrokerAccessCredentials;
  readonly MaximumBatchingWindowInSeconds?: number;
  readonly QueueName?: string;
}
interface Pipes_Pipe_PipeSourceDynamoDBStreamParameters {
  readonly BatchSize?: number;
  readonly DeadLetterConfig?: Pipes_Pipe_DeadLetterConfig;
  readonly MaximumBatchingWindowInSeconds?: number;
  readonly MaximumRecordAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
  /** AUTOMATIC_BISECT */
  readonly OnPartialBatchItemFailure?: string;
  readonly ParallelizationFactor?: number;
  /** TRIM_HORIZON | LATEST */
  readonly StartingPosition?: string;
}
interface Pipes_Pipe_FilterCriteria {
  readonly Filters?: readonly Pipes_Pipe_Filter[];
}
interface Pipes_Pipe_PipeSourceKinesisStreamParameters {
  readonly BatchSize?: number;
  readonly DeadLetterConfig?: Pipes_Pipe_DeadLetterConfig;
  readonly MaximumBatchingWindowInSeconds?: number;
  readonly MaximumRecordAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
  /** AUTOMATIC_BISECT */
  readonly OnPartialBatchItemFailure?: string;
  readonly ParallelizationFactor?: number;
  /** TRIM_HORIZON | LATEST | AT_TIMESTAMP */
  readonly StartingPosition?: string;
  readonly StartingPositionTimestamp?: string;
}
interface Pipes_Pipe_PipeSourceManagedStreamingKafkaParameters {
  readonly BatchSize?: number;
  readonly ConsumerGroupID?: string;
  readonly Credentials?: Pipes_Pipe_MSKAccessCredentials;
  readonly MaximumBatchingWindowInSeconds?: number;
  /** TRIM_HORIZON | LATEST */
  readonly StartingPosition?: string;
  readonly TopicName?: string;
}
interface Pipes_Pipe_PipeSourceRabbitMQBrokerParameters {
  readonly BatchSize?: number;
  readonly Credentials?: Pipes_Pipe_MQBrokerAccessCredentials;
  readonly MaximumBatchingWindowInSeconds?: number;
  readonly QueueName?: string;
  readonly VirtualHost?: string;
}
interface Pipes_Pipe_PipeSourceSelfManagedKafkaParameters {
  readonly AdditionalBootstrapServers?: readonly string[];
  readonly BatchSize?: number;
  readonly ConsumerGroupID?: string;
  readonly Credentials?: Pipes_Pipe_SelfManagedKafkaAccessConfigurationCredentials;
  readonly MaximumBatchingWindowInSeconds?: number;
  readonly ServerRootCaCertificate?: string;
  /** TRIM_HORIZON | LATEST */
  readonly StartingPosition?: string;
  readonly TopicName?: string;
  readonly Vpc?: Pipes_Pipe_SelfManagedKafkaAccessConfigurationVpc;
}
interface Pipes_Pipe_PipeSourceSqsQueueParameters {
  readonly BatchSize?: number;
  readonly MaximumBatchingWindowInSeconds?: number;
}
interface Pipes_Pipe_PipeTargetBatchJobParameters {
  readonly ArrayProperties?: Pipes_Pipe_BatchArrayProperties;
  readonly ContainerOverrides?: Pipes_Pipe_BatchContainerOverrides;
  readonly DependsOn?: readonly Pipes_Pipe_BatchJobDependency[];
  readonly JobDefinition?: string;
  readonly JobName?: string;
  readonly Parameters?: { readonly [key: string]: string };
  readonly RetryStrategy?: Pipes_Pipe_BatchRetryStrategy;
}
interface Pipes_Pipe_PipeTargetCloudWatchLogsParameters {
  readonly LogStreamName?: string;
  readonly Timestamp?: string;
}
interface Pipes_Pipe_PipeTargetEcsTaskParameters {
  readonly CapacityProviderStrategy?: readonly Pipes_Pipe_CapacityProviderStrategyItem[];
  readonly EnableECSManagedTags?: boolean;
  readonly EnableExecuteCommand?: boolean;
  readonly Group?: string;
  /** EC2 | FARGATE | EXTERNAL */
  readonly LaunchType?: string;
  readonly NetworkConfiguration?: Pipes_Pipe_NetworkConfiguration;
  readonly Overrides?: Pipes_Pipe_EcsTaskOverride;
  readonly PlacementConstraints?: readonly Pipes_Pipe_PlacementConstraint[];
  readonly PlacementStrategy?: readonly Pipes_Pipe_PlacementStrategy[];
  readonly PlatformVersion?: string;
  /** TASK_DEFINITION */
  readonly PropagateTags?: string;
  readonly ReferenceId?: string;
  readonly Tags?: readonly Tag[];
  readonly TaskCount?: number;
  readonly TaskDefinitionArn?: string;
}
interface Pipes_Pipe_PipeTargetEventBridgeEventBusParameters {
  readonly DetailType?: string;
  readonly EndpointId?: string;
  readonly Resources?: readonly string[];
  readonly Source?: string;
  readonly Time?: string;
}
interface Pipes_Pipe_PipeTargetHttpParameters {
  readonly HeaderParameters?: { readonly [key: string]: string };
  readonly PathParameterValues?: readonly string[];
  readonly QueryStringParameters?: { readonly [key: string]: string };
}
interface Pipes_Pipe_PipeTargetKinesisStreamParameters {
  readonly PartitionKey?: string;
}
interface Pipes_Pipe_PipeTargetLambdaFunctionParameters {
  /** REQUEST_RESPONSE | FIRE_AND_FORGET */
  readonly InvocationType?: string;
}
interface Pipes_Pipe_PipeTargetRedshiftDataParameters {
  readonly Database?: string;
  readonly DbUser?: string;
  readonly SecretManagerArn?: string;
  readonly Sqls?: readonly string[];
  readonly StatementName?: string;
  readonly WithEvent?: boolean;
}
interface Pipes_Pipe_PipeTargetSageMakerPipelineParameters {
  readonly PipelineParameterList?: readonly Pipes_Pipe_SageMakerPipelineParameter[];
}
interface Pipes_Pipe_PipeTargetSqsQueueParameters {
  readonly MessageDeduplicationId?: string;
  readonly MessageGroupId?: string;
}
interface Pipes_Pipe_PipeTargetStateMachineParameters {
  /** REQUEST_RESPONSE | FIRE_AND_FORGET */
  readonly InvocationType?: string;
}
interface Pipes_Pipe_PipeTargetTimestreamParameters {
  readonly DimensionMappings?: readonly Pipes_Pipe_DimensionMapping[];
  /** MILLISECONDS | SECONDS | MICROSECONDS | NANOSECONDS */
  readonly EpochTimeUnit?: string;
  readonly MultiMeasureMappings?: readonly Pipes_Pipe_MultiMeasureMapping[];
  readonly SingleMeasureMappings?: readonly Pipes_Pipe_SingleMeasureMapping[];
  /** EPOCH | TIMESTAMP_FORMAT */
  readonly TimeFieldType?: string;
  readonly TimeValue?: string;
  readonly TimestampFormat?: string;
  readonly VersionValue?: string;
}
interface Pipes_Pipe_MQBrokerAccessCredentials {
  readonly BasicAuth?: string;
}
interface Pipes_Pipe_DeadLetterConfig {
  readonly Arn?: string;
}
interface Pipes_Pipe_Filter {
  readonly Pattern?: string;
}
interface Pipes_Pipe_MSKAccessCredentials {
  readonly ClientCertificateTlsAuth?: string;
  readonly SaslScram512Auth?: string;
}
interface Pipes_Pipe_SelfManagedKafkaAccessConfigurationCredentials {
  readonly BasicAuth?: string;
  readonly ClientCertificateTlsAuth?: string;
  readonly SaslScram256Auth?: string;
  readonly SaslScram512Auth?: string;
}
interface Pipes_Pipe_SelfManagedKafkaAccessConfigurationVpc {
  readonly SecurityGroup?: readonly string[];
  readonly Subnets?: readonly string[];
}
interface Pipes_Pipe_BatchArrayProperties {
  readonly Size?: number;
}
interface Pipes_Pipe_BatchContainerOverrides {
  readonly Command?: readonly string[];
  readonly Environment?: readonly Pipes_Pipe_BatchEnvironmentVariable[];
  readonly InstanceType?: string;
  readonly ResourceRequirements?: readonly Pipes_Pipe_BatchResourceRequirement[];
}
interface Pipes_Pipe_BatchJobDependency {
  readonly JobId?: string;
  /** N_TO_N | SEQUENTIAL */
  readonly Type?: string;
}
interface Pipes_Pipe_BatchRetryStrategy {
  readonly Attempts?: number;
}
interface Pipes_Pipe_CapacityProviderStrategyItem {
  readonly Base?: number;
  readonly CapacityProvider?: string;
  readonly Weight?: number;
}
interface Pipes_Pipe_NetworkConfiguration {
  readonly AwsvpcConfiguration?: Pipes_Pipe_AwsVpcConfiguration;
}
interface Pipes_Pipe_EcsTaskOverride {
  readonly ContainerOverrides?: readonly Pipes_Pipe_EcsContainerOverride[];
  readonly Cpu?: string;
  readonly EphemeralStorage?: Pipes_Pipe_EcsEphemeralStorage;
  readonly ExecutionRoleArn?: string;
  readonly InferenceAcceleratorOverrides?: readonly Pipes_Pipe_EcsInferenceAcceleratorOverride[];
  readonly Memory?: string;
  readonly TaskRoleArn?: string;
}
interface Pipes_Pipe_PlacementConstraint {
  readonly Expression?: string;
  /** distinctInstance | memberOf */
  readonly Type?: string;
}
interface Pipes_Pipe_PlacementStrategy {
  readonly Field?: string;
  /** random | spread | binpack */
  readonly Type?: string;
}
interface Pipes_Pipe_SageMakerPipelineParameter {
  readonly Name?: string;
  readonly Value?: string;
}
interface Pipes_Pipe_DimensionMapping {
  readonly DimensionName?: string;
  readonly DimensionValue?: string;
  /** VARCHAR */
  readonly DimensionValueType?: string;
}
interface Pipes_Pipe_MultiMeasureMapping {
  readonly MultiMeasureAttributeMappings?: readonly Pipes_Pipe_MultiMeasureAttributeMapping[];
  readonly MultiMeasureName?: string;
}
interface Pipes_Pipe_SingleMeasureMapping {
  readonly MeasureName?: string;
  readonly MeasureValue?: string;
  /** DOUBLE | BIGINT | VARCHAR | BOOLEAN | TIMESTAMP */
  readonly MeasureValueType?: string;
}
interface Pipes_Pipe_BatchEnvironmentVariable {
  readonly Name?: string;
  readonly Value?: string;
}
interface Pipes_Pipe_BatchResourceRequirement {
  /** GPU | MEMORY | VCPU */
  readonly Type?: string;
  readonly Value?: string;
}
interface Pipes_Pipe_AwsVpcConfiguration {
  /** ENABLED | DISABLED */
  readonly AssignPublicIp?: string;
  readonly SecurityGroups?: readonly string[];
  readonly Subnets?: readonly string[];
}
interface Pipes_Pipe_EcsContainerOverride {
  readonly Command?: readonly string[];
  readonly Cpu?: number;
  readonly Environment?: readonly Pipes_Pipe_EcsEnvironmentVariable[];
  readonly EnvironmentFiles?: readonly Pipes_Pipe_EcsEnvironmentFile[];
  readonly Memory?: number;
  readonly MemoryReservation?: number;
  readonly Name?: string;
  readonly ResourceRequirements?: readonly Pipes_Pipe_EcsResourceRequirement[];
}
interface Pipes_Pipe_EcsEphemeralStorage {
  readonly SizeInGiB?: number;
}
interface Pipes_Pipe_EcsInferenceAcceleratorOverride {
  readonly DeviceName?: string;
  readonly DeviceType?: string;
}
interface Pipes_Pipe_MultiMeasureAttributeMapping {
  readonly MeasureValue?: string;
  /** DOUBLE | BIGINT | VARCHAR | BOOLEAN | TIMESTAMP */
  readonly MeasureValueType?: string;
  readonly MultiMeasureAttributeName?: string;
}
interface Pipes_Pipe_EcsEnvironmentVariable {
  readonly Name?: string;
  readonly Value?: string;
}
interface Pipes_Pipe_EcsEnvironmentFile {
  /** s3 */
  readonly Type?: string;
  readonly Value?: string;
}
interface Pipes_Pipe_EcsResourceRequirement {
  /** GPU | InferenceAccelerator */
  readonly Type?: string;
  readonly Value?: string;
}
interface RDS_DBCluster {
  readonly AllocatedStorage?: number;
  readonly AssociatedRoles?: readonly RDS_DBCluster_DBClusterRole[];
  readonly AutoMinorVersionUpgrade?: boolean;
  readonly AvailabilityZones?: readonly string[];
  readonly BacktrackWindow?: number;
  readonly BackupRetentionPeriod?: number;
  readonly ClusterScalabilityType?: string;
  readonly CopyTagsToSnapshot?: boolean;
  readonly DBClusterIdentifier?: string;
  readonly DBClusterInstanceClass?: string;
  readonly DBClusterParameterGroupName?: string;
  readonly DBInstanceParameterGroupName?: string;
  readonly DBSubnetGroupName?: string;
  readonly DBSystemId?: string;
  readonly DatabaseInsightsMode?: string;
  readonly DatabaseName?: string;
  readonly DeleteAutomatedBackups?: boolean;
  readonly DeletionProtection?: boolean;
  readonly Domain?: string;
  readonly DomainIAMRoleName?: string;
  readonly EnableCloudwatchLogsExports?: readonly string[];
  readonly EnableGlobalWriteForwarding?: boolean;
  readonly EnableHttpEndpoint?: boolean;
  readonly EnableIAMDatabaseAuthentication?: boolean;
  readonly EnableLocalWriteForwarding?: boolean;
  readonly Engine?: string;
  readonly EngineLifecycleSupport?: string;
  readonly EngineMode?: string;
  readonly EngineVersion?: string;
  readonly GlobalClusterIdentifier?: string;
  readonly Iops?: number;
  readonly KmsKeyId?: string;
  readonly ManageMasterUserPassword?: boolean;
  readonly MasterUserAuthenticationType?: string;
  readonly MasterUserPassword?: string;
  readonly MasterUserSecret?: RDS_DBCluster_MasterUserSecret;
  readonly MasterUsername?: string;
  readonly MonitoringInterval?: number;
  readonly MonitoringRoleArn?: string;
  readonly NetworkType?: string;
  readonly PerformanceInsightsEnabled?: boolean;
  readonly PerformanceInsightsKmsKeyId?: string;
  readonly PerformanceInsightsRetentionPeriod?: number;
  readonly Port?: number;
  readonly PreferredBackupWindow?: string;
  readonly PreferredMaintenanceWindow?: string;
  readonly PubliclyAccessible?: boolean;
  readonly ReplicationSourceIdentifier?: string;
  readonly RestoreToTime?: string;
  readonly RestoreType?: string;
  readonly ScalingConfiguration?: RDS_DBCluster_ScalingConfiguration;
  readonly ServerlessV2ScalingConfiguration?: RDS_DBCluster_ServerlessV2ScalingConfiguration;
  readonly SnapshotIdentifier?: string;
  readonly SourceDBClusterIdentifier?: string;
  readonly SourceDbClusterResourceId?: string;
  readonly SourceRegion?: string;
  readonly StorageEncrypted?: boolean;
  readonly StorageType?: string;
  readonly Tags?: readonly Tag[];
  readonly UseLatestRestorableTime?: boolean;
  readonly VpcSecurityGroupIds?: readonly string[];
}
interface RDS_DBCluster_DBClusterRole {
  readonly FeatureName?: string;
  readonly RoleArn?: string;
}
interface RDS_DBCluster_MasterUserSecret {
  readonly KmsKeyId?: string;
  readonly SecretArn?: string;
}
interface RDS_DBCluster_ScalingConfiguration {
  readonly AutoPause?: boolean;
  readonly MaxCapacity?: number;
  readonly MinCapacity?: number;
  readonly SecondsBeforeTimeout?: number;
  readonly SecondsUntilAutoPause?: number;
  readonly TimeoutAction?: string;
}
interface RDS_DBCluster_ServerlessV2ScalingConfiguration {
  readonly MaxCapacity?: number;
  readonly MinCapacity?: number;
  readonly SecondsUntilAutoPause?: number;
}
interface RDS_DBInstance {
  readonly AdditionalStorageVolumes?: readonly RDS_DBInstance_AdditionalStorageVolume[];
  readonly AllocatedStorage?: string;
  readonly AllowMajorVersionUpgrade?: boolean;
  readonly ApplyImmediately?: boolean;
  readonly AssociatedRoles?: readonly RDS_DBInstance_DBInstanceRole[];
  readonly AutoMinorVersionUpgrade?: boolean;
  readonly AutomaticBackupReplicationKmsKeyId?: string;
  readonly AutomaticBackupReplicationRegion?: string;
  readonly AutomaticBackupReplicationRetentionPeriod?: number;
  readonly AvailabilityZone?: string;
  readonly BackupRetentionPeriod?: number;
  readonly BackupTarget?: string;
  readonly CACertificateIdentifier?: string;
  readonly CertificateRotationRestart?: boolean;
  readonly CharacterSetName?: string;
  readonly CopyTagsToSnapshot?: boolean;
  readonly CustomIAMInstanceProfile?: string;
  readonly DBClusterIdentifier?: string;
  readonly DBClusterSnapshotIdentifier?: string;
  readonly DBInstanceClass?: string;
  readonly DBInstanceIdentifier?: string;
  readonly DBName?: string;
  readonly DBParameterGroupName?: string;
  readonly DBSecurityGroups?: readonly string[];
  readonly DBSnapshotIdentifier?: string;
  readonly DBSubnetGroupName?: string;
  readonly DBSystemId?: string;
  readonly DatabaseInsightsMode?: string;
  readonly DedicatedLogVolume?: boolean;
  readonly DeleteAutomatedBackups?: boolean;
  readonly DeletionProtection?: boolean;
  readonly Domain?: string;
  readonly DomainAuthSecretArn?: string;
  readonly DomainDnsIps?: readonly string[];
  readonly DomainFqdn?: string;
  readonly DomainIAMRoleName?: string;
  readonly DomainOu?: string;
  readonly EnableCloudwatchLogsExports?: readonly string[];
  readonly EnableIAMDatabaseAuthentication?: boolean;
  readonly EnablePerformanceInsights?: boolean;
  readonly Engine?: string;
  readonly EngineLifecycleSupport?: string;
  readonly EngineVersion?: string;
  readonly Iops?: number;
  readonly KmsKeyId?: string;
  readonly LicenseModel?: string;
  readonly ManageMasterUserPassword?: boolean;
  readonly MasterUserAuthenticationType?: string;
  readonly MasterUserPassword?: string;
  readonly MasterUserSecret?: RDS_DBInstance_MasterUserSecret;
  readonly MasterUsername?: string;
  readonly MaxAllocatedStorage?: number;
  readonly MonitoringInterval?: number;
  readonly MonitoringRoleArn?: string;
  readonly MultiAZ?: boolean;
  readonly NcharCharacterSetName?: string;
  readonly NetworkType?: string;
  readonly OptionGroupName?: string;
  readonly PerformanceInsightsKMSKeyId?: string;
  readonly PerformanceInsightsRetentionPeriod?: number;
  readonly Port?: string;
  readonly PreferredBackupWindow?: string;
  readonly PreferredMaintenanceWindow?: string;
  readonly ProcessorFeatures?: readonly RDS_DBInstance_ProcessorFeature[];
  readonly PromotionTier?: number;
  readonly PubliclyAccessible?: boolean;
  readonly ReplicaMode?: string;
  readonly RestoreTime?: string;
  readonly SourceDBClusterIdentifier?: string;
  readonly SourceDBInstanceAutomatedBackupsArn?: string;
  readonly SourceDBInstanceIdentifier?: string;
  readonly SourceDbiResourceId?: string;
  readonly SourceRegion?: string;
  readonly StorageEncrypted?: boolean;
  readonly StorageThroughput?: number;
  readonly StorageType?: string;
  readonly Tags?: readonly Tag[];
  readonly TdeCredentialArn?: string;
  readonly TdeCredentialPassword?: string;
  readonly Timezone?: string;
  readonly UseDefaultProcessorFeatures?: boolean;
  readonly UseLatestRestorableTime?: boolean;
  readonly VPCSecurityGroups?: readonly string[];
}
interface RDS_DBInstance_AdditionalStorageVolume {
  readonly AllocatedStorage?: string;
  readonly Iops?: number;
  readonly MaxAllocatedStorage?: number;
  readonly StorageOperationPercentProgress?: number;
  readonly StorageOperationStatus?: string;
  readonly StorageThroughput?: number;
  readonly StorageType?: string;
  readonly VolumeName?: string;
}
interface RDS_DBInstance_DBInstanceRole {
  readonly FeatureName?: string;
  readonly RoleArn?: string;
}
interface RDS_DBInstance_MasterUserSecret {
  readonly KmsKeyId?: string;
  readonly SecretArn?: string;
}
interface RDS_DBInstance_ProcessorFeature {
  /** coreCount | threadsPerCore */
  readonly Name?: string;
  readonly Value?: string;
}
interface RDS_DBProxy {
  readonly Auth?: readonly RDS_DBProxy_AuthFormat[];
  readonly DBProxyName?: string;
  readonly DebugLogging?: boolean;
  /** IAM_AUTH | NONE */
  readonly DefaultAuthScheme?: string;
  /** IPV4 | IPV6 | DUAL */
  readonly EndpointNetworkType?: string;
  /** MYSQL | POSTGRESQL | SQLSERVER */
  readonly EngineFamily?: string;
  readonly IdleClientTimeout?: number;
  readonly RequireTLS?: boolean;
  readonly RoleArn?: string;
  readonly Tags?: readonly RDS_DBProxy_TagFormat[];
  /** IPV4 | IPV6 */
  readonly TargetConnectionNetworkType?: string;
  readonly VpcSecurityGroupIds?: readonly string[];
  readonly VpcSubnetIds?: readonly string[];
}
interface RDS_DBProxy_AuthFormat {
  /** SECRETS */
  readonly AuthScheme?: string;
  /** MYSQL_NATIVE_PASSWORD | MYSQL_CACHING_SHA2_PASSWORD | POSTGRES_SCRAM_SHA_256 | POSTGRES_MD5 | SQL_SERVER_AUTHENTICATION */
  readonly ClientPasswordAuthType?: string;
  readonly Description?: string;
  /** DISABLED | REQUIRED | ENABLED */
  readonly IAMAuth?: string;
  readonly SecretArn?: string;
}
interface RDS_DBProxy_TagFormat {
  readonly Key?: string;
  readonly Value?: string;
}
interface RDS_DBSubnetGroup {
  readonly DBSubnetGroupDescription?: string;
  readonly DBSubnetGroupName?: string;
  readonly SubnetIds?: readonly string[];
  readonly Tags?: readonly Tag[];
}
interface Redshift_Cluster {
  readonly AllowVersionUpgrade?: boolean;
  readonly AquaConfigurationStatus?: string;
  readonly AutomatedSnapshotRetentionPeriod?: number;
  readonly AvailabilityZone?: string;
  readonly AvailabilityZoneRelocation?: boolean;
  readonly AvailabilityZoneRelocationStatus?: string;
  readonly Classic?: boolean;
  readonly ClusterIdentifier?: string;
  readonly ClusterParameterGroupName?: string;
  readonly ClusterSecurityGroups?: readonly string[];
  readonly ClusterSubnetGroupName?: string;
  readonly ClusterType?: string;
  readonly ClusterVersion?: string;
  readonly DBName?: string;
  readonly DeferMaintenance?: boolean;
  readonly DeferMaintenanceDuration?: number;
  readonly DeferMaintenanceEndTime?: string;
  readonly DeferMaintenanceStartTime?: string;
  readonly DestinationRegion?: string;
  readonly ElasticIp?: string;
  readonly Encrypted?: boolean;
  readonly Endpoint?: Redshift_Cluster_Endpoint;
  readonly EnhancedVpcRouting?: boolean;
  readonly HsmClientCertificateIdentifier?: string;
  readonly HsmConfigurationIdentifier?: string;
  readonly IamRoles?: readonly string[];
  readonly KmsKeyId?: string;
  readonly LoggingProperties?: Redshift_Cluster_LoggingProperties;
  readonly MaintenanceTrackName?: string;
  readonly ManageMasterPassword?: boolean;
  readonly ManualSnapshotRetentionPeriod?: number;
  readonly MasterPasswordSecretKmsKeyId?: string;
  readonly MasterUserPassword?: string;
  readonly MasterUsername?: string;
  readonly MultiAZ?: boolean;
  readonly NamespaceResourcePolicy?: Json;
  readonly NodeType?: string;
  readonly NumberOfNodes?: number;
  readonly OwnerAccount?: string;
  readonly Port?: number;
  readonly PreferredMaintenanceWindow?: string;
  readonly PubliclyAccessible?: boolean;
  readonly ResourceAction?: string;
  readonly RevisionTarget?: string;
  readonly RotateEncryptionKey?: boolean;
  readonly SnapshotClusterIdentifier?: string;
  readonly SnapshotCopyGrantName?: string;
  readonly SnapshotCopyManual?: boolean;
  readonly SnapshotCopyRetentionPeriod?: number;
  readonly SnapshotIdentifier?: string;
  readonly Tags?: readonly Tag[];
  readonly VpcSecurityGroupIds?: readonly string[];
}
interface Redshift_Cluster_Endpoint {
  readonly Address?: string;
  readonly Port?: string;
}
interface Redshift_Cluster_LoggingProperties {
  readonly BucketName?: string;
  readonly LogDestinationType?: string;
  readonly LogExports?: readonly string[];
  readonly S3KeyPrefix?: string;
}
interface RedshiftServerless_Namespace {
  readonly AdminPasswordSecretKmsKeyId?: string;
  readonly AdminUserPassword?: string;
  readonly AdminUsername?: string;
  readonly DbName?: string;
  readonly DefaultIamRoleArn?: string;
  readonly FinalSnapshotName?: string;
  readonly FinalSnapshotRetentionPeriod?: number;
  readonly IamRoles?: readonly string[];
  readonly KmsKeyId?: string;
  readonly LogExports?: readonly string[];
  readonly ManageAdminPassword?: boolean;
  readonly NamespaceName?: string;
  readonly NamespaceResourcePolicy?: Json;
  readonly RedshiftIdcApplicationArn?: string;
  readonly SnapshotCopyConfigurations?: readonly RedshiftServerless_Namespace_SnapshotCopyConfiguration[];
  readonly Tags?: readonly Tag[];
}
interface RedshiftServerless_Namespace_SnapshotCopyConfiguration {
  readonly DestinationKmsKeyId?: string;
  readonly DestinationRegion?: string;
  readonly SnapshotRetentionPeriod?: number;
}
interface RedshiftServerless_Workgroup {
  readonly BaseCapacity?: number;
  readonly ConfigParameters?: readonly RedshiftServerless_Workgroup_ConfigParameter[];
  readonly EnhancedVpcRouting?: boolean;
  readonly MaxCapacity?: number;
  readonly NamespaceName?: string;
  readonly Port?: number;
  readonly PricePerformanceTarget?: RedshiftServerless_Workgroup_PerformanceTarget;
  readonly PubliclyAccessible?: boolean;
  readonly RecoveryPointId?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly SnapshotArn?: string;
  readonly SnapshotName?: string;
  readonly SnapshotOwnerAccount?: string;
  readonly SubnetIds?: readonly string[];
  readonly Tags?: readonly Tag[];
  readonly TrackName?: string;
  readonly Workgroup?: RedshiftServerless_Workgroup_Workgroup;
  readonly WorkgroupName?: string;
}
interface RedshiftServerless_Workgroup_ConfigParameter {
  readonly ParameterKey?: string;
  readonly ParameterValue?: string;
}
interface RedshiftServerless_Workgroup_PerformanceTarget {
  readonly Level?: number;
  /** ENABLED | DISABLED */
  readonly Status?: string;
}
interface RedshiftServerless_Workgroup_Workgroup {
  readonly BaseCapacity?: number;
  readonly ConfigParameters?: readonly RedshiftServerless_Workgroup_ConfigParameter[];
  readonly CreationDate?: string;
  readonly Endpoint?: RedshiftServerless_Workgroup_Endpoint;
  readonly EnhancedVpcRouting?: boolean;
  readonly MaxCapacity?: number;
  readonly NamespaceName?: string;
  readonly PricePerformanceTarget?: RedshiftServerless_Workgroup_PerformanceTarget;
  readonly PubliclyAccessible?: boolean;
  readonly SecurityGroupIds?: readonly string[];
  /** CREATING | AVAILABLE | MODIFYING | DELETING */
  readonly Status?: string;
  readonly SubnetIds?: readonly string[];
  readonly TrackName?: string;
  readonly WorkgroupArn?: string;
  readonly WorkgroupId?: string;
  readonly WorkgroupName?: string;
}
interface RedshiftServerless_Workgroup_Endpoint {
  readonly Address?: string;
  readonly Port?: number;
  readonly VpcEndpoints?: readonly RedshiftServerless_Workgroup_VpcEndpoint[];
}
interface RedshiftServerless_Workgroup_VpcEndpoint {
  readonly NetworkInterfaces?: readonly RedshiftServerless_Workgroup_NetworkInterface[];
  readonly VpcEndpointId?: string;
  readonly VpcId?: string;
}
interface RedshiftServerless_Workgroup_NetworkInterface {
  readonly AvailabilityZone?: string;
  readonly NetworkInterfaceId?: string;
  readonly PrivateIpAddress?: string;
  readonly SubnetId?: string;
}
interface Route53_HostedZone {
  readonly HostedZoneConfig?: Route53_HostedZone_HostedZoneConfig;
  readonly HostedZoneFeatures?: Route53_HostedZone_HostedZoneFeatures;
  readonly HostedZoneTags?: readonly Route53_HostedZone_HostedZoneTag[];
  readonly Name?: string;
  readonly QueryLoggingConfig?: Route53_HostedZone_QueryLoggingConfig;
  readonly VPCs?: readonly Route53_HostedZone_VPC[];
}
interface Route53_HostedZone_HostedZoneConfig {
  readonly Comment?: string;
}
interface Route53_HostedZone_HostedZoneFeatures {
  readonly EnableAcceleratedRecovery?: boolean;
}
interface Route53_HostedZone_HostedZoneTag {
  readonly Key?: string;
  readonly Value?: string;
}
interface Route53_HostedZone_QueryLoggingConfig {
  readonly CloudWatchLogsLogGroupArn?: string;
}
interface Route53_HostedZone_VPC {
  readonly VPCId?: string;
  readonly VPCRegion?: string;
}
interface Route53_RecordSet {
  readonly AliasTarget?: Route53_RecordSet_AliasTarget;
  readonly CidrRoutingConfig?: Route53_RecordSet_CidrRoutingConfig;
  readonly Comment?: string;
  /** PRIMARY | SECONDARY */
  readonly Failover?: string;
  readonly GeoLocation?: Route53_RecordSet_GeoLocation;
  readonly HealthCheckId?: string;
  readonly HostedZoneId?: string;
  readonly HostedZoneName?: string;
  readonly MultiValueAnswer?: boolean;
  readonly Name?: string;
  readonly Region?: string;
  readonly ResourceRecords?: readonly string[];
  readonly SetIdentifier?: string;
  readonly TTL?: string;
  readonly Type?: string;
  readonly Weight?: number;
}
interface Route53_RecordSet_AliasTarget {
  readonly DNSName?: string;
  readonly EvaluateTargetHealth?: boolean;
  readonly HostedZoneId?: string;
}
interface Route53_RecordSet_CidrRoutingConfig {
  readonly CollectionId?: string;
  readonly LocationName?: string;
}
interface Route53_RecordSet_GeoLocation {
  readonly ContinentCode?: string;
  readonly CountryCode?: string;
  readonly SubdivisionCode?: string;
}
interface S3_AccessGrant {
  readonly AccessGrantsLocationConfiguration?: S3_AccessGrant_AccessGrantsLocationConfiguration;
  readonly AccessGrantsLocationId?: string;
  readonly ApplicationArn?: string;
  readonly Grantee?: S3_AccessGrant_Grantee;
  /** READ | WRITE | READWRITE */
  readonly Permission?: string;
  /** Object */
  readonly S3PrefixType?: string;
  readonly Tags?: readonly Tag[];
}
interface S3_AccessGrant_AccessGrantsLocationConfiguration {
  readonly S3SubPrefix?: string;
}
interface S3_AccessGrant_Grantee {
  readonly GranteeIdentifier?: string;
  /** IAM | DIRECTORY_USER | DIRECTORY_GROUP */
  readonly GranteeType?: string;
}
interface S3_AccessGrantsInstance {
  readonly IdentityCenterArn?: string;
  readonly Tags?: readonly Tag[];
}
interface S3_AccessGrantsLocation {
  readonly IamRoleArn?: string;
  readonly LocationScope?: string;
  readonly Tags?: readonly Tag[];
}
interface S3_AccessPoint {
  readonly Bucket?: string;
  readonly BucketAccountId?: string;
  readonly Name?: string;
  readonly Policy?: Json;
  readonly PublicAccessBlockConfiguration?: S3_AccessPoint_PublicAccessBlockConfiguration;
  readonly Tags?: readonly Tag[];
  readonly VpcConfiguration?: S3_AccessPoint_VpcConfiguration;
}
interface S3_AccessPoint_PublicAccessBlockConfiguration {
  readonly BlockPublicAcls?: boolean;
  readonly BlockPublicPolicy?: boolean;
  readonly IgnorePublicAcls?: boolean;
  readonly RestrictPublicBuckets?: boolean;
}
interface S3_AccessPoint_VpcConfiguration {
  readonly VpcId?: string;
}
interface S3_Bucket {
  /** Enabled | Disabled */
  readonly AbacStatus?: string;
  readonly AccelerateConfiguration?: S3_Bucket_AccelerateConfiguration;
  /** AuthenticatedRead | AwsExecRead | BucketOwnerFullControl | BucketOwnerRead | LogDeliveryWrite | Private | PublicRead | PublicReadWrite */
  readonly AccessControl?: string;
  readonly AnalyticsConfigurations?: readonly S3_Bucket_AnalyticsConfiguration[];
  readonly BucketEncryption?: S3_Bucket_BucketEncryption;
  readonly BucketName?: string;
  readonly BucketNamePrefix?: string;
  /** global | account-regional */
  readonly BucketNamespace?: string;
  readonly CorsConfiguration?: S3_Bucket_CorsConfiguration;
  readonly IntelligentTieringConfigurations?: readonly S3_Bucket_IntelligentTieringConfiguration[];
  readonly InventoryConfigurations?: readonly S3_Bucket_InventoryConfiguration[];
  readonly LifecycleConfiguration?: S3_Bucket_LifecycleConfiguration;
  readonly LoggingConfiguration?: S3_Bucket_LoggingConfiguration;
  readonly MetadataConfiguration?: S3_Bucket_MetadataConfiguration;
  readonly MetadataTableConfiguration?: S3_Bucket_MetadataTableConfiguration;
  readonly MetricsConfigurations?: readonly S3_Bucket_MetricsConfiguration[];
  readonly NotificationConfiguration?: S3_Bucket_NotificationConfiguration;
  readonly ObjectLockConfiguration?: S3_Bucket_ObjectLockConfiguration;
  readonly ObjectLockEnabled?: boolean;
  readonly OwnershipControls?: S3_Bucket_OwnershipControls;
  readonly PublicAccessBlockConfiguration?: S3_Bucket_PublicAccessBlockConfiguration;
  readonly ReplicationConfiguration?: S3_Bucket_ReplicationConfiguration;
  readonly Tags?: readonly Tag[];
  readonly VersioningConfiguration?: S3_Bucket_VersioningConfiguration;
  readonly WebsiteConfiguration?: S3_Bucket_WebsiteConfiguration;
}
interface S3_Bucket_AccelerateConfiguration {
  /** Enabled | Suspended */
  readonly AccelerationStatus?: string;
}
interface S3_Bucket_AnalyticsConfiguration {
  readonly Id?: string;
  readonly Prefix?: string;
  readonly StorageClassAnalysis?: S3_Bucket_StorageClassAnalysis;
  readonly TagFilters?: readonly S3_Bucket_TagFilter[];
}
interface S3_Bucket_BucketEncryption {
  readonly ServerSideEncryptionConfiguration?: readonly S3_Bucket_ServerSideEncryptionRule[];
}
interface S3_Bucket_CorsConfiguration {
  readonly CorsRules?: readonly S3_Bucket_CorsRule[];
}
interface S3_Bucket_IntelligentTieringConfiguration {
  readonly Id?: string;
  readonly Prefix?: string;
  /** Disabled | Enabled */
  readonly Status?: string;
  readonly TagFilters?: readonly S3_Bucket_TagFilter[];
  readonly Tierings?: readonly S3_Bucket_Tiering[];
}
interface S3_Bucket_InventoryConfiguration {
  readonly Destination?: S3_Bucket_Destination;
  readonly Enabled?: boolean;
  readonly Id?: string;
  /** All | Current */
  readonly IncludedObjectVersions?: string;
  readonly OptionalFields?: readonly string[];
  readonly Prefix?: string;
  /** Daily | Weekly */
  readonly ScheduleFrequency?: string;
}
interface S3_Bucket_LifecycleConfiguration {
  readonly Rules?: readonly S3_Bucket_Rule[];
  /** varies_by_storage_class | all_storage_classes_128K */
  readonly TransitionDefaultMinimumObjectSize?: string;
}
interface S3_Bucket_LoggingConfiguration {
  readonly DestinationBucketName?: string;
  readonly LogFilePrefix?: string;
  readonly TargetObjectKeyFormat?: S3_Bucket_TargetObjectKeyFormat;
}
interface S3_Bucket_MetadataConfiguration {
  readonly AnnotationTableConfiguration?: S3_Bucket_AnnotationTableConfiguration;
  readonly Destination?: S3_Bucket_MetadataDestination;
  readonly InventoryTableConfiguration?: S3_Bucket_InventoryTableConfiguration;
  readonly JournalTableConfiguration?: S3_Bucket_JournalTableConfiguration;
}
interface S3_Bucket_MetadataTableConfiguration {
  readonly S3TablesDestination?: S3_Bucket_S3TablesDestination;
}
interface S3_Bucket_MetricsConfiguration {
  readonly AccessPointArn?: string;
  readonly Id?: string;
  readonly Prefix?: string;
  readonly TagFilters?: readonly S3_Bucket_TagFilter[];
}
interface S3_Bucket_NotificationConfiguration {
  readonly EventBridgeConfiguration?: S3_Bucket_EventBridgeConfiguration;
  readonly LambdaConfigurations?: readonly S3_Bucket_LambdaConfiguration[];
  readonly QueueConfigurations?: readonly S3_Bucket_QueueConfiguration[];
  readonly TopicConfigurations?: readonly S3_Bucket_TopicConfiguration[];
}
interface S3_Bucket_ObjectLockConfiguration {
  readonly ObjectLockEnabled?: string;
  readonly Rule?: S3_Bucket_ObjectLockRule;
}
interface S3_Bucket_OwnershipControls {
  readonly Rules?: readonly S3_Bucket_OwnershipControlsRule[];
}
interface S3_Bucket_PublicAccessBlockConfiguration {
  readonly BlockPublicAcls?: boolean;
  readonly BlockPublicPolicy?: boolean;
  readonly IgnorePublicAcls?: boolean;
  readonly RestrictPublicBuckets?: boolean;
}
interface S3_Bucket_ReplicationConfiguration {
  readonly Role?: string;
  readonly Rules?: readonly S3_Bucket_ReplicationRule[];
}
interface S3_Bucket_VersioningConfiguration {
  /** Enabled | Suspended */
  readonly Status?: string;
}
interface S3_Bucket_WebsiteConfiguration {
  readonly ErrorDocument?: string;
  readonly IndexDocument?: string;
  readonly RedirectAllRequestsTo?: S3_Bucket_RedirectAllRequestsTo;
  readonly RoutingRules?: readonly S3_Bucket_RoutingRule[];
}
interface S3_Bucket_StorageClassAnalysis {
  readonly DataExport?: S3_Bucket_DataExport;
}
interface S3_Bucket_TagFilter {
  readonly Key?: string;
  readonly Value?: string;
}
interface S3_Bucket_ServerSideEncryptionRule {
  readonly BlockedEncryptionTypes?: S3_Bucket_BlockedEncryptionTypes;
  readonly BucketKeyEnabled?: boolean;
  readonly ServerSideEncryptionByDefault?: S3_Bucket_ServerSideEncryptionByDefault;
}
interface S3_Bucket_CorsRule {
  readonly AllowedHeaders?: readonly string[];
  readonly AllowedMethods?: readonly string[];
  readonly AllowedOrigins?: readonly string[];
  readonly ExposedHeaders?: readonly string[];
  readonly Id?: string;
  readonly MaxAge?: number;
}
interface S3_Bucket_Tiering {
  /** ARCHIVE_ACCESS | DEEP_ARCHIVE_ACCESS */
  readonly AccessTier?: string;
  readonly Days?: number;
}
interface S3_Bucket_Destination {
  readonly BucketAccountId?: string;
  readonly BucketArn?: string;
  /** CSV | ORC | Parquet */
  readonly Format?: string;
  readonly Prefix?: string;
}
interface S3_Bucket_Rule {
  readonly AbortIncompleteMultipartUpload?: S3_Bucket_AbortIncompleteMultipartUpload;
  readonly ExpirationDate?: string;
  readonly ExpirationInDays?: number;
  readonly ExpiredObjectDeleteMarker?: boolean;
  readonly Id?: string;
  readonly NoncurrentVersionExpiration?: S3_Bucket_NoncurrentVersionExpiration;
  readonly NoncurrentVersionExpirationInDays?: number;
  readonly NoncurrentVersionTransition?: S3_Bucket_NoncurrentVersionTransition;
  readonly NoncurrentVersionTransitions?: readonly S3_Bucket_NoncurrentVersionTransition[];
  readonly ObjectSizeGreaterThan?: number;
  readonly ObjectSizeLessThan?: number;
  readonly Prefix?: string;
  /** Enabled | Disabled */
  readonly Status?: string;
  readonly TagFilters?: readonly S3_Bucket_TagFilter[];
  readonly Transition?: S3_Bucket_Transition;
  readonly Transitions?: readonly S3_Bucket_Transition[];
}
interface S3_Bucket_TargetObjectKeyFormat {
  readonly PartitionedPrefix?: S3_Bucket_PartitionedPrefix;
  readonly SimplePrefix?: Json;
}
interface S3_Bucket_AnnotationTableConfiguration {
  /** ENABLED | DISABLED */
  readonly ConfigurationState?: string;
  readonly EncryptionConfiguration?: S3_Bucket_MetadataTableEncryptionConfiguration;
  readonly Role?: string;
  readonly TableArn?: string;
  readonly TableName?: string;
}
interface S3_Bucket_MetadataDestination {
  readonly TableBucketArn?: string;
  /** aws | customer */
  readonly TableBucketType?: string;
  readonly TableNamespace?: string;
}
interface S3_Bucket_InventoryTableConfiguration {
  /** ENABLED | DISABLED */
  readonly ConfigurationState?: string;
  readonly EncryptionConfiguration?: S3_Bucket_MetadataTableEncryptionConfiguration;
  readonly TableArn?: string;
  readonly TableName?: string;
}
interface S3_Bucket_JournalTableConfiguration {
  readonly EncryptionConfiguration?: S3_Bucket_MetadataTableEncryptionConfiguration;
  readonly RecordExpiration?: S3_Bucket_RecordExpiration;
  readonly TableArn?: string;
  readonly TableName?: string;
}
interface S3_Bucket_S3TablesDestination {
  readonly TableArn?: string;
  readonly TableBucketArn?: string;
  readonly TableName?: string;
  readonly TableNamespace?: string;
}
interface S3_Bucket_EventBridgeConfiguration {
  readonly EventBridgeEnabled?: boolean;
}
interface S3_Bucket_LambdaConfiguration {
  readonly Event?: string;
  readonly Filter?: S3_Bucket_NotificationFilter;
  readonly Function?: string;
}
interface S3_Bucket_QueueConfiguration {
  readonly Event?: string;
  readonly Filter?: S3_Bucket_NotificationFilter;
  readonly Queue?: string;
}
interface S3_Bucket_TopicConfiguration {
  readonly Event?: string;
  readonly Filter?: S3_Bucket_NotificationFilter;
  readonly Topic?: string;
}
interface S3_Bucket_ObjectLockRule {
  readonly DefaultRetention?: S3_Bucket_DefaultRetention;
}
interface S3_Bucket_OwnershipControlsRule {
  /** ObjectWriter | BucketOwnerPreferred | BucketOwnerEnforced */
  readonly ObjectOwnership?: string;
}
interface S3_Bucket_ReplicationRule {
  readonly DeleteMarkerReplication?: S3_Bucket_DeleteMarkerReplication;
  readonly Destination?: S3_Bucket_ReplicationDestination;
  readonly Filter?: S3_Bucket_ReplicationRuleFilter;
  readonly Id?: string;
  readonly Prefix?: string;
  readonly Priority?: number;
  readonly SourceSelectionCriteria?: S3_Bucket_SourceSelectionCriteria;
  /** Disabled | Enabled */
  readonly Status?: string;
}
interface S3_Bucket_RedirectAllRequestsTo {
  readonly HostName?: string;
  /** http | https */
  readonly Protocol?: string;
}
interface S3_Bucket_RoutingRule {
  readonly RedirectRule?: S3_Bucket_RedirectRule;
  readonly RoutingRuleCondition?: S3_Bucket_RoutingRuleCondition;
}
interface S3_Bucket_DataExport {
  readonly Destination?: S3_Bucket_Destination;
  readonly OutputSchemaVersion?: string;
}
interface S3_Bucket_BlockedEncryptionTypes {
  readonly EncryptionType?: readonly string[];
}
interface S3_Bucket_ServerSideEncryptionByDefault {
  readonly KMSMasterKeyID?: string;
  /** aws:kms | AES256 | aws:kms:dsse */
  readonly SSEAlgorithm?: string;
}
interface S3_Bucket_AbortIncompleteMultipartUpload {
  readonly DaysAfterInitiation?: number;
}
interface S3_Bucket_NoncurrentVersionExpiration {
  readonly NewerNoncurrentVersions?: number;
  readonly NoncurrentDays?: number;
}
interface S3_Bucket_NoncurrentVersionTransition {
  readonly NewerNoncurrentVersions?: number;
  /** DEEP_ARCHIVE | GLACIER | Glacier | GLACIER_IR | INTELLIGENT_TIERING | ONEZONE_IA | STANDARD_IA */
  readonly StorageClass?: string;
  readonly TransitionInDays?: number;
}
interface S3_Bucket_Transition {
  /** DEEP_ARCHIVE | GLACIER | Glacier | GLACIER_IR | INTELLIGENT_TIERING | ONEZONE_IA | STANDARD_IA */
  readonly StorageClass?: string;
  readonly TransitionDate?: string;
  readonly TransitionInDays?: number;
}
interface S3_Bucket_PartitionedPrefix {
  /** EventTime | DeliveryTime */
  readonly PartitionDateSource?: string;
}
interface S3_Bucket_MetadataTableEncryptionConfiguration {
  readonly KmsKeyArn?: string;
  /** aws:kms | AES256 */
  readonly SseAlgorithm?: string;
}
interface S3_Bucket_RecordExpiration {
  readonly Days?: number;
  /** ENABLED | DISABLED */
  readonly Expiration?: string;
}
interface S3_Bucket_NotificationFilter {
  readonly S3Key?: S3_Bucket_S3KeyFilter;
}
interface S3_Bucket_DefaultRetention {
  readonly Days?: number;
  readonly DefaultEventHold?: S3_Bucket_DefaultEventHold;
  /** COMPLIANCE | GOVERNANCE */
  readonly Mode?: string;
  readonly Years?: number;
}
interface S3_Bucket_DeleteMarkerReplication {
  /** Disabled | Enabled */
  readonly Status?: string;
}
interface S3_Bucket_ReplicationDestination {
  readonly AccessControlTranslation?: S3_Bucket_AccessControlTranslation;
  readonly Account?: string;
  readonly Bucket?: string;
  readonly EncryptionConfiguration?: S3_Bucket_EncryptionConfiguration;
  readonly Metrics?: S3_Bucket_Metrics;
  readonly ReplicationTime?: S3_Bucket_ReplicationTime;
  /** DEEP_ARCHIVE | GLACIER | GLACIER_IR | INTELLIGENT_TIERING | ONEZONE_IA | REDUCED_REDUNDANCY | STANDARD | STANDARD_IA */
  readonly StorageClass?: string;
}
interface S3_Bucket_ReplicationRuleFilter {
  readonly And?: S3_Bucket_ReplicationRuleAndOperator;
  readonly Prefix?: string;
  readonly TagFilter?: S3_Bucket_TagFilter;
}
interface S3_Bucket_SourceSelectionCriteria {
  readonly ReplicaModifications?: S3_Bucket_ReplicaModifications;
  readonly SseKmsEncryptedObjects?: S3_Bucket_SseKmsEncryptedObjects;
}
interface S3_Bucket_RedirectRule {
  readonly HostName?: string;
  readonly HttpRedirectCode?: string;
  /** http | https */
  readonly Protocol?: string;
  readonly ReplaceKeyPrefixWith?: string;
  readonly ReplaceKeyWith?: string;
}
interface S3_Bucket_RoutingRuleCondition {
  readonly HttpErrorCodeReturnedEquals?: string;
  readonly KeyPrefixEquals?: string;
}
interface S3_Bucket_S3KeyFilter {
  readonly Rules?: readonly S3_Bucket_FilterRule[];
}
interface S3_Bucket_DefaultEventHold {
  readonly Days?: number;
  readonly Years?: number;
}
interface S3_Bucket_AccessControlTranslation {
  readonly Owner?: string;
}
interface S3_Bucket_EncryptionConfiguration {
  readonly ReplicaKmsKeyID?: string;
}
interface S3_Bucket_Metrics {
  readonly EventThreshold?: S3_Bucket_ReplicationTimeValue;
  /** Disabled | Enabled */
  readonly Status?: string;
}
interface S3_Bucket_ReplicationTime {
  /** Disabled | Enabled */
  readonly Status?: string;
  readonly Time?: S3_Bucket_ReplicationTimeValue;
}
interface S3_Bucket_ReplicationRuleAndOperator {
  readonly Prefix?: string;
  readonly TagFilters?: readonly S3_Bucket_TagFilter[];
}
interface S3_Bucket_ReplicaModifications {
  /** Enabled | Disabled */
  readonly Status?: string;
}
interface S3_Bucket_SseKmsEncryptedObjects {
  /** Disabled | Enabled */
  readonly Status?: string;
}
interface S3_Bucket_FilterRule {
  readonly Name?: string;
  readonly Value?: string;
}
interface S3_Bucket_ReplicationTimeValue {
  readonly Minutes?: number;
}
interface S3_BucketPolicy {
  readonly Bucket?: string;
  readonly PolicyDocument?: Json;
}
interface S3_MultiRegionAccessPoint {
  readonly Name?: string;
  readonly PublicAccessBlockConfiguration?: S3_MultiRegionAccessPoint_PublicAccessBlockConfiguration;
  readonly Regions?: readonly S3_MultiRegionAccessPoint_Region[];
}
interface S3_MultiRegionAccessPoint_PublicAccessBlockConfiguration {
  readonly BlockPublicAcls?: boolean;
  readonly BlockPublicPolicy?: boolean;
  readonly IgnorePublicAcls?: boolean;
  readonly RestrictPublicBuckets?: boolean;
}
interface S3_MultiRegionAccessPoint_Region {
  readonly Bucket?: string;
  readonly BucketAccountId?: string;
}
interface S3_MultiRegionAccessPointPolicy {
  readonly MrapName?: string;
  readonly Policy?: Json;
}
interface S3_StorageLens {
  readonly StorageLensConfiguration?: S3_StorageLens_StorageLensConfiguration;
  readonly Tags?: readonly Tag[];
}
interface S3_StorageLens_StorageLensConfiguration {
  readonly AccountLevel?: S3_StorageLens_AccountLevel;
  readonly AwsOrg?: S3_StorageLens_AwsOrg;
  readonly DataExport?: S3_StorageLens_DataExport;
  readonly Exclude?: S3_StorageLens_BucketsAndRegions;
  readonly ExpandedPrefixesDataExport?: S3_StorageLens_StorageLensExpandedPrefixesDataExport;
  readonly Id?: string;
  readonly Include?: S3_StorageLens_BucketsAndRegions;
  readonly IsEnabled?: boolean;
  readonly PrefixDelimiter?: string;
  readonly StorageLensArn?: string;
}
interface S3_StorageLens_AccountLevel {
  readonly ActivityMetrics?: S3_StorageLens_ActivityMetrics;
  readonly AdvancedCostOptimizationMetrics?: S3_StorageLens_AdvancedCostOptimizationMetrics;
  readonly AdvancedDataProtectionMetrics?: S3_StorageLens_AdvancedDataProtectionMetrics;
  readonly AdvancedPerformanceMetrics?: S3_StorageLens_AdvancedPerformanceMetrics;
  readonly BucketLevel?: S3_StorageLens_BucketLevel;
  readonly DetailedStatusCodesMetrics?: S3_StorageLens_DetailedStatusCodesMetrics;
  readonly StorageLensGroupLevel?: S3_StorageLens_StorageLensGroupLevel;
}
interface S3_StorageLens_AwsOrg {
  readonly Arn?: string;
}
interface S3_StorageLens_DataExport {
  readonly CloudWatchMetrics?: S3_StorageLens_CloudWatchMetrics;
  readonly S3BucketDestination?: S3_StorageLens_S3BucketDestination;
  readonly StorageLensTableDestination?: S3_StorageLens_StorageLensTableDestination;
}
interface S3_StorageLens_BucketsAndRegions {
  readonly Buckets?: readonly string[];
  readonly Regions?: readonly string[];
}
interface S3_StorageLens_StorageLensExpandedPrefixesDataExport {
  readonly S3BucketDestination?: S3_StorageLens_S3BucketDestination;
  readonly StorageLensTableDestination?: S3_StorageLens_StorageLensTableDestination;
}
interface S3_StorageLens_ActivityMetrics {
  readonly IsEnabled?: boolean;
}
interface S3_StorageLens_AdvancedCostOptimizationMetrics {
  readonly IsEnabled?: boolean;
}
interface S3_StorageLens_AdvancedDataProtectionMetrics {
  readonly IsEnabled?: boolean;
}
interface S3_StorageLens_AdvancedPerformanceMetrics {
  readonly IsEnabled?: boolean;
}
interface S3_StorageLens_BucketLevel {
  readonly ActivityMetrics?: S3_StorageLens_ActivityMetrics;
  readonly AdvancedCostOptimizationMetrics?: S3_StorageLens_AdvancedCostOptimizationMetrics;
  readonly AdvancedDataProtectionMetrics?: S3_StorageLens_AdvancedDataProtectionMetrics;
  readonly AdvancedPerformanceMetrics?: S3_StorageLens_AdvancedPerformanceMetrics;
  readonly DetailedStatusCodesMetrics?: S3_StorageLens_DetailedStatusCodesMetrics;
  readonly PrefixLevel?: S3_StorageLens_PrefixLevel;
}
interface S3_StorageLens_DetailedStatusCodesMetrics {
  readonly IsEnabled?: boolean;
}
interface S3_StorageLens_StorageLensGroupLevel {
  readonly StorageLensGroupSelectionCriteria?: S3_StorageLens_StorageLensGroupSelectionCriteria;
}
interface S3_StorageLens_CloudWatchMetrics {
  readonly IsEnabled?: boolean;
}
interface S3_StorageLens_S3BucketDestination {
  readonly AccountId?: string;
  readonly Arn?: string;
  readonly Encryption?: S3_StorageLens_Encryption;
  /** CSV | Parquet */
  readonly Format?: string;
  /** V_1 */
  readonly OutputSchemaVersion?: string;
  readonly Prefix?: string;
}
interface S3_StorageLens_StorageLensTableDestination {
  readonly Encryption?: S3_StorageLens_Encryption;
  readonly IsEnabled?: boolean;
}
interface S3_StorageLens_PrefixLevel {
  readonly StorageMetrics?: S3_StorageLens_PrefixLevelStorageMetrics;
}
interface S3_StorageLens_StorageLensGroupSelectionCriteria {
  readonly Exclude?: readonly string[];
  readonly Include?: readonly string[];
}
interface S3_StorageLens_Encryption {
  readonly SSEKMS?: S3_StorageLens_SSEKMS;
  readonly SSES3?: Json;
}
interface S3_StorageLens_PrefixLevelStorageMetrics {
  readonly IsEnabled?: boolean;
  readonly SelectionCriteria?: S3_StorageLens_SelectionCriteria;
}
interface S3_StorageLens_SSEKMS {
  readonly KeyId?: string;
}
interface S3_StorageLens_SelectionCriteria {
  readonly Delimiter?: string;
  readonly MaxDepth?: number;
  readonly MinStorageBytesPercentage?: number;
}
interface S3_StorageLensGroup {
  readonly Filter?: S3_StorageLensGroup_Filter;
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface S3_StorageLensGroup_Filter {
  readonly And?: S3_StorageLensGroup_And;
  readonly MatchAnyPrefix?: readonly string[];
  readonly MatchAnySuffix?: readonly string[];
  readonly MatchAnyTag?: readonly Tag[];
  readonly MatchObjectAge?: S3_StorageLensGroup_MatchObjectAge;
  readonly MatchObjectSize?: S3_StorageLensGroup_MatchObjectSize;
  readonly Or?: S3_StorageLensGroup_Or;
}
interface S3_StorageLensGroup_And {
  readonly MatchAnyPrefix?: readonly string[];
  readonly MatchAnySuffix?: readonly string[];
  readonly MatchAnyTag?: readonly Tag[];
  readonly MatchObjectAge?: S3_StorageLensGroup_MatchObjectAge;
  readonly MatchObjectSize?: S3_StorageLensGroup_MatchObjectSize;
}
interface S3_StorageLensGroup_MatchObjectAge {
  readonly DaysGreaterThan?: number;
  readonly DaysLessThan?: number;
}
interface S3_StorageLensGroup_MatchObjectSize {
  readonly BytesGreaterThan?: number;
  readonly BytesLessThan?: number;
}
interface S3_StorageLensGroup_Or {
  readonly MatchAnyPrefix?: readonly string[];
  readonly MatchAnySuffix?: readonly string[];
  readonly MatchAnyTag?: readonly Tag[];
  readonly MatchObjectAge?: S3_StorageLensGroup_MatchObjectAge;
  readonly MatchObjectSize?: S3_StorageLensGroup_MatchObjectSize;
}
interface S3Tables_TableBucketPolicy {
  readonly ResourcePolicy?: Json;
  readonly TableBucketARN?: string;
}
interface SES_ConfigurationSet {
  readonly ArchivingOptions?: SES_ConfigurationSet_ArchivingOptions;
  readonly DeliveryOptions?: SES_ConfigurationSet_DeliveryOptions;
  readonly Name?: string;
  readonly ReputationOptions?: SES_ConfigurationSet_ReputationOptions;
  readonly SendingOptions?: SES_ConfigurationSet_SendingOptions;
  readonly SuppressionOptions?: SES_ConfigurationSet_SuppressionOptions;
  readonly Tags?: readonly Tag[];
  readonly TrackingOptions?: SES_ConfigurationSet_TrackingOptions;
  readonly VdmOptions?: SES_ConfigurationSet_VdmOptions;
}
interface SES_ConfigurationSet_ArchivingOptions {
  readonly ArchiveArn?: string;
}
interface SES_ConfigurationSet_DeliveryOptions {
  readonly MaxDeliverySeconds?: number;
  readonly SendingPoolName?: string;
  readonly TlsPolicy?: string;
}
interface SES_ConfigurationSet_ReputationOptions {
  readonly ReputationMetricsEnabled?: boolean;
}
interface SES_ConfigurationSet_SendingOptions {
  readonly SendingEnabled?: boolean;
}
interface SES_ConfigurationSet_SuppressionOptions {
  readonly SuppressedReasons?: readonly string[];
  readonly ValidationOptions?: SES_ConfigurationSet_ValidationOptions;
}
interface SES_ConfigurationSet_TrackingOptions {
  readonly CustomRedirectDomain?: string;
  readonly HttpsPolicy?: string;
}
interface SES_ConfigurationSet_VdmOptions {
  readonly DashboardOptions?: SES_ConfigurationSet_DashboardOptions;
  readonly GuardianOptions?: SES_ConfigurationSet_GuardianOptions;
}
interface SES_ConfigurationSet_ValidationOptions {
  readonly ConditionThreshold?: SES_ConfigurationSet_ConditionThreshold;
}
interface SES_ConfigurationSet_DashboardOptions {
  readonly EngagementMetrics?: string;
}
interface SES_ConfigurationSet_GuardianOptions {
  readonly OptimizedSharedDelivery?: string;
}
interface SES_ConfigurationSet_ConditionThreshold {
  readonly ConditionThresholdEnabled?: string;
  readonly OverallConfidenceThreshold?: SES_ConfigurationSet_OverallConfidenceThreshold;
}
interface SES_ConfigurationSet_OverallConfidenceThreshold {
  readonly ConfidenceVerdictThreshold?: string;
}
interface SES_EmailIdentity {
  readonly ConfigurationSetAttributes?: SES_EmailIdentity_ConfigurationSetAttributes;
  readonly DkimAttributes?: SES_EmailIdentity_DkimAttributes;
  readonly DkimSigningAttributes?: SES_EmailIdentity_DkimSigningAttributes;
  readonly EmailIdentity?: string;
  readonly FeedbackAttributes?: SES_EmailIdentity_FeedbackAttributes;
  readonly MailFromAttributes?: SES_EmailIdentity_MailFromAttributes;
  readonly Tags?: readonly Tag[];
}
interface SES_EmailIdentity_ConfigurationSetAttributes {
  readonly ConfigurationSetName?: string;
}
interface SES_EmailIdentity_DkimAttributes {
  readonly SigningEnabled?: boolean;
}
interface SES_EmailIdentity_DkimSigningAttributes {
  readonly DomainSigningPrivateKey?: string;
  readonly DomainSigningSelector?: string;
  readonly NextSigningKeyLength?: string;
}
interface SES_EmailIdentity_FeedbackAttributes {
  readonly EmailForwardingEnabled?: boolean;
}
interface SES_EmailIdentity_MailFromAttributes {
  readonly BehaviorOnMxFailure?: string;
  readonly MailFromDomain?: string;
}
interface SES_ReceiptRule {
  readonly After?: string;
  readonly Rule?: SES_ReceiptRule_Rule;
  readonly RuleSetName?: string;
}
interface SES_ReceiptRule_Rule {
  readonly Actions?: readonly SES_ReceiptRule_Action[];
  readonly Enabled?: boolean;
  readonly Name?: string;
  readonly Recipients?: readonly string[];
  readonly ScanEnabled?: boolean;
  readonly TlsPolicy?: string;
}
interface SES_ReceiptRule_Action {
  readonly AddHeaderAction?: SES_ReceiptRule_AddHeaderAction;
  readonly BounceAction?: SES_ReceiptRule_BounceAction;
  readonly ConnectAction?: SES_ReceiptRule_ConnectAction;
  readonly LambdaAction?: SES_ReceiptRule_LambdaAction;
  readonly S3Action?: SES_ReceiptRule_S3Action;
  readonly SNSAction?: SES_ReceiptRule_SNSAction;
  readonly StopAction?: SES_ReceiptRule_StopAction;
  readonly WorkmailAction?: SES_ReceiptRule_WorkmailAction;
}
interface SES_ReceiptRule_AddHeaderAction {
  readonly HeaderName?: string;
  readonly HeaderValue?: string;
}
interface SES_ReceiptRule_BounceAction {
  readonly Message?: string;
  readonly Sender?: string;
  readonly SmtpReplyCode?: string;
  readonly StatusCode?: string;
  readonly TopicArn?: string;
}
interface SES_ReceiptRule_ConnectAction {
  readonly IAMRoleARN?: string;
  readonly InstanceARN?: string;
}
interface SES_ReceiptRule_LambdaAction {
  readonly FunctionArn?: string;
  readonly InvocationType?: string;
  readonly TopicArn?: string;
}
interface SES_ReceiptRule_S3Action {
  readonly BucketName?: string;
  readonly IamRoleArn?: string;
  readonly KmsKeyArn?: string;
  readonly ObjectKeyPrefix?: string;
  readonly TopicArn?: string;
}
interface SES_ReceiptRule_SNSAction {
  readonly Encoding?: string;
  readonly TopicArn?: string;
}
interface SES_ReceiptRule_StopAction {
  readonly Scope?: string;
  readonly TopicArn?: string;
}
interface SES_ReceiptRule_WorkmailAction {
  readonly OrganizationArn?: string;
  readonly TopicArn?: string;
}
interface SES_ReceiptRuleSet {
  readonly RuleSetName?: string;
}
interface SNS_Subscription {
  readonly DeliveryPolicy?: Json;
  readonly Endpoint?: string;
  readonly FilterPolicy?: Json;
  readonly FilterPolicyScope?: string;
  readonly Protocol?: string;
  readonly RawMessageDelivery?: boolean;
  readonly RedrivePolicy?: Json;
  readonly Region?: string;
  readonly ReplayPolicy?: Json;
  readonly SubscriptionRoleArn?: string;
  readonly TopicArn?: string;
}
interface SNS_Topic {
  readonly ArchivePolicy?: Json;
  readonly ContentBasedDeduplication?: boolean;
  readonly DataProtectionPolicy?: Json;
  readonly DeliveryStatusLogging?: readonly SNS_Topic_LoggingConfig[];
  readonly DisplayName?: string;
  readonly FifoThroughputScope?: string;
  readonly FifoTopic?: boolean;
  readonly KmsMasterKeyId?: string;
  readonly MaximumMessageSize?: number;
  readonly SignatureVersion?: string;
  readonly Subscription?: readonly SNS_Topic_Subscription[];
  readonly Tags?: readonly Tag[];
  readonly TopicName?: string;
  readonly TracingConfig?: string;
}
interface SNS_Topic_LoggingConfig {
  readonly FailureFeedbackRoleArn?: string;
  /** http/s | sqs | lambda | firehose | application */
  readonly Protocol?: string;
  readonly SuccessFeedbackRoleArn?: string;
  readonly SuccessFeedbackSampleRate?: string;
}
interface SNS_Topic_Subscription {
  readonly Endpoint?: string;
  readonly Protocol?: string;
}
interface SNS_TopicInlinePolicy {
  readonly PolicyDocument?: Json;
  readonly TopicArn?: string;
}
interface SNS_TopicPolicy {
  readonly PolicyDocument?: Json;
  readonly Topics?: readonly string[];
}
interface SQS_Queue {
  readonly ContentBasedDeduplication?: boolean;
  readonly DeduplicationScope?: string;
  readonly DelaySeconds?: number;
  readonly FifoQueue?: boolean;
  readonly FifoThroughputLimit?: string;
  readonly KmsDataKeyReusePeriodSeconds?: number;
  readonly KmsMasterKeyId?: string;
  readonly MaximumMessageSize?: number;
  readonly MessageRetentionPeriod?: number;
  readonly QueueName?: string;
  readonly ReceiveMessageWaitTimeSeconds?: number;
  readonly RedriveAllowPolicy?: Json;
  readonly RedrivePolicy?: Json;
  readonly SqsManagedSseEnabled?: boolean;
  readonly Tags?: readonly Tag[];
  readonly VisibilityTimeout?: number;
}
interface SQS_QueueInlinePolicy {
  readonly PolicyDocument?: Json;
  readonly Queue?: string;
}
interface SQS_QueuePolicy {
  readonly PolicyDocument?: Json;
  readonly Queues?: readonly string[];
}
interface SSM_Document {
  readonly Attachments?: readonly SSM_Document_AttachmentsSource[];
  readonly Content?: Json;
  /** YAML | JSON | TEXT */
  readonly DocumentFormat?: string;
  readonly DocumentType?: string;
  readonly Name?: string;
  readonly Requires?: readonly SSM_Document_DocumentRequires[];
  readonly Tags?: readonly Tag[];
  readonly TargetType?: string;
  /** Replace | NewVersion */
  readonly UpdateMethod?: string;
  readonly VersionName?: string;
}
interface SSM_Document_AttachmentsSource {
  /** SourceUrl | S3FileUrl | AttachmentReference */
  readonly Key?: string;
  readonly Name?: string;
  readonly Values?: readonly string[];
}
interface SSM_Document_DocumentRequires {
  readonly Name?: string;
  readonly Version?: string;
}
interface SSM_Parameter {
  readonly AllowedPattern?: string;
  /** text | aws:ec2:image */
  readonly DataType?: string;
  readonly Description?: string;
  readonly Name?: string;
  readonly Policies?: string;
  readonly Tags?: { readonly [key: string]: string };
  /** Standard | Advanced | Intelligent-Tiering */
  readonly Tier?: string;
  /** String | StringList */
  readonly Type?: string;
  readonly Value?: string;
}
interface SageMaker_Endpoint {
  readonly DeploymentConfig?: SageMaker_Endpoint_DeploymentConfig;
  readonly EndpointConfigName?: string;
  readonly EndpointName?: string;
  readonly ExcludeRetainedVariantProperties?: readonly SageMaker_Endpoint_VariantProperty[];
  readonly RetainAllVariantProperties?: boolean;
  readonly RetainDeploymentConfig?: boolean;
  readonly Tags?: readonly Tag[];
}
interface SageMaker_Endpoint_DeploymentConfig {
  readonly AutoRollbackConfiguration?: SageMaker_Endpoint_AutoRollbackConfig;
  readonly BlueGreenUpdatePolicy?: SageMaker_Endpoint_BlueGreenUpdatePolicy;
  readonly RollingUpdatePolicy?: SageMaker_Endpoint_RollingUpdatePolicy;
}
interface SageMaker_Endpoint_VariantProperty {
  readonly VariantPropertyType?: string;
}
interface SageMaker_Endpoint_AutoRollbackConfig {
  readonly Alarms?: readonly SageMaker_Endpoint_Alarm[];
}
interface SageMaker_Endpoint_BlueGreenUpdatePolicy {
  readonly MaximumExecutionTimeoutInSeconds?: number;
  readonly TerminationWaitInSeconds?: number;
  readonly TrafficRoutingConfiguration?: SageMaker_Endpoint_TrafficRoutingConfig;
}
interface SageMaker_Endpoint_RollingUpdatePolicy {
  readonly MaximumBatchSize?: SageMaker_Endpoint_CapacitySize;
  readonly MaximumExecutionTimeoutInSeconds?: number;
  readonly RollbackMaximumBatchSize?: SageMaker_Endpoint_CapacitySize;
  readonly WaitIntervalInSeconds?: number;
}
interface SageMaker_Endpoint_Alarm {
  readonly AlarmName?: string;
}
interface SageMaker_Endpoint_TrafficRoutingConfig {
  readonly CanarySize?: SageMaker_Endpoint_CapacitySize;
  readonly LinearStepSize?: SageMaker_Endpoint_CapacitySize;
  readonly Type?: string;
  readonly WaitIntervalInSeconds?: number;
}
interface SageMaker_Endpoint_CapacitySize {
  readonly Type?: string;
  readonly Value?: number;
}
interface SageMaker_NotebookInstance {
  readonly AcceleratorTypes?: readonly string[];
  readonly AdditionalCodeRepositories?: readonly string[];
  readonly DefaultCodeRepository?: string;
  readonly DirectInternetAccess?: string;
  readonly InstanceMetadataServiceConfiguration?: SageMaker_NotebookInstance_InstanceMetadataServiceConfiguration;
  readonly InstanceType?: string;
  readonly KmsKeyId?: string;
  readonly LifecycleConfigName?: string;
  readonly NotebookInstanceName?: string;
  readonly PlatformIdentifier?: string;
  readonly RoleArn?: string;
  readonly RootAccess?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetId?: string;
  readonly Tags?: readonly Tag[];
  readonly VolumeSizeInGB?: number;
}
interface SageMaker_NotebookInstance_InstanceMetadataServiceConfiguration {
  readonly MinimumInstanceMetadataServiceVersion?: string;
}
interface Scheduler_Schedule {
  readonly Description?: string;
  readonly EndDate?: string;
  readonly FlexibleTimeWindow?: Scheduler_Schedule_FlexibleTimeWindow;
  readonly GroupName?: string;
  readonly KmsKeyArn?: string;
  readonly Name?: string;
  readonly ScheduleExpression?: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly StartDate?: string;
  /** ENABLED | DISABLED */
  readonly State?: string;
  readonly Target?: Scheduler_Schedule_Target;
}
interface Scheduler_Schedule_FlexibleTimeWindow {
  readonly MaximumWindowInMinutes?: number;
  /** OFF | FLEXIBLE */
  readonly Mode?: string;
}
interface Scheduler_Schedule_Target {
  readonly Arn?: string;
  readonly DeadLetterConfig?: Scheduler_Schedule_DeadLetterConfig;
  readonly EcsParameters?: Scheduler_Schedule_EcsParameters;
  readonly EventBridgeParameters?: Scheduler_Schedule_EventBridgeParameters;
  readonly Input?: string;
  readonly KinesisParameters?: Scheduler_Schedule_KinesisParameters;
  readonly RetryPolicy?: Scheduler_Schedule_RetryPolicy;
  readonly RoleArn?: string;
  readonly SageMakerPipelineParameters?: Scheduler_Schedule_SageMakerPipelineParameters;
  readonly SqsParameters?: Scheduler_Schedule_SqsParameters;
}
interface Scheduler_Schedule_DeadLetterConfig {
  readonly Arn?: string;
}
interface Scheduler_Schedule_EcsParameters {
  readonly CapacityProviderStrategy?: readonly Scheduler_Schedule_CapacityProviderStrategyItem[];
  readonly EnableECSManagedTags?: boolean;
  readonly EnableExecuteCommand?: boolean;
  readonly Group?: string;
  /** EC2 | FARGATE | EXTERNAL */
  readonly LaunchType?: string;
  readonly NetworkConfiguration?: Scheduler_Schedule_NetworkConfiguration;
  readonly PlacementConstraints?: readonly Scheduler_Schedule_PlacementConstraint[];
  readonly PlacementStrategy?: readonly Scheduler_Schedule_PlacementStrategy[];
  readonly PlatformVersion?: string;
  /** TASK_DEFINITION */
  readonly PropagateTags?: string;
  readonly ReferenceId?: string;
  readonly Tags?: readonly { readonly [key: string]: string }[];
  readonly TaskCount?: number;
  readonly TaskDefinitionArn?: string;
}
interface Scheduler_Schedule_EventBridgeParameters {
  readonly DetailType?: string;
  readonly Source?: string;
}
interface Scheduler_Schedule_KinesisParameters {
  readonly PartitionKey?: string;
}
interface Scheduler_Schedule_RetryPolicy {
  readonly MaximumEventAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
}
interface Scheduler_Schedule_SageMakerPipelineParameters {
  readonly PipelineParameterList?: readonly Scheduler_Schedule_SageMakerPipelineParameter[];
}
interface Scheduler_Schedule_SqsParameters {
  readonly MessageGroupId?: string;
}
interface Scheduler_Schedule_CapacityProviderStrategyItem {
  readonly Base?: number;
  readonly CapacityProvider?: string;
  readonly Weight?: number;
}
interface Scheduler_Schedule_NetworkConfiguration {
  readonly AwsvpcConfiguration?: Scheduler_Schedule_AwsVpcConfiguration;
}
interface Scheduler_Schedule_PlacementConstraint {
  readonly Expression?: string;
  /** distinctInstance | memberOf */
  readonly Type?: string;
}
interface Scheduler_Schedule_PlacementStrategy {
  readonly Field?: string;
  /** random | spread | binpack */
  readonly Type?: string;
}
interface Scheduler_Schedule_SageMakerPipelineParameter {
  readonly Name?: string;
  readonly Value?: string;
}
interface Scheduler_Schedule_AwsVpcConfiguration {
  /** ENABLED | DISABLED */
  readonly AssignPublicIp?: string;
  readonly SecurityGroups?: readonly string[];
  readonly Subnets?: readonly string[];
}
interface Scheduler_ScheduleGroup {
  readonly Name?: string;
  readonly Tags?: readonly Tag[];
}
interface SecretsManager_ResourcePolicy {
  readonly BlockPublicPolicy?: boolean;
  readonly ResourcePolicy?: Json;
  readonly SecretId?: string;
}
interface SecretsManager_RotationSchedule {
  readonly ExternalSecretRotationMetadata?: readonly SecretsManager_RotationSchedule_ExternalSecretRotationMetadataItem[];
  readonly ExternalSecretRotationRoleArn?: string;
  readonly HostedRotationLambda?: SecretsManager_RotationSchedule_HostedRotationLambda;
  readonly RotateImmediatelyOnUpdate?: boolean;
  readonly RotationLambdaARN?: string;
  readonly RotationRules?: SecretsManager_RotationSchedule_RotationRules;
  readonly SecretId?: string;
}
interface SecretsManager_RotationSchedule_ExternalSecretRotationMetadataItem {
  readonly Key?: string;
  readonly Value?: string;
}
interface SecretsManager_RotationSchedule_HostedRotationLambda {
  readonly ExcludeCharacters?: string;
  readonly KmsKeyArn?: string;
  readonly MasterSecretArn?: string;
  readonly MasterSecretKmsKeyArn?: string;
  readonly RotationLambdaName?: string;
  readonly RotationType?: string;
  readonly Runtime?: string;
  readonly SuperuserSecretArn?: string;
  readonly SuperuserSecretKmsKeyArn?: string;
  readonly VpcSecurityGroupIds?: string;
  readonly VpcSubnetIds?: string;
}
interface SecretsManager_RotationSchedule_RotationRules {
  readonly AutomaticallyAfterDays?: number;
  readonly Duration?: string;
  readonly ScheduleExpression?: string;
}
interface SecretsManager_Secret {
  readonly Description?: string;
  readonly GenerateSecretString?: SecretsManager_Secret_GenerateSecretString;
  readonly KmsKeyId?: string;
  readonly Name?: string;
  readonly ReplicaRegions?: readonly SecretsManager_Secret_ReplicaRegion[];
  readonly SecretString?: string;
  readonly Tags?: readonly Tag[];
  readonly Type?: string;
}
interface SecretsManager_Secret_GenerateSecretString {
  readonly ExcludeCharacters?: string;
  readonly ExcludeLowercase?: boolean;
  readonly ExcludeNumbers?: boolean;
  readonly ExcludePunctuation?: boolean;
  readonly ExcludeUppercase?: boolean;
  readonly GenerateStringKey?: string;
  readonly IncludeSpace?: boolean;
  readonly PasswordLength?: number;
  readonly RequireEachIncludedType?: boolean;
  readonly SecretStringTemplate?: string;
}
interface SecretsManager_Secret_ReplicaRegion {
  readonly KmsKeyId?: string;
  readonly Region?: string;
}
interface SecretsManager_SecretTargetAttachment {
  readonly SecretId?: string;
  readonly TargetId?: string;
  readonly TargetType?: string;
}
interface ServiceDiscovery_Service {
  readonly Description?: string;
  readonly DnsConfig?: ServiceDiscovery_Service_DnsConfig;
  readonly HealthCheckConfig?: ServiceDiscovery_Service_HealthCheckConfig;
  readonly HealthCheckCustomConfig?: ServiceDiscovery_Service_HealthCheckCustomConfig;
  readonly Name?: string;
  readonly NamespaceId?: string;
  readonly ServiceAttributes?: { readonly [key: string]: string };
  readonly Tags?: readonly Tag[];
  readonly Type?: string;
}
interface ServiceDiscovery_Service_DnsConfig {
  readonly DnsRecords?: readonly ServiceDiscovery_Service_DnsRecord[];
  readonly NamespaceId?: string;
  readonly RoutingPolicy?: string;
}
interface ServiceDiscovery_Service_HealthCheckConfig {
  readonly FailureThreshold?: number;
  readonly ResourcePath?: string;
  readonly Type?: string;
}
interface ServiceDiscovery_Service_HealthCheckCustomConfig {
  readonly FailureThreshold?: number;
}
interface ServiceDiscovery_Service_DnsRecord {
  readonly TTL?: number;
  readonly Type?: string;
}
interface Signer_SigningProfile {
  /** AWSLambda-SHA384-ECDSA | Notation-OCI-SHA384-ECDSA */
  readonly PlatformId?: string;
  readonly ProfileName?: string;
  readonly SignatureValidityPeriod?: Signer_SigningProfile_SignatureValidityPeriod;
  readonly Tags?: readonly Tag[];
}
interface Signer_SigningProfile_SignatureValidityPeriod {
  /** DAYS | MONTHS | YEARS */
  readonly Type?: string;
  readonly Value?: number;
}
interface StepFunctions_Activity {
  readonly EncryptionConfiguration?: StepFunctions_Activity_EncryptionConfiguration;
  readonly Name?: string;
  readonly Tags?: readonly StepFunctions_Activity_TagsEntry[];
}
interface StepFunctions_Activity_EncryptionConfiguration {
  readonly KmsDataKeyReusePeriodSeconds?: number;
  readonly KmsKeyId?: string;
  /** CUSTOMER_MANAGED_KMS_KEY | AWS_OWNED_KEY */
  readonly Type?: string;
}
interface StepFunctions_Activity_TagsEntry {
  readonly Key?: string;
  readonly Value?: string;
}
interface StepFunctions_StateMachine {
  readonly Definition?: Json;
  readonly DefinitionS3Location?: StepFunctions_StateMachine_S3Location;
  readonly DefinitionString?: string;
  readonly DefinitionSubstitutions?: { readonly [key: string]: string | number | boolean };
  readonly EncryptionConfiguration?: StepFunctions_StateMachine_EncryptionConfiguration;
  readonly LoggingConfiguration?: StepFunctions_StateMachine_LoggingConfiguration;
  readonly RoleArn?: string;
  readonly StateMachineName?: string;
  /** STANDARD | EXPRESS */
  readonly StateMachineType?: string;
  readonly Tags?: readonly StepFunctions_StateMachine_TagsEntry[];
  readonly TracingConfiguration?: StepFunctions_StateMachine_TracingConfiguration;
}
interface StepFunctions_StateMachine_S3Location {
  readonly Bucket?: string;
  readonly Key?: string;
  readonly Version?: string;
}
interface StepFunctions_StateMachine_EncryptionConfiguration {
  readonly KmsDataKeyReusePeriodSeconds?: number;
  readonly KmsKeyId?: string;
  /** CUSTOMER_MANAGED_KMS_KEY | AWS_OWNED_KEY */
  readonly Type?: string;
}
interface StepFunctions_StateMachine_LoggingConfiguration {
  readonly Destinations?: readonly StepFunctions_StateMachine_LogDestination[];
  readonly IncludeExecutionData?: boolean;
  /** ALL | ERROR | FATAL | OFF */
  readonly Level?: string;
}
interface StepFunctions_StateMachine_TagsEntry {
  readonly Key?: string;
  readonly Value?: string;
}
interface StepFunctions_StateMachine_TracingConfiguration {
  readonly Enabled?: boolean;
}
interface StepFunctions_StateMachine_LogDestination {
  readonly CloudWatchLogsLogGroup?: StepFunctions_StateMachine_CloudWatchLogsLogGroup;
}
interface StepFunctions_StateMachine_CloudWatchLogsLogGroup {
  readonly LogGroupArn?: string;
}
interface StepFunctions_StateMachineAlias {
  readonly DeploymentPreference?: StepFunctions_StateMachineAlias_DeploymentPreference;
  readonly Description?: string;
  readonly Name?: string;
  readonly RoutingConfiguration?: readonly StepFunctions_StateMachineAlias_RoutingConfigurationVersion[];
  readonly StateMachineArn?: string;
}
interface StepFunctions_StateMachineAlias_DeploymentPreference {
  readonly Alarms?: readonly string[];
  readonly Interval?: number;
  readonly Percentage?: number;
  readonly StateMachineVersionArn?: string;
  /** LINEAR | ALL_AT_ONCE | CANARY */
  readonly Type?: string;
}
interface StepFunctions_StateMachineAlias_RoutingConfigurationVersion {
  readonly StateMachineVersionArn?: string;
  readonly Weight?: number;
}
interface StepFunctions_StateMachineVersion {
  readonly Description?: string;
  readonly StateMachineArn?: string;
  readonly StateMachineRevisionId?: string;
}
interface Timestream_Database {
  readonly DatabaseName?: string;
  readonly KmsKeyId?: string;
  readonly Tags?: readonly Tag[];
}
interface Timestream_Table {
  readonly DatabaseName?: string;
  readonly MagneticStoreWriteProperties?: Timestream_Table_MagneticStoreWriteProperties;
  readonly RetentionProperties?: Timestream_Table_RetentionProperties;
  readonly Schema?: Timestream_Table_Schema;
  readonly TableName?: string;
  readonly Tags?: readonly Tag[];
}
interface Timestream_Table_MagneticStoreWriteProperties {
  readonly EnableMagneticStoreWrites?: boolean;
  readonly MagneticStoreRejectedDataLocation?: Timestream_Table_MagneticStoreRejectedDataLocation;
}
interface Timestream_Table_RetentionProperties {
  readonly MagneticStoreRetentionPeriodInDays?: string;
  readonly MemoryStoreRetentionPeriodInHours?: string;
}
interface Timestream_Table_Schema {
  readonly CompositePartitionKey?: readonly Timestream_Table_PartitionKey[];
}
interface Timestream_Table_MagneticStoreRejectedDataLocation {
  readonly S3Configuration?: Timestream_Table_S3Configuration;
}
interface Timestream_Table_PartitionKey {
  /** REQUIRED | OPTIONAL */
  readonly EnforcementInRecord?: string;
  readonly Name?: string;
  /** DIMENSION | MEASURE */
  readonly Type?: string;
}
interface Timestream_Table_S3Configuration {
  readonly BucketName?: string;
  readonly EncryptionOption?: string;
  readonly KmsKeyId?: string;
  readonly ObjectKeyPrefix?: string;
}
interface Transfer_Server {
  readonly Certificate?: string;
  /** S3 | EFS */
  readonly Domain?: string;
  readonly EndpointDetails?: Transfer_Server_EndpointDetails;
  /** PUBLIC | VPC | VPC_ENDPOINT */
  readonly EndpointType?: string;
  readonly IdentityProviderDetails?: Transfer_Server_IdentityProviderDetails;
  /** SERVICE_MANAGED | API_GATEWAY | AWS_DIRECTORY_SERVICE | AWS_LAMBDA */
  readonly IdentityProviderType?: string;
  /** IPV4 | DUALSTACK */
  readonly IpAddressType?: string;
  readonly LoggingRole?: string;
  readonly PostAuthenticationLoginBanner?: string;
  readonly PreAuthenticationLoginBanner?: string;
  readonly ProtocolDetails?: Transfer_Server_ProtocolDetails;
  readonly Protocols?: readonly string[];
  readonly S3StorageOptions?: Transfer_Server_S3StorageOptions;
  readonly SecurityPolicyName?: string;
  readonly StructuredLogDestinations?: readonly string[];
  readonly Tags?: readonly Tag[];
  readonly WorkflowDetails?: Transfer_Server_WorkflowDetails;
}
interface Transfer_Server_EndpointDetails {
  readonly AddressAllocationIds?: readonly string[];
  readonly SecurityGroupIds?: readonly string[];
  readonly SubnetIds?: readonly string[];
  readonly VpcEndpointId?: string;
  readonly VpcId?: string;
}
interface Transfer_Server_IdentityProviderDetails {
  readonly DirectoryId?: string;
  readonly Function?: string;
  readonly InvocationRole?: string;
  /** PASSWORD | PUBLIC_KEY | PUBLIC_KEY_OR_PASSWORD | PUBLIC_KEY_AND_PASSWORD */
  readonly SftpAuthenticationMethods?: string;
  readonly Url?: string;
}
interface Transfer_Server_ProtocolDetails {
  readonly As2Transports?: readonly string[];
  readonly PassiveIp?: string;
  readonly ProxyConfig?: Transfer_Server_ProxyConfig;
  /** DEFAULT | ENABLE_NO_OP */
  readonly SetStatOption?: string;
  /** DISABLED | ENABLED | ENFORCED */
  readonly TlsSessionResumptionMode?: string;
}
interface Transfer_Server_S3StorageOptions {
  /** ENABLED | DISABLED */
  readonly DirectoryListingOptimization?: string;
}
interface Transfer_Server_WorkflowDetails {
  readonly OnPartialUpload?: readonly Transfer_Server_WorkflowDetail[];
  readonly OnUpload?: readonly Transfer_Server_WorkflowDetail[];
}
interface Transfer_Server_ProxyConfig {
  /** PROXY_PROTOCOL_V2_ENFORCED | NONE */
  readonly SftpMode?: string;
}
interface Transfer_Server_WorkflowDetail {
  readonly ExecutionRole?: string;
  readonly WorkflowId?: string;
}
interface VerifiedPermissions_PolicyStore {
  readonly DeletionProtection?: VerifiedPermissions_PolicyStore_DeletionProtection;
  readonly Description?: string;
  readonly EncryptionSettings?: VerifiedPermissions_PolicyStore_EncryptionSettings;
  readonly Schema?: VerifiedPermissions_PolicyStore_SchemaDefinition;
  readonly Tags?: readonly Tag[];
  readonly ValidationSettings?: VerifiedPermissions_PolicyStore_ValidationSettings;
}
interface VerifiedPermissions_PolicyStore_DeletionProtection {
  /** ENABLED | DISABLED */
  readonly Mode?: string;
}
interface VerifiedPermissions_PolicyStore_EncryptionSettings {
  readonly Default?: Json;
  readonly KmsEncryptionSettings?: VerifiedPermissions_PolicyStore_KmsEncryptionSettings;
}
interface VerifiedPermissions_PolicyStore_SchemaDefinition {
  readonly CedarJson?: string;
}
interface VerifiedPermissions_PolicyStore_ValidationSettings {
  /** OFF | STRICT */
  readonly Mode?: string;
}
interface VerifiedPermissions_PolicyStore_KmsEncryptionSettings {
  readonly EncryptionContext?: { readonly [key: string]: string };
  readonly Key?: string;
}
interface WAFv2_IPSet {
  readonly Addresses?: readonly string[];
  readonly Description?: string;
  /** IPV4 | IPV6 */
  readonly IPAddressVersion?: string;
  readonly Name?: string;
  /** CLOUDFRONT | REGIONAL */
  readonly Scope?: string;
  readonly Tags?: readonly Tag[];
}
interface WAFv2_LoggingConfiguration {
  readonly LogDestinationConfigs?: readonly string[];
  readonly LoggingFilter?: WAFv2_LoggingConfiguration_LoggingFilter;
  readonly RedactedFields?: readonly WAFv2_LoggingConfiguration_FieldToMatch[];
  readonly ResourceArn?: string;
}
interface WAFv2_LoggingConfiguration_LoggingFilter {
  /** KEEP | DROP */
  readonly DefaultBehavior?: string;
  readonly Filters?: readonly WAFv2_LoggingConfiguration_Filter[];
}
interface WAFv2_LoggingConfiguration_FieldToMatch {
  readonly JsonBody?: Json;
  readonly Method?: Json;
  readonly QueryString?: Json;
  readonly SingleHeader?: WAFv2_LoggingConfiguration_SingleHeader;
  readonly UriPath?: Json;
}
interface WAFv2_LoggingConfiguration_Filter {
  /** KEEP | DROP */
  readonly Behavior?: string;
  readonly Conditions?: readonly WAFv2_LoggingConfiguration_Condition[];
  /** MEETS_ALL | MEETS_ANY */
  readonly Requirement?: string;
}
interface WAFv2_LoggingConfiguration_SingleHeader {
  readonly Name?: string;
}
interface WAFv2_LoggingConfiguration_Condition {
  readonly ActionCondition?: WAFv2_LoggingConfiguration_ActionCondition;
  readonly LabelNameCondition?: WAFv2_LoggingConfiguration_LabelNameCondition;
}
interface WAFv2_LoggingConfiguration_ActionCondition {
  /** ALLOW | BLOCK | COUNT | CAPTCHA | CHALLENGE | MONETIZE | EXCLUDED_AS_COUNT */
  readonly Action?: string;
}
interface WAFv2_LoggingConfiguration_LabelNameCondition {
  readonly LabelName?: string;
}
interface WAFv2_RegexPatternSet {
  readonly Description?: string;
  readonly Name?: string;
  readonly RegularExpressionList?: readonly string[];
  /** CLOUDFRONT | REGIONAL */
  readonly Scope?: string;
  readonly Tags?: readonly Tag[];
}
interface WAFv2_RuleGroup {
  readonly AvailableLabels?: readonly WAFv2_RuleGroup_LabelSummary[];
  readonly Capacity?: number;
  readonly ConsumedLabels?: readonly WAFv2_RuleGroup_LabelSummary[];
  readonly CustomResponseBodies?: { readonly [key: string]: WAFv2_RuleGroup_CustomResponseBody };
  readonly Description?: string;
  readonly MonetizationConfig?: WAFv2_RuleGroup_MonetizationConfig;
  readonly Name?: string;
  readonly Rules?: readonly WAFv2_RuleGroup_Rule[];
  /** CLOUDFRONT | REGIONAL */
  readonly Scope?: string;
  readonly Tags?: readonly Tag[];
  readonly VisibilityConfig?: WAFv2_RuleGroup_VisibilityConfig;
}
interface WAFv2_RuleGroup_LabelSummary {
  readonly Name?: string;
}
interface WAFv2_RuleGroup_CustomResponseBody {
  readonly Content?: string;
  /** TEXT_PLAIN | TEXT_HTML | APPLICATION_JSON */
  readonly ContentType?: string;
}
interface WAFv2_RuleGroup_MonetizationConfig {
  readonly CryptoConfig?: WAFv2_RuleGroup_CryptoConfig;
  /** REAL | TEST */
  readonly CurrencyMode?: string;
}
interface WAFv2_RuleGroup_Rule {
  readonly Action?: WAFv2_RuleGroup_RuleAction;
  readonly CaptchaConfig?: WAFv2_RuleGroup_CaptchaConfig;
  readonly ChallengeConfig?: WAFv2_RuleGroup_ChallengeConfig;
  readonly Name?: string;
  readonly Priority?: number;
  readonly RuleLabels?: readonly WAFv2_RuleGroup_Label[];
  readonly Statement?: WAFv2_RuleGroup_Statement;
  readonly VisibilityConfig?: WAFv2_RuleGroup_VisibilityConfig;
}
interface WAFv2_RuleGroup_VisibilityConfig {
  readonly CloudWatchMetricsEnabled?: boolean;
  readonly MetricName?: string;
  readonly SampledRequestsEnabled?: boolean;
}
interface WAFv2_RuleGroup_CryptoConfig {
  readonly PaymentNetworks?: readonly WAFv2_RuleGroup_PaymentNetwork[];
}
interface WAFv2_RuleGroup_RuleAction {
  readonly Allow?: WAFv2_RuleGroup_Allow;
  readonly Block?: WAFv2_RuleGroup_Block;
  readonly Captcha?: WAFv2_RuleGroup_Captcha;
  readonly Challenge?: WAFv2_RuleGroup_Challenge;
  readonly Count?: WAFv2_RuleGroup_Count;
  readonly Monetize?: WAFv2_RuleGroup_MonetizeAction;
}
interface WAFv2_RuleGroup_CaptchaConfig {
  readonly ImmunityTimeProperty?: WAFv2_RuleGroup_ImmunityTimeProperty;
}
interface WAFv2_RuleGroup_ChallengeConfig {
  readonly ImmunityTimeProperty?: WAFv2_RuleGroup_ImmunityTimeProperty;
}
interface WAFv2_RuleGroup_Label {
  readonly Name?: string;
}
interface WAFv2_RuleGroup_Statement {
  readonly AndStatement?: WAFv2_RuleGroup_AndStatement;
  readonly AsnMatchStatement?: WAFv2_RuleGroup_AsnMatchStatement;
  readonly ByteMatchStatement?: WAFv2_RuleGroup_ByteMatchStatement;
  readonly GeoMatchStatement?: WAFv2_RuleGroup_GeoMatchStatement;
  readonly IPSetReferenceStatement?: WAFv2_RuleGroup_IPSetReferenceStatement;
  readonly LabelMatchStatement?: WAFv2_RuleGroup_LabelMatchStatement;
  readonly NotStatement?: WAFv2_RuleGroup_NotStatement;
  readonly OrStatement?: WAFv2_RuleGroup_OrStatement;
  readonly RateBasedStatement?: WAFv2_RuleGroup_RateBasedStatement;
  readonly RegexMatchStatement?: WAFv2_RuleGroup_RegexMatchStatement;
  readonly RegexPatternSetReferenceStatement?: WAFv2_RuleGroup_RegexPatternSetReferenceStatement;
  readonly SizeConstraintStatement?: WAFv2_RuleGroup_SizeConstraintStatement;
  readonly SqliMatchStatement?: WAFv2_RuleGroup_SqliMatchStatement;
  readonly XssMatchStatement?: WAFv2_RuleGroup_XssMatchStatement;
}
interface WAFv2_RuleGroup_PaymentNetwork {
  /** BASE | SOLANA | BASE_SEPOLIA | SOLANA_DEVNET */
  readonly Chain?: string;
  readonly Prices?: readonly WAFv2_RuleGroup_Price[];
  readonly WalletAddress?: string;
}
interface WAFv2_RuleGroup_Allow {
  readonly CustomRequestHandling?: WAFv2_RuleGroup_CustomRequestHandling;
}
interface WAFv2_RuleGroup_Block {
  readonly CustomResponse?: WAFv2_RuleGroup_CustomResponse;
}
interface WAFv2_RuleGroup_Captcha {
  readonly CustomRequestHandling?: WAFv2_RuleGroup_CustomRequestHandling;
}
interface WAFv2_RuleGroup_Challenge {
  readonly CustomRequestHandling?: WAFv2_RuleGroup_CustomRequestHandling;
}
interface WAFv2_RuleGroup_Count {
  readonly CustomRequestHandling?: WAFv2_RuleGroup_CustomRequestHandling;
}
interface WAFv2_RuleGroup_MonetizeAction {
  readonly PriceMultiplier?: string;
}
interface WAFv2_RuleGroup_ImmunityTimeProperty {
  readonly ImmunityTime?: number;
}
interface WAFv2_RuleGroup_AndStatement {
  readonly Statements?: readonly WAFv2_RuleGroup_Statement[];
}
interface WAFv2_RuleGroup_AsnMatchStatement {
  readonly AsnList?: readonly number[];
  readonly ForwardedIPConfig?: WAFv2_RuleGroup_ForwardedIPConfiguration;
}
interface WAFv2_RuleGroup_ByteMatchStatement {
  readonly FieldToMatch?: WAFv2_RuleGroup_FieldToMatch;
  /** EXACTLY | STARTS_WITH | ENDS_WITH | CONTAINS | CONTAINS_WORD */
  readonly PositionalConstraint?: string;
  readonly PreParseTextTransformations?: readonly WAFv2_RuleGroup_PreParseTextTransformation[];
  readonly SearchString?: string;
  readonly SearchStringBase64?: string;
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_GeoMatchStatement {
  readonly CountryCodes?: readonly string[];
  readonly ForwardedIPConfig?: WAFv2_RuleGroup_ForwardedIPConfiguration;
}
interface WAFv2_RuleGroup_IPSetReferenceStatement {
  readonly Arn?: string;
  readonly IPSetForwardedIPConfig?: WAFv2_RuleGroup_IPSetForwardedIPConfiguration;
}
interface WAFv2_RuleGroup_LabelMatchStatement {
  readonly Key?: string;
  /** LABEL | NAMESPACE */
  readonly Scope?: string;
}
interface WAFv2_RuleGroup_NotStatement {
  readonly Statement?: WAFv2_RuleGroup_Statement;
}
interface WAFv2_RuleGroup_OrStatement {
  readonly Statements?: readonly WAFv2_RuleGroup_Statement[];
}
interface WAFv2_RuleGroup_RateBasedStatement {
  /** IP | FORWARDED_IP | CONSTANT | CUSTOM_KEYS */
  readonly AggregateKeyType?: string;
  readonly CustomKeys?: readonly WAFv2_RuleGroup_RateBasedStatementCustomKey[];
  readonly EvaluationWindowSec?: number;
  readonly ForwardedIPConfig?: WAFv2_RuleGroup_ForwardedIPConfiguration;
  readonly Limit?: number;
  readonly ScopeDownStatement?: WAFv2_RuleGroup_Statement;
}
interface WAFv2_RuleGroup_RegexMatchStatement {
  readonly FieldToMatch?: WAFv2_RuleGroup_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_RuleGroup_PreParseTextTransformation[];
  readonly RegexString?: string;
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_RegexPatternSetReferenceStatement {
  readonly Arn?: string;
  readonly FieldToMatch?: WAFv2_RuleGroup_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_RuleGroup_PreParseTextTransformation[];
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_SizeConstraintStatement {
  /** EQ | NE | LE | LT | GE | GT */
  readonly ComparisonOperator?: string;
  readonly FieldToMatch?: WAFv2_RuleGroup_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_RuleGroup_PreParseTextTransformation[];
  readonly Size?: number;
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_SqliMatchStatement {
  readonly FieldToMatch?: WAFv2_RuleGroup_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_RuleGroup_PreParseTextTransformation[];
  /** LOW | HIGH */
  readonly SensitivityLevel?: string;
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_XssMatchStatement {
  readonly FieldToMatch?: WAFv2_RuleGroup_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_RuleGroup_PreParseTextTransformation[];
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_Price {
  readonly Amount?: string;
  /** USDC */
  readonly Currency?: string;
}
interface WAFv2_RuleGroup_CustomRequestHandling {
  readonly InsertHeaders?: readonly WAFv2_RuleGroup_CustomHTTPHeader[];
}
interface WAFv2_RuleGroup_CustomResponse {
  readonly CustomResponseBodyKey?: string;
  readonly ResponseCode?: number;
  readonly ResponseHeaders?: readonly WAFv2_RuleGroup_CustomHTTPHeader[];
}
interface WAFv2_RuleGroup_ForwardedIPConfiguration {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
  readonly HeaderName?: string;
}
interface WAFv2_RuleGroup_FieldToMatch {
  readonly AllQueryArguments?: Json;
  readonly Body?: WAFv2_RuleGroup_Body;
  readonly Cookies?: WAFv2_RuleGroup_Cookies;
  readonly HeaderOrder?: WAFv2_RuleGroup_HeaderOrder;
  readonly Headers?: WAFv2_RuleGroup_Headers;
  readonly JA3Fingerprint?: WAFv2_RuleGroup_JA3Fingerprint;
  readonly JA4Fingerprint?: WAFv2_RuleGroup_JA4Fingerprint;
  readonly JsonBody?: WAFv2_RuleGroup_JsonBody;
  readonly Method?: Json;
  readonly QueryString?: Json;
  readonly SingleHeader?: WAFv2_RuleGroup_SingleHeader;
  readonly SingleQueryArgument?: WAFv2_RuleGroup_SingleQueryArgument;
  readonly UriFragment?: WAFv2_RuleGroup_UriFragment;
  readonly UriPath?: Json;
}
interface WAFv2_RuleGroup_PreParseTextTransformation {
  readonly Priority?: number;
  /** NONE | URL_DECODE | URL_DECODE_UNI | COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA | REPLACE_SEMICOLONS_WITH_AMPERSANDS */
  readonly Type?: string;
}
interface WAFv2_RuleGroup_TextTransformation {
  readonly Priority?: number;
  readonly Type?: string;
}
interface WAFv2_RuleGroup_IPSetForwardedIPConfiguration {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
  readonly HeaderName?: string;
  /** FIRST | LAST | ANY */
  readonly Position?: string;
}
interface WAFv2_RuleGroup_RateBasedStatementCustomKey {
  readonly ASN?: Json;
  readonly Cookie?: WAFv2_RuleGroup_RateLimitCookie;
  readonly ForwardedIP?: Json;
  readonly HTTPMethod?: Json;
  readonly Header?: WAFv2_RuleGroup_RateLimitHeader;
  readonly IP?: Json;
  readonly JA3Fingerprint?: WAFv2_RuleGroup_RateLimitJA3Fingerprint;
  readonly JA4Fingerprint?: WAFv2_RuleGroup_RateLimitJA4Fingerprint;
  readonly LabelNamespace?: WAFv2_RuleGroup_RateLimitLabelNamespace;
  readonly QueryArgument?: WAFv2_RuleGroup_RateLimitQueryArgument;
  readonly QueryString?: WAFv2_RuleGroup_RateLimitQueryString;
  readonly UriPath?: WAFv2_RuleGroup_RateLimitUriPath;
}
interface WAFv2_RuleGroup_CustomHTTPHeader {
  readonly Name?: string;
  readonly Value?: string;
}
interface WAFv2_RuleGroup_Body {
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_RuleGroup_Cookies {
  readonly MatchPattern?: WAFv2_RuleGroup_CookieMatchPattern;
  /** ALL | KEY | VALUE */
  readonly MatchScope?: string;
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_RuleGroup_HeaderOrder {
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_RuleGroup_Headers {
  readonly MatchPattern?: WAFv2_RuleGroup_HeaderMatchPattern;
  /** ALL | KEY | VALUE */
  readonly MatchScope?: string;
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_RuleGroup_JA3Fingerprint {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_RuleGroup_JA4Fingerprint {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_RuleGroup_JsonBody {
  /** MATCH | NO_MATCH | EVALUATE_AS_STRING */
  readonly InvalidFallbackBehavior?: string;
  readonly MatchPattern?: WAFv2_RuleGroup_JsonMatchPattern;
  /** ALL | KEY | VALUE */
  readonly MatchScope?: string;
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_RuleGroup_SingleHeader {
  readonly Name?: string;
}
interface WAFv2_RuleGroup_SingleQueryArgument {
  readonly Name?: string;
}
interface WAFv2_RuleGroup_UriFragment {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_RuleGroup_RateLimitCookie {
  readonly Name?: string;
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_RateLimitHeader {
  readonly Name?: string;
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_RateLimitJA3Fingerprint {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_RuleGroup_RateLimitJA4Fingerprint {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_RuleGroup_RateLimitLabelNamespace {
  readonly Namespace?: string;
}
interface WAFv2_RuleGroup_RateLimitQueryArgument {
  readonly Name?: string;
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_RateLimitQueryString {
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_RateLimitUriPath {
  readonly TextTransformations?: readonly WAFv2_RuleGroup_TextTransformation[];
}
interface WAFv2_RuleGroup_CookieMatchPattern {
  readonly All?: Json;
  readonly ExcludedCookies?: readonly string[];
  readonly IncludedCookies?: readonly string[];
}
interface WAFv2_RuleGroup_HeaderMatchPattern {
  readonly All?: Json;
  readonly ExcludedHeaders?: readonly string[];
  readonly IncludedHeaders?: readonly string[];
}
interface WAFv2_RuleGroup_JsonMatchPattern {
  readonly All?: Json;
  readonly IncludedPaths?: readonly string[];
}
interface WAFv2_WebACL {
  readonly ApplicationConfig?: WAFv2_WebACL_ApplicationConfig;
  readonly AssociationConfig?: WAFv2_WebACL_AssociationConfig;
  readonly CaptchaConfig?: WAFv2_WebACL_CaptchaConfig;
  readonly ChallengeConfig?: WAFv2_WebACL_ChallengeConfig;
  readonly CustomResponseBodies?: { readonly [key: string]: WAFv2_WebACL_CustomResponseBody };
  readonly DataProtectionConfig?: WAFv2_WebACL_DataProtectionConfig;
  readonly DefaultAction?: WAFv2_WebACL_DefaultAction;
  readonly Description?: string;
  readonly MonetizationConfig?: WAFv2_WebACL_MonetizationConfig;
  readonly Name?: string;
  readonly OnSourceDDoSProtectionConfig?: WAFv2_WebACL_OnSourceDDoSProtectionConfig;
  readonly Rules?: readonly WAFv2_WebACL_Rule[];
  /** CLOUDFRONT | REGIONAL */
  readonly Scope?: string;
  readonly Tags?: readonly Tag[];
  readonly TokenDomains?: readonly string[];
  readonly VisibilityConfig?: WAFv2_WebACL_VisibilityConfig;
}
interface WAFv2_WebACL_ApplicationConfig {
  readonly Attributes?: readonly WAFv2_WebACL_ApplicationAttribute[];
}
interface WAFv2_WebACL_AssociationConfig {
  readonly RequestBody?: { readonly [key: string]: WAFv2_WebACL_RequestBodyAssociatedResourceTypeConfig };
}
interface WAFv2_WebACL_CaptchaConfig {
  readonly ImmunityTimeProperty?: WAFv2_WebACL_ImmunityTimeProperty;
}
interface WAFv2_WebACL_ChallengeConfig {
  readonly ImmunityTimeProperty?: WAFv2_WebACL_ImmunityTimeProperty;
}
interface WAFv2_WebACL_CustomResponseBody {
  readonly Content?: string;
  /** TEXT_PLAIN | TEXT_HTML | APPLICATION_JSON */
  readonly ContentType?: string;
}
interface WAFv2_WebACL_DataProtectionConfig {
  readonly DataProtections?: readonly WAFv2_WebACL_DataProtect[];
}
interface WAFv2_WebACL_DefaultAction {
  readonly Allow?: WAFv2_WebACL_AllowAction;
  readonly Block?: WAFv2_WebACL_BlockAction;
}
interface WAFv2_WebACL_MonetizationConfig {
  readonly CryptoConfig?: WAFv2_WebACL_CryptoConfig;
  /** REAL | TEST */
  readonly CurrencyMode?: string;
}
interface WAFv2_WebACL_OnSourceDDoSProtectionConfig {
  /** ACTIVE_UNDER_DDOS | ALWAYS_ON */
  readonly ALBLowReputationMode?: string;
}
interface WAFv2_WebACL_Rule {
  readonly Action?: WAFv2_WebACL_RuleAction;
  readonly CaptchaConfig?: WAFv2_WebACL_CaptchaConfig;
  readonly ChallengeConfig?: WAFv2_WebACL_ChallengeConfig;
  readonly Name?: string;
  readonly OverrideAction?: WAFv2_WebACL_OverrideAction;
  readonly Priority?: number;
  readonly RuleLabels?: readonly WAFv2_WebACL_Label[];
  readonly Statement?: WAFv2_WebACL_Statement;
  readonly VisibilityConfig?: WAFv2_WebACL_VisibilityConfig;
}
interface WAFv2_WebACL_VisibilityConfig {
  readonly CloudWatchMetricsEnabled?: boolean;
  readonly MetricName?: string;
  readonly SampledRequestsEnabled?: boolean;
}
interface WAFv2_WebACL_ApplicationAttribute {
  readonly Name?: string;
  readonly Values?: readonly string[];
}
interface WAFv2_WebACL_RequestBodyAssociatedResourceTypeConfig {
  /** KB_16 | KB_32 | KB_48 | KB_64 */
  readonly DefaultSizeInspectionLimit?: string;
}
interface WAFv2_WebACL_ImmunityTimeProperty {
  readonly ImmunityTime?: number;
}
interface WAFv2_WebACL_DataProtect {
  /** SUBSTITUTION | HASH */
  readonly Action?: string;
  readonly ExcludeRateBasedDetails?: boolean;
  readonly ExcludeRuleMatchDetails?: boolean;
  readonly Field?: WAFv2_WebACL_FieldToProtect;
}
interface WAFv2_WebACL_AllowAction {
  readonly CustomRequestHandling?: WAFv2_WebACL_CustomRequestHandling;
}
interface WAFv2_WebACL_BlockAction {
  readonly CustomResponse?: WAFv2_WebACL_CustomResponse;
}
interface WAFv2_WebACL_CryptoConfig {
  readonly PaymentNetworks?: readonly WAFv2_WebACL_PaymentNetwork[];
}
interface WAFv2_WebACL_RuleAction {
  readonly Allow?: WAFv2_WebACL_AllowAction;
  readonly Block?: WAFv2_WebACL_BlockAction;
  readonly Captcha?: WAFv2_WebACL_CaptchaAction;
  readonly Challenge?: WAFv2_WebACL_ChallengeAction;
  readonly Count?: WAFv2_WebACL_CountAction;
  readonly Monetize?: WAFv2_WebACL_MonetizeAction;
}
interface WAFv2_WebACL_OverrideAction {
  readonly Count?: Json;
  readonly None?: Json;
}
interface WAFv2_WebACL_Label {
  readonly Name?: string;
}
interface WAFv2_WebACL_Statement {
  readonly AndStatement?: WAFv2_WebACL_AndStatement;
  readonly AsnMatchStatement?: WAFv2_WebACL_AsnMatchStatement;
  readonly ByteMatchStatement?: WAFv2_WebACL_ByteMatchStatement;
  readonly GeoMatchStatement?: WAFv2_WebACL_GeoMatchStatement;
  readonly IPSetReferenceStatement?: WAFv2_WebACL_IPSetReferenceStatement;
  readonly LabelMatchStatement?: WAFv2_WebACL_LabelMatchStatement;
  readonly ManagedRuleGroupStatement?: WAFv2_WebACL_ManagedRuleGroupStatement;
  readonly NotStatement?: WAFv2_WebACL_NotStatement;
  readonly OrStatement?: WAFv2_WebACL_OrStatement;
  readonly RateBasedStatement?: WAFv2_WebACL_RateBasedStatement;
  readonly RegexMatchStatement?: WAFv2_WebACL_RegexMatchStatement;
  readonly RegexPatternSetReferenceStatement?: WAFv2_WebACL_RegexPatternSetReferenceStatement;
  readonly RuleGroupReferenceStatement?: WAFv2_WebACL_RuleGroupReferenceStatement;
  readonly SizeConstraintStatement?: WAFv2_WebACL_SizeConstraintStatement;
  readonly SqliMatchStatement?: WAFv2_WebACL_SqliMatchStatement;
  readonly XssMatchStatement?: WAFv2_WebACL_XssMatchStatement;
}
interface WAFv2_WebACL_FieldToProtect {
  readonly FieldKeys?: readonly string[];
  /** SINGLE_HEADER | SINGLE_COOKIE | SINGLE_QUERY_ARGUMENT | QUERY_STRING | BODY */
  readonly FieldType?: string;
}
interface WAFv2_WebACL_CustomRequestHandling {
  readonly InsertHeaders?: readonly WAFv2_WebACL_CustomHTTPHeader[];
}
interface WAFv2_WebACL_CustomResponse {
  readonly CustomResponseBodyKey?: string;
  readonly ResponseCode?: number;
  readonly ResponseHeaders?: readonly WAFv2_WebACL_CustomHTTPHeader[];
}
interface WAFv2_WebACL_PaymentNetwork {
  /** BASE | SOLANA | BASE_SEPOLIA | SOLANA_DEVNET */
  readonly Chain?: string;
  readonly Prices?: readonly WAFv2_WebACL_Price[];
  readonly WalletAddress?: string;
}
interface WAFv2_WebACL_CaptchaAction {
  readonly CustomRequestHandling?: WAFv2_WebACL_CustomRequestHandling;
}
interface WAFv2_WebACL_ChallengeAction {
  readonly CustomRequestHandling?: WAFv2_WebACL_CustomRequestHandling;
}
interface WAFv2_WebACL_CountAction {
  readonly CustomRequestHandling?: WAFv2_WebACL_CustomRequestHandling;
}
interface WAFv2_WebACL_MonetizeAction {
  readonly PriceMultiplier?: string;
}
interface WAFv2_WebACL_AndStatement {
  readonly Statements?: readonly WAFv2_WebACL_Statement[];
}
interface WAFv2_WebACL_AsnMatchStatement {
  readonly AsnList?: readonly number[];
  readonly ForwardedIPConfig?: WAFv2_WebACL_ForwardedIPConfiguration;
}
interface WAFv2_WebACL_ByteMatchStatement {
  readonly FieldToMatch?: WAFv2_WebACL_FieldToMatch;
  /** EXACTLY | STARTS_WITH | ENDS_WITH | CONTAINS | CONTAINS_WORD */
  readonly PositionalConstraint?: string;
  readonly PreParseTextTransformations?: readonly WAFv2_WebACL_PreParseTextTransformation[];
  readonly SearchString?: string;
  readonly SearchStringBase64?: string;
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_GeoMatchStatement {
  readonly CountryCodes?: readonly string[];
  readonly ForwardedIPConfig?: WAFv2_WebACL_ForwardedIPConfiguration;
}
interface WAFv2_WebACL_IPSetReferenceStatement {
  readonly Arn?: string;
  readonly IPSetForwardedIPConfig?: WAFv2_WebACL_IPSetForwardedIPConfiguration;
}
interface WAFv2_WebACL_LabelMatchStatement {
  readonly Key?: string;
  /** LABEL | NAMESPACE */
  readonly Scope?: string;
}
interface WAFv2_WebACL_ManagedRuleGroupStatement {
  readonly ExcludedRules?: readonly WAFv2_WebACL_ExcludedRule[];
  readonly ManagedRuleGroupConfigs?: readonly WAFv2_WebACL_ManagedRuleGroupConfig[];
  readonly Name?: string;
  readonly RuleActionOverrides?: readonly WAFv2_WebACL_RuleActionOverride[];
  readonly ScopeDownStatement?: WAFv2_WebACL_Statement;
  readonly VendorName?: string;
  readonly Version?: string;
}
interface WAFv2_WebACL_NotStatement {
  readonly Statement?: WAFv2_WebACL_Statement;
}
interface WAFv2_WebACL_OrStatement {
  readonly Statements?: readonly WAFv2_WebACL_Statement[];
}
interface WAFv2_WebACL_RateBasedStatement {
  /** CONSTANT | IP | FORWARDED_IP | CUSTOM_KEYS */
  readonly AggregateKeyType?: string;
  readonly CustomKeys?: readonly WAFv2_WebACL_RateBasedStatementCustomKey[];
  readonly EvaluationWindowSec?: number;
  readonly ForwardedIPConfig?: WAFv2_WebACL_ForwardedIPConfiguration;
  readonly Limit?: number;
  readonly ScopeDownStatement?: WAFv2_WebACL_Statement;
}
interface WAFv2_WebACL_RegexMatchStatement {
  readonly FieldToMatch?: WAFv2_WebACL_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_WebACL_PreParseTextTransformation[];
  readonly RegexString?: string;
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_RegexPatternSetReferenceStatement {
  readonly Arn?: string;
  readonly FieldToMatch?: WAFv2_WebACL_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_WebACL_PreParseTextTransformation[];
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_RuleGroupReferenceStatement {
  readonly Arn?: string;
  readonly ExcludedRules?: readonly WAFv2_WebACL_ExcludedRule[];
  readonly RuleActionOverrides?: readonly WAFv2_WebACL_RuleActionOverride[];
}
interface WAFv2_WebACL_SizeConstraintStatement {
  /** EQ | NE | LE | LT | GE | GT */
  readonly ComparisonOperator?: string;
  readonly FieldToMatch?: WAFv2_WebACL_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_WebACL_PreParseTextTransformation[];
  readonly Size?: number;
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_SqliMatchStatement {
  readonly FieldToMatch?: WAFv2_WebACL_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_WebACL_PreParseTextTransformation[];
  /** LOW | HIGH */
  readonly SensitivityLevel?: string;
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_XssMatchStatement {
  readonly FieldToMatch?: WAFv2_WebACL_FieldToMatch;
  readonly PreParseTextTransformations?: readonly WAFv2_WebACL_PreParseTextTransformation[];
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_CustomHTTPHeader {
  readonly Name?: string;
  readonly Value?: string;
}
interface WAFv2_WebACL_Price {
  readonly Amount?: string;
  /** USDC */
  readonly Currency?: string;
}
interface WAFv2_WebACL_ForwardedIPConfiguration {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
  readonly HeaderName?: string;
}
interface WAFv2_WebACL_FieldToMatch {
  readonly AllQueryArguments?: Json;
  readonly Body?: WAFv2_WebACL_Body;
  readonly Cookies?: WAFv2_WebACL_Cookies;
  readonly HeaderOrder?: WAFv2_WebACL_HeaderOrder;
  readonly Headers?: WAFv2_WebACL_Headers;
  readonly JA3Fingerprint?: WAFv2_WebACL_JA3Fingerprint;
  readonly JA4Fingerprint?: WAFv2_WebACL_JA4Fingerprint;
  readonly JsonBody?: WAFv2_WebACL_JsonBody;
  readonly Method?: Json;
  readonly QueryString?: Json;
  readonly SingleHeader?: WAFv2_WebACL_SingleHeader;
  readonly SingleQueryArgument?: WAFv2_WebACL_SingleQueryArgument;
  readonly UriFragment?: WAFv2_WebACL_UriFragment;
  readonly UriPath?: Json;
}
interface WAFv2_WebACL_PreParseTextTransformation {
  readonly Priority?: number;
  /** NONE | URL_DECODE | URL_DECODE_UNI | COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA | REPLACE_SEMICOLONS_WITH_AMPERSANDS */
  readonly Type?: string;
}
interface WAFv2_WebACL_TextTransformation {
  readonly Priority?: number;
  readonly Type?: string;
}
interface WAFv2_WebACL_IPSetForwardedIPConfiguration {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
  readonly HeaderName?: string;
  /** FIRST | LAST | ANY */
  readonly Position?: string;
}
interface WAFv2_WebACL_ExcludedRule {
  readonly Name?: string;
}
interface WAFv2_WebACL_ManagedRuleGroupConfig {
  readonly AWSManagedRulesACFPRuleSet?: WAFv2_WebACL_AWSManagedRulesACFPRuleSet;
  readonly AWSManagedRulesATPRuleSet?: WAFv2_WebACL_AWSManagedRulesATPRuleSet;
  readonly AWSManagedRulesAntiDDoSRuleSet?: WAFv2_WebACL_AWSManagedRulesAntiDDoSRuleSet;
  readonly AWSManagedRulesBotControlRuleSet?: WAFv2_WebACL_AWSManagedRulesBotControlRuleSet;
  readonly LoginPath?: string;
  readonly PasswordField?: WAFv2_WebACL_FieldIdentifier;
  /** JSON | FORM_ENCODED */
  readonly PayloadType?: string;
  readonly UsernameField?: WAFv2_WebACL_FieldIdentifier;
}
interface WAFv2_WebACL_RuleActionOverride {
  readonly ActionToUse?: WAFv2_WebACL_RuleAction;
  readonly Name?: string;
}
interface WAFv2_WebACL_RateBasedStatementCustomKey {
  readonly ASN?: Json;
  readonly Cookie?: WAFv2_WebACL_RateLimitCookie;
  readonly ForwardedIP?: Json;
  readonly HTTPMethod?: Json;
  readonly Header?: WAFv2_WebACL_RateLimitHeader;
  readonly IP?: Json;
  readonly JA3Fingerprint?: WAFv2_WebACL_RateLimitJA3Fingerprint;
  readonly JA4Fingerprint?: WAFv2_WebACL_RateLimitJA4Fingerprint;
  readonly LabelNamespace?: WAFv2_WebACL_RateLimitLabelNamespace;
  readonly QueryArgument?: WAFv2_WebACL_RateLimitQueryArgument;
  readonly QueryString?: WAFv2_WebACL_RateLimitQueryString;
  readonly UriPath?: WAFv2_WebACL_RateLimitUriPath;
}
interface WAFv2_WebACL_Body {
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_WebACL_Cookies {
  readonly MatchPattern?: WAFv2_WebACL_CookieMatchPattern;
  /** ALL | KEY | VALUE */
  readonly MatchScope?: string;
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_WebACL_HeaderOrder {
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_WebACL_Headers {
  readonly MatchPattern?: WAFv2_WebACL_HeaderMatchPattern;
  /** ALL | KEY | VALUE */
  readonly MatchScope?: string;
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_WebACL_JA3Fingerprint {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_WebACL_JA4Fingerprint {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_WebACL_JsonBody {
  /** MATCH | NO_MATCH | EVALUATE_AS_STRING */
  readonly InvalidFallbackBehavior?: string;
  readonly MatchPattern?: WAFv2_WebACL_JsonMatchPattern;
  /** ALL | KEY | VALUE */
  readonly MatchScope?: string;
  /** CONTINUE | MATCH | NO_MATCH */
  readonly OversizeHandling?: string;
}
interface WAFv2_WebACL_SingleHeader {
  readonly Name?: string;
}
interface WAFv2_WebACL_SingleQueryArgument {
  readonly Name?: string;
}
interface WAFv2_WebACL_UriFragment {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_WebACL_AWSManagedRulesACFPRuleSet {
  readonly CreationPath?: string;
  readonly EnableRegexInPath?: boolean;
  readonly RegistrationPagePath?: string;
  readonly RequestInspection?: WAFv2_WebACL_RequestInspectionACFP;
  readonly ResponseInspection?: WAFv2_WebACL_ResponseInspection;
}
interface WAFv2_WebACL_AWSManagedRulesATPRuleSet {
  readonly EnableRegexInPath?: boolean;
  readonly LoginPath?: string;
  readonly RequestInspection?: WAFv2_WebACL_RequestInspection;
  readonly ResponseInspection?: WAFv2_WebACL_ResponseInspection;
}
interface WAFv2_WebACL_AWSManagedRulesAntiDDoSRuleSet {
  readonly ClientSideActionConfig?: WAFv2_WebACL_ClientSideActionConfig;
  /** LOW | MEDIUM | HIGH */
  readonly SensitivityToBlock?: string;
}
interface WAFv2_WebACL_AWSManagedRulesBotControlRuleSet {
  readonly EnableMachineLearning?: boolean;
  /** COMMON | TARGETED */
  readonly InspectionLevel?: string;
}
interface WAFv2_WebACL_FieldIdentifier {
  readonly Identifier?: string;
}
interface WAFv2_WebACL_RateLimitCookie {
  readonly Name?: string;
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_RateLimitHeader {
  readonly Name?: string;
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_RateLimitJA3Fingerprint {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_WebACL_RateLimitJA4Fingerprint {
  /** MATCH | NO_MATCH */
  readonly FallbackBehavior?: string;
}
interface WAFv2_WebACL_RateLimitLabelNamespace {
  readonly Namespace?: string;
}
interface WAFv2_WebACL_RateLimitQueryArgument {
  readonly Name?: string;
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_RateLimitQueryString {
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_RateLimitUriPath {
  readonly TextTransformations?: readonly WAFv2_WebACL_TextTransformation[];
}
interface WAFv2_WebACL_CookieMatchPattern {
  readonly All?: Json;
  readonly ExcludedCookies?: readonly string[];
  readonly IncludedCookies?: readonly string[];
}
interface WAFv2_WebACL_HeaderMatchPattern {
  readonly All?: Json;
  readonly ExcludedHeaders?: readonly string[];
  readonly IncludedHeaders?: readonly string[];
}
interface WAFv2_WebACL_JsonMatchPattern {
  readonly All?: Json;
  readonly IncludedPaths?: readonly string[];
}
interface WAFv2_WebACL_RequestInspectionACFP {
  readonly AddressFields?: readonly WAFv2_WebACL_FieldIdentifier[];
  readonly EmailField?: WAFv2_WebACL_FieldIdentifier;
  readonly PasswordField?: WAFv2_WebACL_FieldIdentifier;
  /** JSON | FORM_ENCODED */
  readonly PayloadType?: string;
  readonly PhoneNumberFields?: readonly WAFv2_WebACL_FieldIdentifier[];
  readonly UsernameField?: WAFv2_WebACL_FieldIdentifier;
}
interface WAFv2_WebACL_ResponseInspection {
  readonly BodyContains?: WAFv2_WebACL_ResponseInspectionBodyContains;
  readonly Header?: WAFv2_WebACL_ResponseInspectionHeader;
  readonly Json?: WAFv2_WebACL_ResponseInspectionJson;
  readonly StatusCode?: WAFv2_WebACL_ResponseInspectionStatusCode;
}
interface WAFv2_WebACL_RequestInspection {
  readonly PasswordField?: WAFv2_WebACL_FieldIdentifier;
  /** JSON | FORM_ENCODED */
  readonly PayloadType?: string;
  readonly UsernameField?: WAFv2_WebACL_FieldIdentifier;
}
interface WAFv2_WebACL_ClientSideActionConfig {
  readonly Challenge?: WAFv2_WebACL_ClientSideAction;
}
interface WAFv2_WebACL_ResponseInspectionBodyContains {
  readonly FailureStrings?: readonly string[];
  readonly SuccessStrings?: readonly string[];
}
interface WAFv2_WebACL_ResponseInspectionHeader {
  readonly FailureValues?: readonly string[];
  readonly Name?: string;
  readonly SuccessValues?: readonly string[];
}
interface WAFv2_WebACL_ResponseInspectionJson {
  readonly FailureValues?: readonly string[];
  readonly Identifier?: string;
  readonly SuccessValues?: readonly string[];
}
interface WAFv2_WebACL_ResponseInspectionStatusCode {
  readonly FailureCodes?: readonly number[];
  readonly SuccessCodes?: readonly number[];
}
interface WAFv2_WebACL_ClientSideAction {
  readonly ExemptUriRegularExpressions?: readonly WAFv2_WebACL_Regex[];
  /** LOW | MEDIUM | HIGH */
  readonly Sensitivity?: string;
  /** ENABLED | DISABLED */
  readonly UsageOfAction?: string;
}
interface WAFv2_WebACL_Regex {
  readonly RegexString?: string;
}
interface WAFv2_WebACLAssociation {
  readonly ResourceArn?: string;
  readonly WebACLArn?: string;
}
interface XRay_Group {
  readonly FilterExpression?: string;
  readonly GroupName?: string;
  readonly InsightsConfiguration?: XRay_Group_InsightsConfiguration;
  readonly Tags?: readonly Tag[];
}
interface XRay_Group_InsightsConfiguration {
  readonly InsightsEnabled?: boolean;
  readonly NotificationsEnabled?: boolean;
}
