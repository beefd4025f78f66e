import urllib3

http = urllib3.PoolManager(timeout=urllib3.Timeout(connect=2, read=3), retries=False)


def handler(event, context):
    host = event["gateway"]
    answer = http.request("GET", "https://" + host + "/status")
    if answer.status != 200:
        raise RuntimeError("The gateway is not well")
