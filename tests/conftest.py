"""What all tests share: the repository on the path, and a data folder that is never the user's own."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.in_memory import keep_files_in_memory  # noqa: E402 - found by the line above

keep_files_in_memory()
# Before Django reads its settings: a test that forgets to say where must not find the user's record.
os.environ["QORGAU_DATA"] = tempfile.mkdtemp(prefix="qorgau-tests-")
atexit.register(shutil.rmtree, os.environ["QORGAU_DATA"], ignore_errors=True)
# Playwright keeps a loop running in the worker's thread; Django would take every later test for asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
