"""What all tests share; where their files stand and with which settings is said in `tests.settings`."""

import os

import pytest
from tests import another_time
from tests.in_memory import keep_what_failed

# Playwright keeps a loop running in the worker's thread; Django would take every later test for asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_addoption(parser: pytest.Parser) -> None:
    another_time.add_option(parser)


def pytest_configure(config: pytest.Config) -> None:
    if config.option.at is not None:
        another_time.start_at(config.option.at)


def pytest_sessionfinish(exitstatus: int) -> None:
    if exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        keep_what_failed()
