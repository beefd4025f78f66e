resource "aws_sfn_state_machine" "onboarding" {
  name     = "onboarding"
  role_arn = "arn:aws:iam::123456789012:role/onboarding"

  definition = jsonencode({
    StartAt = "Verify"
    States = {
      Verify = {
        Type     = "Task"
        Resource = "arn:aws:states:::lambda:invoke.waitForTaskToken" # expect
        Parameters = {
          FunctionName = "verify"
          Payload      = { "token.$" = "$$.Task.Token" }
        }
        End = true
      }
    }
  })
}
