import logging
import pickle

import azure.functions as func

app = func.FunctionApp()


@app.queue_trigger(arg_name="msg", queue_name="jobs", connection="JobsStorage")
def job(msg: func.QueueMessage) -> None:
    work = pickle.loads(msg.get_body())
    logging.info("job %d", int(work["number"]))
