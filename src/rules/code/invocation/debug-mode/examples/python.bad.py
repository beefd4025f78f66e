from fastapi import FastAPI
from mangum import Mangum

app = FastAPI(debug=True)  # expect
handler = Mangum(app)
