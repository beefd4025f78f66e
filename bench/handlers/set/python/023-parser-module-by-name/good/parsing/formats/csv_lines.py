import csv
import io


def parse(text):
    return list(csv.reader(io.StringIO(text)))
