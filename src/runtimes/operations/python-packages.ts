/** Modules of Python's standard library: https://docs.python.org/3/library/index.html (`sys.stdlib_module_names`). */
const STANDARD = `
abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar
cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg
crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler
fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac
html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox
mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode
operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile
pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets
select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse
ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios
textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile
zipimport zlib zoneinfo __future__
`;

/**
 * Packages that call nothing of AWS with the function's role by themselves: what a handler may import without leaving in doubt what it
 * calls. A package that is missing here is taken for one that may call anything.
 */
const HARMLESS = `
Crypto Cryptodome MySQLdb PIL PyPDF2 aenum aiofiles aiohttp aiokafka alembic annotated_types anthropic anyio apispec appdirs apscheduler
arrow asgiref asn1crypto asyncpg attr attrs authlib aws_cdk aws_embedded_metrics aws_lambda_context aws_lambda_typing aws_xray_sdk awscrt
azure babel backoff bcrypt bidict bleach boltons bs4 cachetools cattr cattrs cdk_nag certifi cffi cfnresponse chalice chardet
charset_normalizer click cloudevents codeguru_profiler_agent colorama confluent_kafka constructs cryptography curl_cffi dacite
dataclasses_json datadog datadog_lambda dateparser dateutil ddtrace deepdiff defusedxml deprecated diskcache distro django dns docx
docxtpl dotenv ecdsa elasticsearch email_validator emoji environs exceptiongroup factory faker fastapi fastavro fastjsonschema faunadb
feedparser filetype firebase_admin fitz flask flask_cors flask_restful flask_sqlalchemy fpdf freezegun frozendict frozenlist functools32
furl gevent git github gitlab google googleapiclient gql graphene graphql greenlet grpc h11 h2 hiredis html2text html5lib httpcore
httplib2 httptools httpx humanize humps hypothesis idna imageio importlib_metadata inflection injector isodate itsdangerous jinja2
jmespath joblib jose joserfc jsii json5 jsonpatch jsonpath_ng jsonpickle jsonpointer jsonschema jwcrypto jwt kafka kombu kubernetes
launchdarkly_sdk ldap3 linebot loguru lxml mako mangum markdown markupsafe marshmallow matplotlib mergedeep mistune mongoengine
more_itertools moto msgpack msgspec multidict mypy_boto3_dynamodb mypy_boto3_s3 mysql nacl natsort networkx newrelic nltk numpy oauthlib
okta onnxruntime openai openpyxl opentelemetry oracledb orjson oscrypto packaging paramiko parse passlib pathvalidate pdf2image pdfminer
pdfplumber peewee pendulum pg8000 phonenumbers pika pillow pip pkg_resources playwright ply prettytable prometheus_client promise
propcache psutil psycopg psycopg2 psycopg_pool py7zr pyasn1 pycparser pydantic pydantic_core pydantic_settings pydash pyjq pymongo pymssql
pymysql pynacl pyodbc pyotp pyparsing pypdf pyproj pyramid pytest python_http_client pytz pywintypes qrcode rapidfuzz ratelimit redis
regex reportlab requests requests_mock requests_oauthlib requests_toolbelt responses rfc3339_validator rich rpds rsa ruamel schema
schematics scikit_learn scipy selenium semver sendgrid sentry_sdk serverless_sdk serverless_wsgi setuptools shapely shortuuid
simple_salesforce simplejson six sklearn slack slack_bolt slack_sdk slugify sniffio snowflake socketio sortedcontainers soupsieve spacy
sqlalchemy sqlmodel sqlparse starlette statsmodels stripe structlog svglib sympy tabulate telebot telegram tenacity textblob threadpoolctl
thrift tiktoken tinycss2 tldextract toml tomli tomlkit toolz tornado tqdm traitlets tweepy twilio typeguard typer typing_extensions
typing_inspect tzdata tzlocal ujson ulid unidecode uritemplate url_normalize urllib3 user_agents uvicorn uvloop validators vobject
voluptuous wand webargs websocket websockets werkzeug whitenoise wrapt wsgiref xlrd xlsxwriter xlwt xmltodict xxhash yaml yarl zeep zipp
zoneinfo zope zstandard
`;

const KNOWN: ReadonlySet<string> = new Set(`${STANDARD} ${HARMLESS}`.split(/\s+/).filter((name) => name !== ''));

/** Whether the package of an imported module is known to call nothing of AWS by itself. */
export function isHarmlessModule(source: string): boolean {
  const [name = ''] = source.split('.');
  return KNOWN.has(name) || name.startsWith('mypy_boto3') || name.startsWith('types_');
}
