variable "source_bucket" {
  type = string
}

variable "source_object" {
  type = string
}

resource "google_cloudfunctions2_function" "google_http_eval" {
  name     = "google-http-eval"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs22"
    entry_point = "convert"

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
}

resource "google_cloud_run_service_iam_member" "public" {
  location = google_cloudfunctions2_function.google_http_eval.location
  service  = google_cloudfunctions2_function.google_http_eval.name
  role     = "roles/run.invoker"
  member   = "allUsers"
}
