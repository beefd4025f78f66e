from fastapi import FastAPI, HTTPException
from fastapi.responses import RedirectResponse
from mangum import Mangum

from .links import LINKS

app = FastAPI()


@app.get("/out")
def out(url: str):
    if url not in LINKS:
        raise HTTPException(404, "no such link")
    return RedirectResponse(LINKS[url], status_code=307)


handler = Mangum(app, lifespan="off")
