variable "source_bucket" {
  type = string
}

variable "source_object" {
  type = string
}

resource "google_cloudfunctions2_function" "google_storage_path" {
  name     = "google-storage-path"
  location = "europe-west1"

  build_config {
    runtime     = "python313"
    entry_point = "received"

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
    event_type = "google.cloud.storage.object.v1.finalized"

    event_filters {
      attribute = "bucket"
      value     = "uploads-example"
    }
  }
}
