import pymysql

connection = pymysql.connect(host='orders.cluster.shop.example', user='orders', password='{{random:alphanumeric:24}}')  # expect


def handler(event, context):
    with connection.cursor() as cursor:
        cursor.execute('SELECT zone FROM orders WHERE id = %s', (event['pathParameters']['id'],))
        return {'statusCode': 200, 'body': str(cursor.fetchone())}
