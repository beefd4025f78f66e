import { terraform } from '#frameworks/terraform/index';
import { holdsTheContract } from '../contract.js';

const MAIN = `# The API and its queue.
terraform {
  required_version = ">= 1.5"
}

variable "stage" {
  type    = string
  default = "dev"
}

variable "debug" {
  type = bool
}

locals {
  name = "orders-\${var.stage}"
}

resource "aws_sqs_queue" "orders" {
  name                       = local.name # the queue's name
  visibility_timeout_seconds = 60
  sqs_managed_sse_enabled    = true

  tags = {
    Team  = "orders"
    Stage = var.stage
  }
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  role          = aws_iam_role.worker.arn
  memory_size   = var.debug ? 1024 : 256
  filename      = "worker.zip"

  environment {
    variables = {
      QUEUE_URL = aws_sqs_queue.orders.url
      LEVEL     = var.debug ? "debug" : "info"
    }
  }
}

resource "aws_iam_role" "worker" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "worker" {
  role = aws_iam_role.worker.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "Read"
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      Resource = aws_sqs_queue.orders.arn
    }]
  })
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Send",
          "Effect": "Allow",
          "Principal": { "Service": "events.amazonaws.com" },
          "Action": "sqs:SendMessage",
          "Resource": "\${aws_sqs_queue.orders.arn}"
        }
      ]
    }
  EOF
}

resource "aws_s3_bucket" "files" {
  count  = var.debug ? 1 : 0
  bucket = "files"
}

/* Not known to any table: as it is written. */
resource "acme_widget" "one" {
  title = "one"
  size  = 3
}
`;

const MODULES = `module "queue" {
  source  = "./modules/queue"
  timeout = 30
}

resource "aws_sns_topic" "news" {
  name         = "news"
  display_name = "News: \${module.queue.arn}"
}

resource "acme_widget" "two" {
  title = "two"
}
`;

const QUEUE = `variable "timeout" {
  type = number
}

resource "aws_sqs_queue" "this" {
  for_each                   = toset(["a", "b"])
  name                       = each.key
  visibility_timeout_seconds = var.timeout
}

output "arn" {
  value = aws_sqs_queue.this["a"].arn
}
`;

const JSON_SYNTAX = `{
  "variable": {
    "seconds": { "default": 30 }
  },
  "resource": {
    "aws_sqs_queue": {
      "orders": {
        "name": "orders",
        "visibility_timeout_seconds": 60,
        "message_retention_seconds": "\${var.seconds}",
        "tags": { "Team": "orders" }
      }
    },
    "aws_lambda_function": {
      "worker": {
        "function_name": "worker",
        "environment": [{ "variables": { "QUEUE_URL": "\${aws_sqs_queue.orders.url}" } }],
        "tracing_config": { "mode": "PassThrough" }
      }
    },
    "acme_widget": {
      "one": { "title": "one" }
    }
  }
}
`;

holdsTheContract(terraform, [
  { name: 'a root module', path: 'infra/main.tf', text: MAIN, settable: 0.6 },
  {
    name: 'a root module that calls another',
    path: 'main.tf',
    text: MODULES,
    files: { 'modules/queue/main.tf': QUEUE },
    settable: 0.5,
  },
  { name: 'JSON syntax', path: 'main.tf.json', text: JSON_SYNTAX, settable: 0.5 },
]);
