import azure.functions as func

from pages import pages

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)
app.register_functions(pages)
