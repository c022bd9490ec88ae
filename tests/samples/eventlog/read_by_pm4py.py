"""Run by an interpreter that has pm4py: prints what it counts in the exports of a folder, as JSON."""

import contextlib
import io
import json
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    import pm4py
    from pm4py.objects.ocel.validation import ocel20_rel_validation

    folder = Path(sys.argv[1])
    log = pm4py.read_xes(str(folder / "register.xes"))
    counts = {"xes": {"events": len(log), "cases": int(log["case:concept:name"].nunique()),
                      "kinds": log["concept:name"].value_counts().to_dict()}}  # fmt: skip
    for form, read in (("ocel.json", pm4py.read_ocel2_json), ("ocel.sqlite", pm4py.read_ocel2_sqlite)):
        ocel = read(str(folder / f"register.{form}"))
        counts[form] = {
            "events": len(ocel.events),
            "objects": len(ocel.objects),
            "links": len(ocel.relations),
            "kinds": ocel.events["ocel:activity"].value_counts().to_dict(),
            "roles": ocel.objects["ocel:type"].value_counts().to_dict(),
            "first": str(ocel.events["ocel:timestamp"].min()),
            "last": str(ocel.events["ocel:timestamp"].max()),
        }
    kept, broken = ocel20_rel_validation.apply(str(folder / "register.ocel.sqlite"))
    counts["constraints"] = {"kept": len(kept), "broken": broken}
print(json.dumps(counts))
