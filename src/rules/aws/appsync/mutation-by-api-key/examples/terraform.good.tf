resource "aws_appsync_graphql_api" "forum" {
  name                = "forum"
  authentication_type = "AMAZON_COGNITO_USER_POOLS"

  user_pool_config {
    user_pool_id   = "eu-west-1_Ab1Cd2Ef3"
    default_action = "ALLOW"
  }

  additional_authentication_provider {
    authentication_type = "API_KEY"
  }

  schema = <<-EOT
    type Post @aws_api_key @aws_cognito_user_pools { id: ID! text: String }
    type Query { posts: [Post] @aws_api_key @aws_cognito_user_pools }
    type Mutation {
      addPost(text: String!): Post
      deletePost(id: ID!): Post
    }
  EOT
}
