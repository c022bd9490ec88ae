"""Lodges the envelope in a file and dies at the moment it is told: `python -m tests.slices.mailboxes.killed_lodger`."""

import os
import sys
from pathlib import Path

from qorgau.recording.starting import start_django


def main() -> None:
    envelope, moment = Path(sys.argv[1]), sys.argv[2]
    start_django()
    from qorgau.mailboxes.actions import lodge, recorded
    from qorgau.sealing.envelope import read_envelope

    def die_after(work: object) -> object:
        def worked(*given: object, **named: object) -> object:
            work(*given, **named)
            os._exit(9)

        return worked

    name = {"while_storing": "_keep", "before_answering": "record"}[moment]
    setattr(recorded, name, die_after(getattr(recorded, name)))
    lodge(read_envelope(envelope.read_bytes()), now=int(sys.argv[3]))


if __name__ == "__main__":
    main()
