"""A year of press releases as tables, and three questions to them.

python examples/press_releases_to_parquet.py examples/press-releases-2025.jsonl tables
"""

import sys
from pathlib import Path

import duckdb

import statedoc

QUESTIONS = {
    "Who speaks": """
        SELECT speaker_names[1], count(*), min(published_day)
        FROM 'quotes.parquet'
        WHERE len(speaker_names) > 0 GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 5
    """,
    "Agreements with whom, and how many are signed": """
        SELECT unnest(party_countries) AS country, count(DISTINCT title),
               count(DISTINCT title) FILTER (status IN ('signed', 'ratified', 'in_force'))
        FROM 'agreements.parquet' GROUP BY country HAVING country <> 'KZ' ORDER BY 2 DESC, 1 LIMIT 5
    """,
    "Trade": """
        SELECT published_day, comparator, value, claimed_by_names[1]
        FROM 'metrics.parquet'
        WHERE measure LIKE 'товарооборот%' AND unit = 'USD' ORDER BY 1
    """,
}


def write(source: str, folder: Path) -> None:
    """Write the documents whole, and a flat table of each kind of record."""
    folder.mkdir(parents=True, exist_ok=True)
    read = list(statedoc.parse_many(statedoc.articles(source)))
    documents = [each for each in read if isinstance(each, statedoc.Document)]
    statedoc.dump(documents, folder / "documents.parquet")
    for table in ("quotes", "agreements", "metrics"):
        statedoc.dump(documents, folder / f"{table}.parquet", table=table)


def main(source: str, folder: Path) -> None:
    """Write the tables, and print the answer to each question."""
    write(source, folder)
    for question, query in QUESTIONS.items():
        print(question)
        for row in duckdb.sql(query.replace("FROM '", f"FROM '{folder}/")).fetchall():
            print(" ", *(each or "" for each in row))


if __name__ == "__main__":
    source, target = sys.argv[1:] or ["examples/press-releases-2025.jsonl", "tables"]
    main(source, Path(target))
