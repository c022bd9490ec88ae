"""The benchmark: the engine beside its peers, every row with its ratio measured in the same run."""
