import csv
import io


def handler(event, context):
    sheet = io.StringIO()
    csv.writer(sheet).writerow([event["billingPeriod"], event["total"]])
    return sheet.getvalue()
