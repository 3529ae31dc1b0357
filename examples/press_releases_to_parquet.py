"""A year of press releases as tables, and three questions to them.

python examples/press_releases_to_parquet.py examples/press-releases-2025.jsonl tables
"""

import sys
from pathlib import Path

import duckdb

import statedoc

WHO_SPEAKS = """
    SELECT array_to_string(speaker_names, ', ') AS speaker, count(*) AS quotes, min(published_day) AS since
    FROM 'quotes.parquet'
    WHERE len(speaker_names) > 0 GROUP BY ALL ORDER BY quotes DESC, speaker LIMIT 5
"""
WITH_WHOM = """
    SELECT unnest(party_countries) AS country, count(DISTINCT title) AS agreements,
           count(DISTINCT title) FILTER (status IN ('signed', 'ratified', 'in_force')) AS signed
    FROM 'agreements.parquet' GROUP BY country HAVING country <> 'KZ' ORDER BY agreements DESC, country LIMIT 5
"""
TRADE = """
    SELECT published_day, comparator, value, claimed_by_names[1] AS claimed_by
    FROM 'metrics.parquet'
    WHERE measure LIKE 'товарооборот%' AND unit = 'USD' ORDER BY published_day
"""


def write(source: str, folder: Path) -> None:
    """Write the documents whole, and a flat table of each kind of record."""
    folder.mkdir(parents=True, exist_ok=True)
    read = list(statedoc.parse_many(statedoc.articles(source)))
    documents = [each for each in read if isinstance(each, statedoc.Document)]
    statedoc.dump(documents, folder / "documents.parquet")
    for table in ("quotes", "agreements", "metrics"):
        statedoc.dump(documents, folder / f"{table}.parquet", table=table)


def ask(folder: Path, question: str) -> duckdb.DuckDBPyRelation:
    """The answer to a question, whose tables are named by their files."""
    return duckdb.sql(question.replace("FROM '", f"FROM '{folder}/"))


if __name__ == "__main__":
    source, target = sys.argv[1:] or ["examples/press-releases-2025.jsonl", "tables"]
    write(source, Path(target))
    for question in (WHO_SPEAKS, WITH_WHOM, TRADE):
        print(ask(Path(target), question))
