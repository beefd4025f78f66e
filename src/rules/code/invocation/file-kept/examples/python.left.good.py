import subprocess
import tempfile


def handler(event, context):
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
        file.write(event['body'])
        file.flush()
        subprocess.run(['/opt/bin/typeset', file.name], check=True, timeout=8)
    return {'statusCode': 204}
