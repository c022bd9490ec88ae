"""Pages of the treaty cycle: the desk's and the public's."""
