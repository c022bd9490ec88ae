"""What Django asks of the language; the same in all three."""

from qorgau.config.written import DAYS as DATE_INPUT_FORMATS
from qorgau.config.written import MOMENTS as DATETIME_INPUT_FORMATS
from qorgau.config.written import TIMES as TIME_INPUT_FORMATS

__all__ = ["DATETIME_INPUT_FORMATS", "DATE_INPUT_FORMATS", "TIME_INPUT_FORMATS"]
