variable "source_bucket" {
  type = string
}

variable "source_object" {
  type = string
}

variable "topic" {
  type = string
}

resource "google_cloudfunctions2_function" "google_pubsub_fetch" {
  name     = "google-pubsub-fetch"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs22"
    entry_point = "mirror"

    source {
      storage_source {
        bucket = var.source_bucket
        object = var.source_object
      }
    }
  }

  service_config {
    max_instance_count = 20
    timeout_seconds    = 30
  }

  event_trigger {
    event_type   = "google.cloud.pubsub.topic.v1.messagePublished"
    pubsub_topic = var.topic
    retry_policy = "RETRY_POLICY_RETRY"
  }
}
