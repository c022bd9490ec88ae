"""The mirror that the preventive mechanism keeps: ciphertexts, keys, the page and the log, as they were seen.

It needs no database and no web framework: only a folder and the address of the instance it watches.
"""
