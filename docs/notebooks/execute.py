"""Runs the code cells of a notebook in its kernel, and writes the outputs of each as JSON.

The kernel may send outputs after it says that it is idle: whoever stops there loses them. So a
cell is over when, after that, nothing more has come for a while.
"""

import json
import queue
import sys

from jupyter_client.manager import start_new_kernel

QUIET_SECONDS = 0.4
LONGEST_SECONDS = 120


def outputs_of(client, code):
    outputs = []
    asked = client.execute(code)
    is_idle = False
    while True:
        try:
            message = client.get_iopub_msg(timeout=QUIET_SECONDS if is_idle else LONGEST_SECONDS)
        except queue.Empty:
            if is_idle:
                return outputs
            raise
        if message["parent_header"].get("msg_id") != asked:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status":
            is_idle = content["execution_state"] == "idle"
        elif kind == "stream" and outputs and outputs[-1].get("name") == content["name"]:
            outputs[-1]["text"] += content["text"]
        elif kind == "stream":
            outputs.append({"output_type": kind, "name": content["name"], "text": content["text"]})
        elif kind in ("display_data", "execute_result"):
            outputs.append({"output_type": kind, "data": content["data"], "metadata": {}})
        elif kind == "error":
            outputs.append({"output_type": kind, "traceback": content["traceback"]})


def main(path):
    with open(path, encoding="utf-8") as file:
        notebook = json.load(file)
    manager, client = start_new_kernel(kernel_name=notebook["metadata"]["kernelspec"]["name"])
    try:
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        json.dump([outputs_of(client, "".join(cell["source"])) for cell in cells], sys.stdout)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


main(sys.argv[1])
