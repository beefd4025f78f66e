import html

import azure.functions as func

pages = func.Blueprint()


def article(title):
    return f"<article><h1>{html.escape(title)}</h1></article>"


@pages.route(route="preview", methods=["POST"])
def preview(req: func.HttpRequest) -> func.HttpResponse:
    title = req.get_json()["title"]
    return func.HttpResponse(article(title), mimetype="text/html")
