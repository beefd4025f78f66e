# The key of AWS' documentation is nobody's.
export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
export AWS_SECRET_ACCESS_KEY="$DEPLOY_SECRET"
export AWS_REGION=eu-central-1
