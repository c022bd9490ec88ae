"""What is acknowledged survives a power cut: checked on a copy of what had been flushed by then."""

import os
import shutil
import sqlite3
import threading
from contextlib import closing

from django.db import connections
from tests.slices.recording.small_slice import noted

from qorgau.recording import shared_sync
from qorgau.recording.record import record

WRITERS, EACH = 4, 8


def test_each_acknowledged_entry_had_been_flushed_to_the_disk(sqlite_store, monkeypatch, tmp_path):
    disk = Disk(sqlite_store.folder, tmp_path)
    monkeypatch.setattr(shared_sync.os, "fdatasync", disk.flush)
    acknowledged = []

    def write(writer):
        for number in range(EACH):
            (answer,) = record([noted(number, custody=writer, id=f"{writer}-{number}")], received=10)
            acknowledged.append((answer.entry_id, disk.flushed))
        connections.close_all()

    threads = [threading.Thread(target=write, args=[writer]) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(acknowledged) == WRITERS * EACH
    for entry_id, flushed in acknowledged:
        assert entry_id in disk.entries_after(flushed)
    assert disk.flushed < len(acknowledged), "no flush ever served two writers"


class Disk:
    """What the disk would hold if the power failed after each flush."""

    def __init__(self, folder, images):
        self.folder, self.images, self.flushed, self._read = folder, images, 0, {}
        self.flush_for_good = os.fdatasync

    def flush(self, file):
        image = self.images / f"image-{self.flushed + 1}.sqlite3"
        shutil.copy(self.folder / "record.sqlite3", image)
        shutil.copy(self.folder / "record.sqlite3-wal", f"{image}-wal")
        self.flush_for_good(file)
        self.flushed += 1

    def entries_after(self, flushed):
        if flushed not in self._read:
            with closing(sqlite3.connect(self.images / f"image-{flushed}.sqlite3")) as image:
                self._read[flushed] = {row[0] for row in image.execute("SELECT id FROM recording_entry")}
        return self._read[flushed]
