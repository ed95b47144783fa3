"""Executes the notebook in a Python kernel, and fails if an output is not the committed one.

`python3 run.py --update` writes the outputs. Needs Debian's python3-nbclient, python3-ipykernel, python3-pandas and
python3-matplotlib, and the built command (`npm run build`).
"""

import json
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
NOTEBOOK = HERE / "transactions.ipynb"


def execute():
    """Returns the committed notebook, and the same after a run in its kernel, as text."""
    os.environ["PARTNER_RULES"] = f"node '{HERE.parents[2] / 'dist' / 'cli.js'}'"
    os.environ["PYTHONHASHSEED"] = "0"
    committed = NOTEBOOK.read_text(encoding="utf-8")
    notebook = nbformat.reads(committed, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(HERE)}}).execute()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.metadata.clear()
    notebook.metadata = json.loads(committed)["metadata"]
    text = nbformat.writes(notebook)
    return committed, text if text.endswith("\n") else f"{text}\n"


def main():
    committed, executed = execute()
    if "--update" in sys.argv:
        NOTEBOOK.write_text(executed, encoding="utf-8")
    elif committed != executed:
        sys.exit(f"FAILED  {NOTEBOOK.name} shows other outputs than a run; python3 {sys.argv[0]} --update writes them")
    print(f"ok      {NOTEBOOK.name}")


if __name__ == "__main__":
    main()
