resource "aws_codebuild_project" "deployment" {
  name         = "shop-deployment"
  service_role = "arn:aws:iam::123456789012:role/deployment"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  source {
    type     = "CODECOMMIT"
    location = "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/shop"
  }

  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"

    environment_variable {
      name  = "STAGE"
      value = "prod"
    }

    environment_variable {
      name  = "REGISTRY_TOKEN"
      value = "npm_{{random:alphanumeric:36}}" # expect
    }
  }
}
