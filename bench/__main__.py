"""Measures one engine and prints a table; `script/bench` runs it on both.

Times are processor time of application and database a call, as a ratio to a bare page (template and two queries) that is
measured in the same rounds; see docs/operations/speed.md for what each line means.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Measure in a folder of its own and write the numbers to a file."""
    asked = argparse.ArgumentParser(prog="script/bench")
    asked.add_argument("--sizes", default="1000,10000,100000", help="How many cases, growing, in thousands.")
    asked.add_argument("--out", type=Path, default=ROOT / "bench.json")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="vidan-bench-") as folder:
        os.environ |= {
            "VIDAN_VAR": folder,
            "VIDAN_DEMO": "true",
            "VIDAN_RATE_SCALE": "1000000",
            "DJANGO_SETTINGS_MODULE": "vidan.site.settings",
        }
        django.setup()
        from bench.run import run  # it needs the settings that stand now

        sizes = [int(size) for size in told.sizes.split(",")]
        found = run(sizes) | start(folder)
    kept: dict[str, Any] = json.loads(told.out.read_text(encoding="utf-8")) if told.out.exists() else {}
    kept[found["engine"]] = found
    told.out.write_text(json.dumps(kept, ensure_ascii=False, indent=2), encoding="utf-8")
    failed = show(found)
    sys.exit(1 if failed else 0)


def start(folder: str) -> dict[str, Any]:
    """Cold start of a web process on the filled database, and what each worker weighs after some pages."""
    from bench.meter import children, memory_kb
    from vidan.site.processes import Site, web

    began = time.perf_counter()
    with (Path(folder) / "log").open("wb") as log:
        server = subprocess.Popen(
            web(Site("127.0.0.1", 8731, 2)),
            cwd=ROOT,
            stdout=log,
            stderr=log,
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        )
        try:
            while True:
                try:
                    with urllib.request.urlopen("http://127.0.0.1:8731/healthz", timeout=2):
                        break
                except OSError:
                    if time.perf_counter() - began > 60:
                        raise
                    time.sleep(0.02)
            cold = time.perf_counter() - began
            for _n in range(60):
                for place in ("/", "/gui-phan-anh/", "/so-lieu/", "/lien-he/"):
                    urllib.request.urlopen(f"http://127.0.0.1:8731{place}", timeout=20).close()
            workers = [pid for pid in children(server.pid) if not children(pid)]
            weights = [memory_kb(pid) / 1024 for pid in workers]
        finally:
            server.terminate()
            server.wait(20)
    return {"cold_start_s": round(cold, 2), "memory_mb": round(max(weights), 1)}


def show(found: dict[str, Any]) -> bool:
    """Print the table; True when a line is over its limit."""
    print(f"\n{found['engine']}: bare page {found['bare_ms']} ms of processor time")
    print(f"{'what':44} {'measured':>12} {'limit':>8}")
    failed = False
    for line in found["lines"]:
        over = line["limit"] is not None and line["value"] > line["limit"]
        failed |= over
        limit = "" if line["limit"] is None else f"{line['limit']:g}"
        print(f"{line['what']:44} {line['value']:>9.2f} {line['unit']:<3} {limit:>7}{'  OVER' if over else ''}")
    print(f"{'memory a worker':44} {found['memory_mb']:>9.2f} MB")
    print(f"{'cold start':44} {found['cold_start_s']:>9.2f} s")
    return failed


if __name__ == "__main__":
    main()
