"""The product's own settings for tests: a data folder that is never the user's, files in memory, quick passwords.

pytest reads this before any test and before Django; a command that a test starts reads the product's settings.
"""

import atexit
import os
import shutil
import sys
import tempfile

from tests.in_memory import keep_files_in_memory

keep_files_in_memory()
# A test that forgets to say where must not find the user's record.
os.environ["QORGAU_DATA"] = tempfile.mkdtemp(prefix="qorgau-tests-")
atexit.register(shutil.rmtree, os.environ["QORGAU_DATA"], ignore_errors=True)
# Some containers forbid Python to keep what it compiled: then each of hundreds of commands compiles everything again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
os.environ["DJANGO_SETTINGS_MODULE"] = "qorgau.config.settings"

from tests.quick_passwords import *  # noqa: E402, F403 - after the data folder is known
