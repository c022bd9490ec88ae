"""Entries carried between instances by file: written for one reader, checked whole, taken in once.

cards      Card: by which keys others know an instance; own_card()
trusted    trust(card), trusted_cards(): the instances whose bundles are read and for whom they are written
writing    write_bundles(folder, to=..., written_at=..., since=None) -> files
opening    open_bundle(data) -> Bundle: everything that needs no database was checked
taking     take_in(bundle, now=..., dry_run=False, ...) -> Taken
"""
