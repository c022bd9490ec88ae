"""The register as a file for other programs, within the actor's reach and without names unless asked.

register  RegisterExport: the custodies an actor may export, as events that are read one custody at a time
writing   write_register(...): the file and its map, and that it was written is noted
"""
