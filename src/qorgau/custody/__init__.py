"""The register of deprivations of liberty."""
