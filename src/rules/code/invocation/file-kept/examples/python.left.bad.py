import subprocess


def handler(event, context):
    with open('/tmp/statement.txt', 'w') as file:  # expect
        file.write(event['body'])
    subprocess.run(['/opt/bin/typeset', '/tmp/statement.txt'], check=True, timeout=8)
    return {'statusCode': 204}
