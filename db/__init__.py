"""The database: tables, repositories, reads, unit of work, change feed, migrations."""
