"""Serve the site as `qorgau serve` does, with two more addresses: /bare before Django, /bench-ok/ after its layers.

`python -m bench.site_server PORT`, with the environment of the store.
"""

from __future__ import annotations

import sys

WORKERS, THREADS = 2, 4
"""As `qorgau serve` has them."""


def main() -> None:
    """Serve until told to stop."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from qorgau.portal.serve import collect_assets
    from qorgau.recording.starting import start_django

    start_django()
    collect_assets()
    Granian(
        "bench.site_wsgi:application",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=600,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main()
