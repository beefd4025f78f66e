from fastapi import FastAPI, HTTPException
from fastapi.responses import RedirectResponse
from mangum import Mangum


app = FastAPI()


@app.get("/out")
def out(url: str):
    if not url.startswith("https://"):
        raise HTTPException(400, "only https")
    return RedirectResponse(url, status_code=307)


handler = Mangum(app, lifespan="off")
