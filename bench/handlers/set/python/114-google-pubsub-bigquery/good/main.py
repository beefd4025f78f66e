import base64
import json

import functions_framework
from google.cloud import bigquery

client = bigquery.Client()


@functions_framework.cloud_event
def counted(cloud_event):
    message = json.loads(base64.b64decode(cloud_event.data["message"]["data"]))
    page = message["page"]
    config = bigquery.QueryJobConfig(query_parameters=[bigquery.ScalarQueryParameter("page", "STRING", page)])
    job = client.query("SELECT COUNT(*) AS n FROM site.visits WHERE page = @page", job_config=config)
    for row in job.result(timeout=20):
        print("visits:", row.n)
