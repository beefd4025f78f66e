export AWS_ACCESS_KEY_ID="$DEPLOY_KEY_ID"
export AWS_REGION=eu-central-1
