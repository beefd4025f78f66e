export AWS_ACCESS_KEY_ID=AKIA{{random:base32:16}} # expect
export AWS_SECRET_ACCESS_KEY={{random:base64:40}} # expect
export AWS_REGION=eu-central-1
